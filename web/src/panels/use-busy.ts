import { useState } from 'react';

/** Whether something that was begun goes on, and how to begin it: so that a button is not pressed twice. */
export function useBusy(): [boolean, <T>(work: Promise<T>) => Promise<T>] {
  const [isBusy, setBusy] = useState(false);
  return [
    isBusy,
    (work) => {
      setBusy(true);
      return work.finally(() => setBusy(false));
    },
  ];
}
