import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import type { Position } from '../model/geometry.ts';
import { type NameKeys, nameKeys } from './fold-name.ts';

interface Reported {
  readonly name: string;
  readonly location: Position | null;
}

/** People do not know to the metre where a village begins; farther apart, one name is of two. */
const NEARBY_M = 5_000;
/** By fewer consonants too many names are alike. */
const LEAST_CONSONANTS = 3;

/**
 * The village that a report is about, of those that were reported before: of the same name as it sounds, and nearby. A
 * report without a place is about any of its name. Null: none of them; of several the nearest.
 */
export function sameMissingVillage<T extends Reported>(report: Reported, known: readonly T[]): T | null {
  const asked = nameKeys(report.name);
  const [nearest] = known
    .filter(({ name }) => isSameName(asked, nameKeys(name)))
    .map((one) => ({ one, distanceM: distanceM(report.location, one.location) }))
    .filter(({ distanceM }) => distanceM <= NEARBY_M)
    .sort((a, b) => a.distanceM - b.distanceM);
  return nearest?.one ?? null;
}

function isSameName(a: NameKeys, b: NameKeys): boolean {
  if (a.spelling === b.spelling) return true;
  if (a.sound !== '' && a.sound === b.sound) return true;
  // Romanisations write vowels in many ways.
  return a.consonants.length >= LEAST_CONSONANTS && a.consonants === b.consonants;
}

function distanceM(a: Position | null, b: Position | null): number {
  return a === null || b === null ? 0 : distanceBetweenM(a, b);
}
