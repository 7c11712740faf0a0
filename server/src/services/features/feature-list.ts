import type { Box } from '@nitaq/core';
import Flatbush from 'flatbush';
import { LRUCache } from 'lru-cache';
import type { MapFeature } from './feature.ts';

/** Features in an order that stays, with an index of where they are; the same list is the same features. */
export class FeatureList {
  readonly all: readonly MapFeature[];
  #located: MapFeature[] = [];
  #index: Flatbush | null = null;

  constructor(all: readonly MapFeature[]) {
    this.all = all;
  }

  /** Those whose own boxes meet any of these, in their order. */
  near(boxes: readonly Box[]): MapFeature[] {
    this.#index ??= this.#indexed();
    const index = this.#index;
    if (index === null) return [];
    const found = boxes.flatMap((box) => index.search(...box)).sort((a, b) => a - b);
    const near: MapFeature[] = [];
    for (const [i, at] of found.entries()) {
      const feature = this.#located[at];
      if (feature !== undefined && at !== found[i - 1]) near.push(feature);
    }
    return near;
  }

  /** Made when it is first asked for; null: nothing has a place. */
  #indexed(): Flatbush | null {
    const located = this.all.filter(({ box }) => box !== null);
    if (located.length === 0) return null;
    const index = new Flatbush(located.length);
    for (const { box } of located) if (box !== null) index.add(...box);
    index.finish();
    this.#located = located;
    return index;
  }
}

/**
 * Joins lists to one; the same lists to the same one, for as many features as are kept together: each keeps those it was made
 * of, which the lists themselves may have given up.
 */
export function createListJoiner(mostFeatures: number): (parts: readonly FeatureList[]) => FeatureList {
  const numbers = new WeakMap<FeatureList, number>();
  let last = 0;
  const numberOf = (list: FeatureList) => {
    const number = numbers.get(list) ?? ++last;
    numbers.set(list, number);
    return number;
  };
  const joined = new LRUCache<string, FeatureList>({
    maxSize: mostFeatures,
    sizeCalculation: ({ all }) => 1 + all.length,
  });
  return (parts) => {
    const [only, another] = parts;
    if (only !== undefined && another === undefined) return only;
    const key = parts.map(numberOf).join();
    const known = joined.get(key) ?? new FeatureList(parts.flatMap(({ all }) => all));
    joined.set(key, known);
    return known;
  };
}
