import type { AreaId } from '../model/ids.ts';
import type { Initiative, InitiativeContent } from '../model/initiative.ts';
import { nameIn, thingNamed } from './named-things.ts';
import { partiesOf } from './parties.ts';

type Naming = Pick<InitiativeContent, 'lead' | 'partners' | 'villages' | 'shares'>;

/** A content that is written in one area as it reads in another: there what is of that one goes by its id. */
export function contentSeenFrom<C extends Naming>(content: C, here: AreaId, there: AreaId): C {
  const named = <Id extends string>(name: Id) => nameIn(there, thingNamed(here, name));
  return {
    ...content,
    lead: named(content.lead),
    partners: content.partners.map(named),
    villages: content.villages.map(named),
    shares: content.shares.map((share) => ({ ...share, association: named(share.association) })),
  };
}

/** An initiative as it reads in one area as it reads in another. */
export function seenFrom(initiative: Initiative, here: AreaId, there: AreaId): Initiative {
  if (here === there) return initiative;
  return {
    ...initiative,
    content: contentSeenFrom(initiative.content, here, there),
    standings: initiative.standings.map(({ standing, answer, ...one }) => {
      const association = nameIn(there, thingNamed(here, one.association));
      return { association, standing, answer: answer && { ...answer, association } };
    }),
  };
}

/** The areas whose associations take part in an initiative that is read in an area. */
export function areasOf(content: Pick<InitiativeContent, 'lead' | 'partners'>, here: AreaId): AreaId[] {
  return [...new Set(partiesOf(content).map((party) => thingNamed(here, party).area))].sort();
}
