import type { CoverageAnswer } from '@nitaq/core';
import type { NamedPlace } from '../../repositories/village-repository.ts';
import { type TextPart, textPart } from './answer-text.ts';
import type { CommonAnswer } from './common-answers.ts';

/** The answer about a place in its parts, of which most are made once for many places. */
export interface PlaceAnswer {
  readonly common: CommonAnswer;
  /** The instant it speaks of, in milliseconds. */
  readonly at: number;
  /** The village there; null: none is near. */
  readonly village: NamedPlace | null;
  /** Who is near where nobody covers the place, or where another's border is close; null: nobody. */
  readonly near: Near | null;
}

type Near = Required<Pick<CoverageAnswer, 'nearest'>> | Required<Pick<CoverageAnswer, 'border'>>;

/** The answer as the route's schema describes it. */
export function answerOf({ common, at, village, near }: PlaceAnswer): CoverageAnswer {
  return {
    ...common.members,
    at: new Date(at).toISOString(),
    ...(village && { village: villageMembers(village) }),
    ...near,
  };
}

/** The same answer as the bytes that the route's schema makes of it. */
export function textOf({ common, at, village, near }: PlaceAnswer): string {
  const upTo = common.upTo(at).text;
  const there = village === null ? '' : villagePart(village).text;
  return `${upTo}${there}${near === null ? '' : nearText(near)}}`;
}

/** The strong entity tag of the answer: other bytes have another one, whoever sends them. Nothing is hashed again for it. */
export function etagOf({ common, at, village, near }: PlaceAnswer): string {
  const there = village === null ? '' : `.${villagePart(village).tag}`;
  return `"${common.upTo(at).tag}${there}${near === null ? '' : nearTag(near)}"`;
}

export function villageMembers({ id, name, location }: NamedPlace) {
  return { id, name, lon: location?.[0] ?? null, lat: location?.[1] ?? null };
}

const villageParts = new WeakMap<NamedPlace, TextPart>();

function villagePart(village: NamedPlace): TextPart {
  const known = villageParts.get(village);
  if (known !== undefined) return known;
  const made = textPart(`,"village":${JSON.stringify(villageMembers(village))}`);
  villageParts.set(village, made);
  return made;
}

// Ids of associations are letters, digits and hyphens: they need no escape.
function nearText(near: Near): string {
  if ('border' in near) {
    return `,"border":{"distanceM":${near.border.distanceM},"association":"${near.border.association}"}`;
  }
  return `,"nearest":{"association":"${near.nearest.association}","distanceKm":${near.nearest.distanceKm}}`;
}

function nearTag(near: Near): string {
  return 'border' in near
    ? `.${near.border.distanceM}m.${near.border.association}`
    : `.${near.nearest.distanceKm}km.${near.nearest.association}`;
}
