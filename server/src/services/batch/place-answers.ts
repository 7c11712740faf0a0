import {
  type AreaId,
  agreedCoverage,
  type CoverageAnswer,
  type LiveZone,
  type PlanId,
  type Position,
  snapPosition,
  type VillageId,
  zoneAt,
} from '@nitaq/core';
import type { AreaInForce } from '../coverage-lookup.ts';
import { boxHolds } from '../lookup/known-area.ts';

/** What a row is answered: as a single lookup says it, without what lies around. */
export interface PlaceAnswer {
  readonly status: CoverageAnswer['status'];
  readonly associations: CoverageAnswer['associations'];
  readonly area: AreaId | null;
  readonly plan: PlanId | null;
  readonly version: number | null;
}

/** The number of the answer of a place that lies in no area. */
export const OUTSIDE = 0;
/** The places of an overlap are told apart where parts of it are shared by agreement. */
const BY_PLACE = -1;
const UNKNOWN = -2;

/** Answers many places by the plans in force at one instant; equal answers have equal numbers. */
export class PlaceAnswers {
  readonly #answers: PlaceAnswer[] = [
    { status: 'outside', associations: [], area: null, plan: null, version: null },
  ];
  readonly #areas: AreaAnswers[];

  constructor(inForce: readonly AreaInForce[], at: Date) {
    this.#areas = inForce.map((one) => new AreaAnswers(one, at, (answer) => this.#answers.push(answer) - 1));
  }

  /** The answer of a number. */
  get(number: number): PlaceAnswer {
    const answer = this.#answers[number];
    if (answer === undefined) throw new Error(`No answer has the number ${number}`);
    return answer;
  }

  /** For each of the positions, given as longitude, latitude, longitude, …, the number of its answer. */
  locateAll(coordinates: Float64Array): Int32Array {
    const numbers = new Int32Array(coordinates.length / 2);
    const [only, ...others] = this.#areas;
    if (only === undefined) return numbers;
    if (others.length === 0) {
      only.locateInto(coordinates, numbers);
      return numbers;
    }
    for (const area of this.#areas) {
      const open: number[] = [];
      for (let i = 0; i < numbers.length; i++) {
        const isOpen =
          numbers[i] === OUTSIDE && area.mayHold(coordinates[2 * i] ?? 0, coordinates[2 * i + 1] ?? 0);
        if (isOpen) open.push(i);
      }
      const asked = new Float64Array(2 * open.length);
      for (const [k, i] of open.entries()) asked.set(coordinates.subarray(2 * i, 2 * i + 2), 2 * k);
      const found = new Int32Array(open.length);
      area.locateInto(asked, found);
      for (const [k, i] of open.entries()) numbers[i] = found[k] ?? OUTSIDE;
    }
    return numbers;
  }

  /** The number of the answer of a village; null: there is no such area or village. */
  ofVillage(area: AreaId, village: VillageId): number | null {
    const known = this.#areas.find(({ id }) => id === area);
    const place = known?.place(village);
    if (known === undefined || place === undefined) return null;
    return place === null ? known.unlocated() : (this.locateAll(Float64Array.from(place))[0] ?? OUTSIDE);
  }
}

/** The answers of one area. */
class AreaAnswers {
  readonly id: AreaId;
  readonly #inForce: AreaInForce;
  readonly #zones: readonly LiveZone[];
  readonly #add: (answer: PlaceAnswer) => number;
  /** By the number that the locator gives, of a zone by its id. */
  readonly #numbers: number[] = [];
  readonly #ofZones = new Map<string, number>();
  #unlocated: number | null = null;

  constructor(inForce: AreaInForce, at: Date, add: (answer: PlaceAnswer) => number) {
    this.id = inForce.area.id;
    this.#inForce = inForce;
    this.#zones = inForce.loaded.zonesAt(at);
    this.#add = add;
  }

  mayHold(lon: number, lat: number): boolean {
    return boxHolds(this.#inForce.area, snapPosition([lon, lat]));
  }

  /** The number of each place. */
  locateInto(coordinates: Float64Array, numbers: Int32Array): void {
    this.#inForce.loaded.locator.locateMany(coordinates, numbers);
    const ofLocator = this.#numbers;
    for (let i = 0; i < numbers.length; i++) {
      const inLocator = numbers[i] ?? 0;
      const learnt = ofLocator[inLocator] ?? UNKNOWN;
      const known = learnt === UNKNOWN ? this.#learn(inLocator) : learnt;
      numbers[i] =
        known === BY_PLACE
          ? this.#shared(inLocator, snapPosition([coordinates[2 * i] ?? 0, coordinates[2 * i + 1] ?? 0]))
          : known;
    }
  }

  /** Where a village lies; null: nobody knows, undefined: there is none of this id. */
  place(village: VillageId): Position | null | undefined {
    const found = this.#inForce.area.villages.find(village);
    return found === null ? undefined : found.location;
  }

  unlocated(): number {
    this.#unlocated ??= this.#add(this.#answer('unlocated', []));
    return this.#unlocated;
  }

  #learn(inLocator: number): number {
    const { status, associations } = this.#inForce.loaded.locator.answer(inLocator);
    const isByPlace = status === 'overlap' && this.#zones.length > 0;
    const number = isByPlace
      ? BY_PLACE
      : status === 'outside'
        ? OUTSIDE
        : this.#add(this.#answer(status, associations));
    // Without holes: an array that has some is looked up as slowly as a map.
    while (this.#numbers.length <= inLocator) this.#numbers.push(UNKNOWN);
    this.#numbers[inLocator] = number;
    return number;
  }

  #shared(inLocator: number, position: Position): number {
    const found = this.#inForce.loaded.locator.answer(inLocator);
    const zone = zoneAt(position, found.associations, this.#zones);
    const key = zone === null ? `overlap ${inLocator}` : `zone ${zone.id}`;
    const known = this.#ofZones.get(key);
    if (known !== undefined) return known;
    const { status, associations } = agreedCoverage(position, found, this.#zones);
    const number = this.#add(this.#answer(status, associations));
    this.#ofZones.set(key, number);
    return number;
  }

  #answer(
    status: PlaceAnswer['status'],
    associations: readonly PlaceAnswer['associations'][number]['id'][],
  ): PlaceAnswer {
    const { area, loaded } = this.#inForce;
    return {
      status,
      associations: associations.map((id) => ({ id, name: area.names.get(id) ?? { ar: id, en: id } })),
      area: area.id,
      plan: loaded.plan?.id ?? null,
      version: loaded.plan?.version ?? null,
    };
  }
}
