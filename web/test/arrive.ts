import { existsSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { councilState } from './browser-service.ts';
import { type First, signInAs } from './people.ts';

const NOBODY = { cookies: [], origins: [] };

export const PHONE = { width: 360, height: 740 };

/** Somebody with a browser of their own; the council with the second proof it has set up. */
export async function arrive(
  browser: Browser,
  who: First,
  viewport?: { readonly width: number; readonly height: number },
): Promise<Page> {
  const isProven = who === 'council' && existsSync(councilState);
  const storageState = isProven ? councilState : NOBODY;
  const context = await browser.newContext({ storageState, ...(viewport ? { viewport } : {}) });
  if (!isProven) await signInAs(context.request, who);
  return context.newPage();
}
