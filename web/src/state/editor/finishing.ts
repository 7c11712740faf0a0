/** A stroke that is over, and whose edit is still being worked out aside; at any time it can be done at once instead. */
export interface Finishing {
  isAwaited(atOnce?: () => void): boolean;
  await(atOnce: () => void): void;
  /** Does what is awaited, if anything is. */
  doNow(): void;
  /** Takes what is awaited, to be done later, or because it is done already. */
  take(): (() => void) | null;
}

export function createFinishing(): Finishing {
  let awaited: (() => void) | null = null;
  const take = () => {
    const taken = awaited;
    awaited = null;
    return taken;
  };
  return {
    isAwaited: (atOnce) => awaited !== null && (atOnce === undefined || atOnce === awaited),
    await: (atOnce) => {
      awaited = atOnce;
    },
    doNow: () => take()?.(),
    take,
  };
}
