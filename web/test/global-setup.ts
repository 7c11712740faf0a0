import { rmSync } from 'node:fs';
import { type FullConfig, request } from '@playwright/test';
import { coordinatorState, councilState } from './browser-service.ts';
import { signInAs } from './people.ts';

/** Has a coordinator accept the link that the service printed, so that tests begin signed in. */
export default async function signInOnce({ projects }: FullConfig): Promise<void> {
  rmSync(councilState, { force: true });
  const baseURL = projects[0]?.use.baseURL ?? '';
  const context = await request.newContext({ baseURL });
  await signInAs(context, 'lith');
  await context.storageState({ path: coordinatorState });
  await context.dispose();
}
