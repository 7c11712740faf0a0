import {
  type AgendaItem,
  type AgendaItemId,
  type AreaNeed,
  type MeetingState,
  sumOfNeed,
  type VillageId,
  writeAgenda,
} from '@nitaq/core';
import type { StoredItem } from '../../repositories/agenda-repository.ts';
import type { GatheredFacts } from './gather-facts.ts';

const UNWRITTEN: AgendaItem['minute'] = { text: '', version: 0, by: null, at: null };

type VillageNeed = AreaNeed['villages'][number];

export interface AgendaReading {
  readonly state: MeetingState;
  readonly kept: readonly StoredItem[];
  readonly facts: GatheredFacts;
  /** The need of villages as whoever asks may know it. */
  readonly need: readonly VillageNeed[];
}

/** An agenda as it is now: of a meeting to come what wants to be talked about, of another one what was. */
export function readAgenda({ state, kept, facts, need }: AgendaReading): AgendaItem[] {
  if (state === 'planned') {
    return writeAgenda<StoredItem>(facts.facts, kept).map(({ kept: item, fact }) => {
      const shown = fact ?? item;
      if (shown === null) throw new Error('A line of an agenda has something to it');
      const { about, reason, title } = shown;
      return {
        id: (item?.id ?? fact?.key ?? '') as AgendaItemId,
        about,
        reason,
        title,
        note: item?.note ?? null,
        addedBy: item?.addedBy ?? null,
        minute: item?.minute ?? UNWRITTEN,
        standing: fact === null && item !== null ? standingOf(item, facts) : 'current',
        need: needOf(about, need),
      };
    });
  }
  const isOver = state === 'approved' || state === 'cancelled';
  return kept
    .filter(({ isOff }) => !isOff)
    .map((item) => ({
      id: item.id,
      about: item.about,
      reason: item.reason,
      title: titleOf(item, facts),
      note: item.note,
      addedBy: item.addedBy,
      minute: item.minute,
      // What was approved is read as it was.
      standing: isOver ? 'current' : standingOf(item, facts),
      need: needOf(item.about, need),
    }));
}

/** Of a village that was reported as missing the name is not kept. */
function titleOf({ id, about, title }: StoredItem, { facts }: GatheredFacts): AgendaItem['title'] {
  if (about.kind !== 'missing-village') return title;
  return facts.find(({ key }) => key === id)?.title ?? title;
}

function standingOf(
  { id, isAdded, about }: StoredItem,
  { facts, plan }: GatheredFacts,
): AgendaItem['standing'] {
  if ('plan' in about && about.plan !== plan) return 'superseded';
  return isAdded || facts.some(({ key }) => key === id) ? 'current' : 'settled';
}

function needOf(about: AgendaItem['about'], need: readonly VillageNeed[]): AgendaItem['need'] {
  const villages = new Set(villagesOf(about));
  if (villages.size === 0) return null;
  const counted = need.filter(({ village }) => villages.has(village));
  return counted.length === 0 ? null : sumOfNeed(counted);
}

function villagesOf(about: AgendaItem['about']): readonly VillageId[] {
  switch (about.kind) {
    case 'gap':
    case 'overlap':
      return about.villages;
    case 'village':
      return [about.village];
    case 'note':
    case 'place':
    case 'border':
    case 'proposal':
    case 'initiative':
    case 'action':
    case 'zone':
    case 'missing-village':
      return [];
  }
}
