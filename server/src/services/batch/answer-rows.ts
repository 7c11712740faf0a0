import { DomainError, readCoordinate, type VillageId } from '@nitaq/core';
import type { NameAnswers } from './name-answers.ts';
import { OUTSIDE, type PlaceAnswers } from './place-answers.ts';

/** What answers the rows of one list. */
export interface Answering {
  readonly places: PlaceAnswers;
  readonly names: NameAnswers;
}

/** Some rows, by what each says of its place: empty where it says nothing. Nothing is made for a row that has a point. */
export interface AskedRows {
  readonly count: number;
  /** Why a row cannot be read; null: it can. */
  readonly fault: (row: number) => DomainError | null;
  readonly longitude: (row: number) => string;
  readonly latitude: (row: number) => string;
  readonly village: (row: number) => string;
}

export interface AnsweredRows {
  /** For each row the number of its answer. */
  readonly numbers: Int32Array;
  /** Why there is none, of those rows. */
  readonly faults: ReadonlyMap<number, DomainError>;
  /** The village that was found, of the rows with a name. */
  readonly villages: ReadonlyMap<number, VillageId>;
}

/** Answers rows, each by its point where it has one and else by its name; a row that cannot be answered has its own fault. */
export async function answerRows(rows: AskedRows, { places, names }: Answering): Promise<AnsweredRows> {
  const coordinates = new Float64Array(2 * rows.count);
  const faults = new Map<number, DomainError>();
  const named = new Map<number, string>();
  for (let i = 0; i < rows.count; i++) {
    const fault = rows.fault(i) ?? readPoint(rows, i, coordinates);
    if (fault === null) continue;
    if (fault instanceof DomainError) faults.set(i, fault);
    else named.set(i, fault.village);
  }
  if (named.size > 0) await names.learn(named.values());
  // Rows without a point are asked as if they lay at 0, 0, and answered otherwise below.
  const numbers = places.locateAll(coordinates);
  for (const i of faults.keys()) numbers[i] = OUTSIDE;
  const villages = new Map<number, VillageId>();
  for (const [i, name] of named) {
    const found = names.get(name);
    const number = found instanceof DomainError ? null : places.ofVillage(found.area, found.village);
    if (found instanceof DomainError) faults.set(i, found);
    else if (number === null) faults.set(i, new DomainError('village-not-found', { village: found.village }));
    else {
      numbers[i] = number;
      villages.set(i, found.village);
    }
  }
  return { numbers, faults, villages };
}

/** Writes the point of a row down; returns the name that it has instead, or why it has neither. */
function readPoint(
  rows: AskedRows,
  row: number,
  coordinates: Float64Array,
): { readonly village: string } | DomainError | null {
  const [longitude, latitude] = [rows.longitude(row), rows.latitude(row)];
  if (longitude === '' && latitude === '') {
    const village = rows.village(row);
    return village === '' ? new DomainError('row-without-place') : { village };
  }
  const [lon, lat] = [readCoordinate(longitude, 180), readCoordinate(latitude, 90)];
  if (Number.isNaN(lon) || Number.isNaN(lat)) {
    return new DomainError('row-number-invalid', { lon: longitude, lat: latitude });
  }
  coordinates[2 * row] = lon;
  coordinates[2 * row + 1] = lat;
  return null;
}
