import { readFileSync } from 'node:fs';
import { printed } from './browser-service.ts';

export const PASSWORD = 'nine camels by the wadi';

/** The secret of a link that the service printed at its first start: of `council`, or `coordinator of …`. */
export function printedSecret(role: string): string {
  const text = readFileSync(printed, 'utf8');
  const line = text.split('\n').find((one) => one.trim().startsWith(`${role}:`));
  const secret = line?.split('#invitation=')[1];
  if (secret === undefined) throw new Error(`No link for ${role} in:\n${text}`);
  return secret;
}
