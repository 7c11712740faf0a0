import { LANGUAGES, type Language, type Position } from '@nitaq/core';
import { formatSelection, NOTHING, parseSelection, type Selection } from './selection.ts';
import { parseDay } from './timeline.ts';

/** Where the map stands: its centre and its zoom (512 px tiles). */
export interface MapView {
  readonly centre: Position;
  readonly zoom: number;
}

/** What an address restores; null: as it is on a first visit. */
export interface ShareLink {
  readonly area: string | null;
  readonly plan: string | null;
  /** The day of which everything is shown; null: today. */
  readonly day: string | null;
  readonly language: Language | null;
  readonly view: MapView | null;
  readonly selection: Selection;
  /** The proposal that is read; null: none. */
  readonly proposal: string | null;
  /** The joint initiative that is read; null: none. */
  readonly initiative: string | null;
  /** The meeting that is open; null: none. */
  readonly meeting: string | null;
  /** Whether it is shown in large type, for all to see. */
  readonly projects: boolean;
}

export const EMPTY_LINK: ShareLink = {
  area: null,
  plan: null,
  day: null,
  language: null,
  view: null,
  selection: NOTHING,
  proposal: null,
  initiative: null,
  meeting: null,
  projects: false,
};

/** The query of an address, with its question mark; five decimals of a degree are about one metre. */
export function formatShareLink(link: ShareLink): string {
  const query = new URLSearchParams();
  if (link.area) query.set('area', link.area);
  if (link.plan) query.set('plan', link.plan);
  if (link.day) query.set('day', link.day);
  if (link.language) query.set('lang', link.language);
  if (link.view) {
    const [longitude, latitude] = link.view.centre;
    query.set('at', `${longitude.toFixed(5)},${latitude.toFixed(5)},${link.view.zoom.toFixed(2)}`);
  }
  const selection = formatSelection(link.selection);
  if (selection) query.set('select', selection);
  if (link.proposal) query.set('proposal', link.proposal);
  if (link.initiative) query.set('initiative', link.initiative);
  if (link.meeting) query.set('meeting', link.meeting);
  if (link.meeting && link.projects) query.set('view', 'projector');
  // Commas and colons are allowed in a query, and the link reads better with them.
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

/** Reads the query of an address; parts that make no sense are as if they were missing. */
export function parseShareLink(search: string): ShareLink {
  const query = new URLSearchParams(search);
  return {
    area: query.get('area'),
    plan: query.get('plan'),
    day: parseDay(query.get('day')),
    language: LANGUAGES.find((language) => language === query.get('lang')) ?? null,
    view: parseView(query.get('at') ?? ''),
    selection: parseSelection(query.get('select') ?? ''),
    proposal: query.get('proposal'),
    initiative: query.get('initiative'),
    meeting: query.get('meeting'),
    projects: query.get('view') === 'projector',
  };
}

function parseView(text: string): MapView | null {
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN] = text.split(',').map(Number);
  const valid = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 24;
  return valid ? { centre: [longitude, latitude], zoom } : null;
}
