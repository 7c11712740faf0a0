import type { AreaId } from '../model/ids.ts';
import type { Initiative, InitiativeContent } from '../model/initiative.ts';
import { partiesOf } from './parties.ts';

/** What is named in an initiative: something of an area, by its id there. */
interface NamedThing<Id extends string> {
  readonly area: AreaId;
  readonly id: Id;
}

/** How something is named in an initiative that is read in an area: by its id, or with its own area before it. */
export function nameIn<Id extends string>(here: AreaId, { area, id }: NamedThing<Id>): Id {
  return area === here ? id : (`${area}/${id}` as Id);
}

/** What a name stands for in an initiative that is read in an area. */
export function thingNamed<Id extends string>(here: AreaId, name: Id): NamedThing<Id> {
  const at = name.indexOf('/');
  return at < 0
    ? { area: here, id: name }
    : { area: name.slice(0, at) as AreaId, id: name.slice(at + 1) as Id };
}

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
