import type { KeptMinutes } from '../state/minutes.ts';

const KEY = 'nitaq-minutes';

/** What was written at meetings and is not with the service yet, kept in this browser over a break or a closed page. */
export function createKeptMinutes(): KeptMinutes {
  return {
    read: () => quietly(() => localStorage.getItem(KEY)),
    write: (text) => {
      quietly(() => (text === null ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, text)));
    },
  };
}

/** Storage may be switched off, or full; what is written then lasts as long as the page. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
