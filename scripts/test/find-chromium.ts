import { existsSync } from 'node:fs';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to test in: CHROMIUM_PATH, or the first one found where packages put it; null without any. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  return (
    [...(given === undefined ? [] : [given]), ...USUAL_PLACES].find((place) => existsSync(place)) ?? null
  );
}
