import { DomainError, readCoordinate } from '@nitaq/core';
import type { NameAnswers } from './name-answers.ts';
import type { PlaceAnswer, PlaceAnswers } from './place-answers.ts';

/** What answers the rows of one list. */
export interface Answering {
  readonly places: PlaceAnswers;
  readonly names: NameAnswers;
}

/** What a row says of its place; empty where it says nothing. */
export interface AskedRow {
  readonly longitude: string;
  readonly latitude: string;
  readonly village: string;
}

/** The answer of a row, or why there is none. */
export type RowAnswer =
  | { readonly number: number; readonly answer: PlaceAnswer; readonly village: string | null }
  | DomainError;

/**
 * Answers some rows, each by its point where it has one and else by its name. A row that cannot be answered has its own
 * error, and keeps the one it comes with.
 */
export async function answerRows(
  rows: readonly (AskedRow | DomainError)[],
  { places, names }: Answering,
): Promise<RowAnswer[]> {
  const coordinates = new Float64Array(2 * rows.length);
  const points: number[] = [];
  const named: string[] = [];
  const answers = rows.map((row, i): RowAnswer | null => {
    if (row instanceof DomainError) return row;
    const { longitude, latitude, village } = row;
    if (longitude !== '' || latitude !== '') {
      const [lon, lat] = [readCoordinate(longitude, 180), readCoordinate(latitude, 90)];
      if (Number.isNaN(lon) || Number.isNaN(lat)) {
        return new DomainError('row-number-invalid', { lon: longitude, lat: latitude });
      }
      coordinates[2 * points.length] = lon;
      coordinates[2 * points.length + 1] = lat;
      points.push(i);
      return null;
    }
    if (village === '') return new DomainError('row-without-place');
    named.push(village);
    return null;
  });
  if (named.length > 0) await names.learn(named);
  const numbers = places.locateAll(coordinates.subarray(0, 2 * points.length));
  for (const [j, i] of points.entries()) {
    const number = numbers[j] ?? 0;
    answers[i] = { number, answer: places.get(number), village: null };
  }
  return answers.map((answer, i) => answer ?? byName(rows[i], { places, names }));
}

function byName(row: AskedRow | DomainError | undefined, { places, names }: Answering): RowAnswer {
  if (row === undefined || row instanceof DomainError) return row ?? new DomainError('row-without-place');
  const found = names.get(row.village);
  if (found instanceof DomainError) return found;
  const number = places.ofVillage(found.area, found.village);
  if (number === null) return new DomainError('village-not-found', { village: found.village });
  return { number, answer: places.get(number), village: found.village };
}
