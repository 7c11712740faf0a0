import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

/** Who claims a place in each of two plans, in the order of the ids. */
export interface ClaimsInTwoPlans {
  readonly before: readonly AssociationId[];
  readonly after: readonly AssociationId[];
}

// With a colon they begin no slug, so the ids made with them are nobody's.
const BEFORE = 'before:';
const AFTER = 'after:';

/** The territories of two plans for one coverage map: each association counts twice, once for each plan. */
export function twoPlansInOne(before: readonly Territory[], after: readonly Territory[]): Territory[] {
  return [...renamed(before, BEFORE), ...renamed(after, AFTER)];
}

/** Tells apart whom a place of such a map belongs to in each plan; ids that are of neither are left out. */
export function claimsInTwoPlans(associations: readonly AssociationId[]): ClaimsInTwoPlans {
  return { before: namesIn(associations, BEFORE), after: namesIn(associations, AFTER) };
}

function renamed(territories: readonly Territory[], prefix: string): Territory[] {
  return territories.map(({ association, geometry }) => ({
    association: `${prefix}${association}` as AssociationId,
    geometry,
  }));
}

function namesIn(aliases: readonly AssociationId[], prefix: string): AssociationId[] {
  return aliases
    .filter((alias) => alias.startsWith(prefix))
    .map((alias) => alias.slice(prefix.length) as AssociationId);
}
