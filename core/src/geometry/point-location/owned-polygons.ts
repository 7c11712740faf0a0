import type { GridPolygon } from '../grid.ts';
import { OwnerSets } from './owner-sets.ts';

/** The owner of the planning area's polygons; the others are numbered from 1. */
export const AREA = 0;

/** Polygons with the number of their owner, and the answers to who covers a place: numbers of sets of owners. */
export class OwnedPolygons {
  readonly polygons: readonly GridPolygon[];
  readonly sets: OwnerSets;
  private readonly owners: readonly number[];
  private readonly hasArea: boolean;

  constructor(owned: readonly { readonly owner: number; readonly polygons: readonly GridPolygon[] }[]) {
    this.polygons = owned.flatMap(({ polygons }) => polygons);
    this.owners = owned.flatMap(({ owner, polygons }) => polygons.map(() => owner));
    this.sets = new OwnerSets(1 + owned.reduce((most, { owner }) => Math.max(most, owner), 0));
    this.hasArea = owned.some(({ owner }) => owner === AREA);
  }

  ownerOf(polygon: number): number {
    return this.owners[polygon] ?? AREA;
  }

  /** The answer for a place that these owners cover: beyond the area it is the same whoever claims the place. */
  answerFor(owners: readonly number[]): number {
    return this.hasArea && !owners.includes(AREA) ? this.sets.of([]) : this.sets.of(owners);
  }
}
