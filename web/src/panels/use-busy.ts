import { useRef, useState } from 'react';

/**
 * Whether something that was begun goes on, and how to begin it: pressed again meanwhile, a button does nothing. It is not
 * disabled, which would take the focus away from it.
 */
export function useBusy(): [boolean, <T>(work: () => Promise<T>) => Promise<T | undefined>] {
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  return [
    isBusy,
    async (work) => {
      if (isRunning.current) return undefined;
      isRunning.current = true;
      setBusy(true);
      try {
        return await work();
      } finally {
        isRunning.current = false;
        setBusy(false);
      }
    },
  ];
}
