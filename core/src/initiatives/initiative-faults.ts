import type { InitiativeInput } from '../model/initiative.ts';
import { areaNamed } from './named-things.ts';
import { partiesOf } from './parties.ts';

/** What contradicts itself in the content of an initiative, with a JSON pointer to it. */
export interface InitiativeFault {
  readonly pointer: string;
  readonly code:
    | 'initiative-lead-is-partner'
    | 'initiative-share-of-stranger'
    | 'initiative-milestone-twice'
    | 'initiative-without-target'
    | 'initiative-village-of-stranger';
}

/** The first thing that contradicts itself in a content, or null. */
export function initiativeFault(content: InitiativeInput): InitiativeFault | null {
  const { lead, partners, shares, milestones, villages, place } = content;
  const leadAt = partners.indexOf(lead);
  if (leadAt >= 0) return { pointer: `/partners/${leadAt}`, code: 'initiative-lead-is-partner' };
  if (villages.length === 0 && place === null)
    return { pointer: '/villages', code: 'initiative-without-target' };
  const parties = partiesOf(content);
  const stranger = shares.findIndex(({ association }) => !parties.includes(association));
  if (stranger >= 0)
    return { pointer: `/shares/${stranger}/association`, code: 'initiative-share-of-stranger' };
  const areas = [null, ...parties.map(areaNamed)];
  const foreign = villages.findIndex((village) => !areas.includes(areaNamed(village)));
  if (foreign >= 0) return { pointer: `/villages/${foreign}`, code: 'initiative-village-of-stranger' };
  const ids = milestones.map(({ id }) => id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  return twice < 0 ? null : { pointer: `/milestones/${twice}/id`, code: 'initiative-milestone-twice' };
}
