import { dayAt, startOfDay } from '@nitaq/core';
import type { KnownAreas } from '../lookup/area-directory.ts';
import type { CollectionKind } from './collection-kinds.ts';
import type { FeatureList } from './feature-list.ts';

/** What is there now: the same until the areas change, or the clock brings another plan or another day. */
export interface Present {
  readonly areas: KnownAreas;
  readonly from: Date;
  readonly until: Date;
  /** As far as they were asked for. */
  readonly lists: Map<CollectionKind, FeatureList | Promise<FeatureList>>;
}

export function isPresent({ areas, from, until }: Present, asked: KnownAreas, now: Date): boolean {
  return areas === asked && from <= now && now < until;
}

export function presentOf(areas: KnownAreas, now: Date): Present {
  const zones = new Set([...areas.values()].map(({ stamp }) => stamp.timeZone));
  const midnights = [...zones].map((timeZone) => nextDay(now, timeZone));
  const turns = [...areas.values()].flatMap(({ plans }) => plans.flatMap(({ from, to }) => [from, to]));
  const next = [...turns, ...midnights].flatMap((at) => (at !== null && at > now ? [at.getTime()] : []));
  return { areas, from: now, until: new Date(Math.min(...next)), lists: new Map() };
}

/** When the next day begins where an instant is now. */
function nextDay(now: Date, timeZone: string): Date {
  const today = Date.parse(dayAt(now.getTime(), timeZone));
  return startOfDay(new Date(today + DAY_MS).toISOString().slice(0, 10), timeZone);
}

const DAY_MS = 86_400_000;
