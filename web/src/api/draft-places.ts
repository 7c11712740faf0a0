/** A page that is being closed lets go of its place within this time. */
const LETS_GO_WITHIN_MS = 500;

/** Of several tabs with the same draft each keeps it in a place of its own, so that none writes over another's steps. */
export function draftPlaces() {
  const mine = new Map<string, number>();
  return {
    /** The first place of a draft that no other tab has, from now on this tab's. */
    async take(plan: string): Promise<number> {
      const known = mine.get(plan);
      if (known !== undefined) return known;
      let place = 0;
      while (!(await isFree(placeKey(plan, place)))) place += 1;
      mine.set(plan, place);
      return place;
    },
    /** This tab's place, where it took one. */
    of: (plan: string): number => mine.get(plan) ?? 0,
    /** Whether another tab has a place. */
    async isTaken(plan: string, place: number): Promise<boolean> {
      if (!('locks' in navigator)) return false;
      const { held = [] } = await navigator.locks.query();
      return mine.get(plan) !== place && held.some(({ name }) => name === lockName(placeKey(plan, place)));
    },
  };
}

/** What keys of a place begin with. */
export function placeKey(plan: string, place: number): string {
  return place === 0 ? plan : `${plan}/tab-${place}`;
}

/**
 * Taken for as long as the page lives; where browsers cannot tell tabs apart, all have the same place. A page that is
 * opened anew may have to wait until the one before it has let go.
 */
function isFree(key: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise<void>(() => {});
    };
    navigator.locks
      .request(lockName(key), { signal: AbortSignal.timeout(LETS_GO_WITHIN_MS) }, hold)
      .catch(() => resolve(false));
  });
}

function lockName(key: string): string {
  return `nitaq-drafts/${key}`;
}
