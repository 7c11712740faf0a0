import type { MultiPolygon } from '../model/geometry.ts';
import type { AreaId, AssociationId } from '../model/ids.ts';
import type { Reason } from '../model/reason.ts';
import type { SharedZone } from '../model/shared-zone.ts';
import { canonicalLine, canonicalPolygons } from './canonical-geometry.ts';

/** The territory of an association in a content; null: nothing is drawn. */
export interface SignedTerritory {
  readonly association: AssociationId;
  readonly geometry: MultiPolygon | null;
}

/** Why a stretch of border runs where it does, as far as it is signed. */
export type SignedReason = Pick<Reason, 'line' | 'associations' | 'text'>;

/** All that associations sign with a proposal, and nothing else. */
export interface SignedContent {
  readonly area: AreaId;
  readonly territories: readonly SignedTerritory[];
  readonly zones: readonly SharedZone[];
  readonly reasons: readonly SignedReason[];
}

/** Named in each text, so that a later form is never taken for this one. */
const FORM = 'nitaq-content-1';

/**
 * The content as one text, the same wherever and however it was written down; what is signed is the SHA-256 of its
 * UTF-8 bytes. Places are whole numbers of 1e-7 degree.
 */
export function canonicalContent({ area, territories, zones, reasons }: SignedContent): string {
  return JSON.stringify([
    FORM,
    area,
    [...territories].sort(byAssociation).map(({ association, geometry }) => [association, shapeOf(geometry)]),
    sortedTexts(zones.map(zoneParts)),
    sortedTexts(reasons.map(reasonParts)),
  ]);
}

/** What of a content is one association's own, with the villages that it has there: its share, as one text. */
export function canonicalShare(
  { area, territories, zones, reasons }: SignedContent,
  { association, villages }: { readonly association: AssociationId; readonly villages: readonly string[] },
): string {
  const own = territories.find((territory) => territory.association === association);
  return JSON.stringify([
    FORM,
    area,
    association,
    shapeOf(own?.geometry ?? null),
    [...villages].sort(),
    sortedTexts(
      zones.filter(({ lead, partners }) => [lead, ...partners].includes(association)).map(zoneParts),
    ),
    sortedTexts(reasons.filter(({ associations }) => associations.includes(association)).map(reasonParts)),
  ]);
}

function byAssociation(a: SignedTerritory, b: SignedTerritory): number {
  return a.association < b.association ? -1 : 1;
}

/** A territory as one text; an empty geometry is nothing drawn. */
export function canonicalTerritory(geometry: MultiPolygon | null): string {
  return JSON.stringify(shapeOf(geometry));
}

/** A shared zone as one text. */
export function canonicalZone(zone: SharedZone): string {
  return JSON.stringify(zoneParts(zone));
}

/** A reason as one text. */
export function canonicalReason(reason: SignedReason): string {
  return JSON.stringify(reasonParts(reason));
}

function shapeOf(geometry: MultiPolygon | null) {
  return geometry === null || geometry.coordinates.length === 0 ? null : canonicalPolygons(geometry);
}

function zoneParts({ geometry, lead, partners, services, endsOn }: SharedZone) {
  return [canonicalPolygons(geometry), lead, [...partners].sort(), [...services].sort(), endsOn];
}

function reasonParts({ line, associations, text }: SignedReason) {
  return [canonicalLine(line), [...associations].sort(), text];
}

/** Parts of a content as texts, in the order of these, which is the same in every language. */
export function sortedTexts(parts: readonly unknown[]): string[] {
  return parts.map((part) => JSON.stringify(part)).sort();
}
