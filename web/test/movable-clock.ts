import { readFileSync } from 'node:fs';

/** Preloaded by the service of the browser tests: its clock is ahead by as many milliseconds as a file says. */
const Present = globalThis.Date;
/** So long what the file said still holds; the clock is asked all the time. */
const FRESH_MS = 100;

let ahead = 0;
let read = Number.NEGATIVE_INFINITY;

function now(): number {
  if (performance.now() - read > FRESH_MS) {
    ahead = aheadBy(process.env.CLOCK_AHEAD_FILE ?? '');
    read = performance.now();
  }
  return Present.now() + ahead;
}

function aheadBy(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

globalThis.Date = new Proxy(Present, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
