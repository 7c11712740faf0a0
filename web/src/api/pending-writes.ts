const KEY = 'nitaq-drafts.pending';

/**
 * Writes to the browser's database that are not done yet. A page that is closed takes them with it; so they are put down
 * then in the one place that takes things at once, and made up for when the page is opened again.
 */
export function pendingWrites() {
  const pending = new Map<string, unknown>();
  let isLeaving = false;
  const putDown = () => {
    if (isLeaving && pending.size > 0) quietly(() => localStorage.setItem(KEY, JSON.stringify([...pending])));
  };
  window.addEventListener('pagehide', () => {
    isLeaving = true;
    putDown();
  });
  // The page was not closed after all, and its writes went on.
  window.addEventListener('pageshow', ({ persisted }) => {
    isLeaving = false;
    if (persisted) quietly(() => localStorage.removeItem(KEY));
  });
  return {
    /** Returns how to tell that it is done. */
    begin(key: string, value: unknown): () => void {
      pending.set(key, value);
      // Others who hear that the page is left may write for the last time after this has heard of it.
      putDown();
      return () => {
        if (pending.get(key) === value) pending.delete(key);
      };
    },
    /** What a page that was closed did not come to write, once. */
    leftOver(): [key: string, value: unknown][] {
      const text = quietly(() => localStorage.getItem(KEY));
      if (!text) return [];
      quietly(() => localStorage.removeItem(KEY));
      return JSON.parse(text) as [string, unknown][];
    },
  };
}

/** Storage may be switched off, or full. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    console.warn(error);
    return null;
  }
}
