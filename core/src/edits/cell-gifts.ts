import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { PlanPart, PlanParts } from './plan-parts.ts';
import { type Owners, ownersBeside, withSeveredGiven } from './severed-parts.ts';

/** The cell of a village: one that is given away, or a neighbour of such. */
export interface VillageCell {
  /** Where the village lies. */
  readonly place: Position;
  readonly isGiven: boolean;
  /** Whether the receiver has the village afterwards, and nobody else. */
  readonly isOfReceiver: boolean;
}

export interface CellsToGive {
  readonly divided: PlanParts;
  /** By their numbers in the parts. */
  readonly cells: readonly VillageCell[];
  /** All places with a village. */
  readonly places: readonly Position[];
  readonly to: AssociationId;
  readonly isLocked: (association: AssociationId) => boolean;
  /** Whether a place stays with who has it, unless it is the very surroundings of a village that is given. */
  readonly isHeld: (polygon: Polygon) => boolean;
}

/** A part of the plan and who has it from now on: one, or beyond the area perhaps nobody. */
export interface PartGift {
  readonly owners: readonly AssociationId[];
  readonly polygon: Polygon;
}

/** A part of a cell without the village is a crumb up to this share of the cell's area. */
const CRUMB_SHARE = 0.05;
/** Up to this share of the cell's width, a part of it is only the room between two borders that nearly coincide. */
const THIN_SHARE = 0.02;
/** Of two borders along a strip that are about as long, the new one gives way. */
const FAVOUR = 1.5;
/** A part so far surrounded by the receiver, and nearest to a village of theirs, is no loss to its owner. */
const ENCLOSED_SHARE = 2 / 3;

/**
 * What goes to whom when cells are given away: the cells, but for what is locked and for thin strips along the border of
 * an owner that runs close by; and what has no village around them, if it would be cut off or be a crumb or strip. What
 * territories have of the cells beyond the area they lose to nobody.
 */
export function giftsOf(question: CellsToGive): PartGift[] {
  const { divided, cells, places, to, isLocked } = question;
  const held = heldParts(question);
  const given = new Set(
    divided.parts.flatMap(({ cell, claimants }, part) => {
      const isFree = !held.has(part) && !claimants.some(isLocked);
      return cells[cell]?.isGiven && isFree && claimants.join() !== to ? [part] : [];
    }),
  );
  const first: Owners = divided.parts.map(({ isWithin, claimants }, part) => {
    if (!given.has(part)) return claimants;
    return isWithin || claimants.includes(to) ? [to] : [];
  });
  const second = withStraysGiven(question, { given, held }, first);
  const owners = withSeveredGiven({ divided, owners: second, places, isLocked, held });
  return divided.parts.flatMap(({ claimants, polygon }, part) => {
    const after = owners[part] ?? claimants;
    return after.join() === claimants.join() ? [] : [{ owners: after, polygon }];
  });
}

/** The parts that stay, but for those around a village that is given. */
function heldParts({ divided, cells, isHeld }: CellsToGive): ReadonlySet<number> {
  const held = divided.parts.flatMap(({ cell: number, polygon }, part) => {
    const cell = cells[number];
    const isAround = cell?.isGiven === true && pointInPolygon(cell.place, polygon);
    return !isAround && isHeld(polygon) ? [part] : [];
  });
  return new Set(held);
}

/** Gives parts of the cells that have not the village in them to those who are around them, where nobody else would want them. */
function withStraysGiven(
  { divided, cells, to, isLocked }: CellsToGive,
  { given, held }: { readonly given: ReadonlySet<number>; readonly held: ReadonlySet<number> },
  owners: Owners,
): Owners {
  const areas = cellAreas(divided.parts, cells.length);
  return divided.parts.map(({ isWithin, cell: number, claimants, polygon, areaM2, meanWidthM }, part) => {
    const before = owners[part] ?? claimants;
    if (held.has(part)) return before;
    const cell = cells[number];
    const [owner, another] = claimants;
    if (!cell || !isWithin || !owner || another || owner === to || isLocked(owner)) return before;
    const isThin = meanWidthM < THIN_SHARE * Math.sqrt(areas[number] ?? 0);
    if (cell.isGiven && !isThin) return before;
    if (!cell.isGiven && ![...(divided.beside[part]?.keys() ?? [])].some((other) => given.has(other)))
      return before;
    if (pointInPolygon(cell.place, polygon)) return before;
    const metres = ownersBeside(divided, owners, [part]);
    if (isThin || areaM2 < CRUMB_SHARE * (areas[number] ?? 0)) {
      const allowed = metres.filter(([id]) => id === owner || !isLocked(id));
      return [heaviest(allowed, cell.isGiven ? owner : to) ?? owner];
    }
    const allM = metres.reduce((sum, [, one]) => sum + one, 0);
    const toM = metres.find(([id]) => id === to)?.[1] ?? 0;
    return cell.isOfReceiver && toM > ENCLOSED_SHARE * allM ? [to] : before;
  });
}

function heaviest(
  metres: readonly (readonly [AssociationId, number])[],
  favoured: AssociationId,
): AssociationId | null {
  const weighed = metres.map(([id, one]) => ({ id, weight: id === favoured ? FAVOUR * one : one }));
  const [first] = weighed.sort((a, b) => b.weight - a.weight);
  return first ? first.id : null;
}

function cellAreas(parts: readonly PlanPart[], count: number): number[] {
  const areas = Array.from({ length: count }, () => 0);
  for (const { isWithin, cell, areaM2 } of parts) {
    if (isWithin) areas[cell] = (areas[cell] ?? 0) + areaM2;
  }
  return areas;
}
