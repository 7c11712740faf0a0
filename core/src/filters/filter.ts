import type { Box } from '../geometry/geometry-meets-box.ts';

/** What a property of a feature can be asked as; an instant is written as RFC 3339 says. */
export type PropertyType = 'string' | 'number' | 'integer' | 'boolean' | 'instant' | 'geometry';

/** The properties that a filter may name. */
export type Queryables = Readonly<Record<string, PropertyType>>;

/** A value within a filter; an instant in milliseconds, or a day in them. */
export type Scalar =
  | {
      readonly kind: 'literal';
      readonly type: 'string' | 'number' | 'boolean' | 'instant' | 'day';
      readonly value: string | number | boolean;
    }
  | { readonly kind: 'property'; readonly name: string; readonly type: PropertyType }
  | { readonly kind: 'casei' | 'accenti'; readonly of: Scalar };

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A filter of features as CQL2 writes it, in text or in JSON (OGC 21-065r2). */
export type Filter =
  | { readonly op: 'and' | 'or'; readonly args: readonly Filter[] }
  | { readonly op: 'not'; readonly arg: Filter }
  | { readonly op: 'compare'; readonly by: Comparison; readonly left: Scalar; readonly right: Scalar }
  | { readonly op: 'like'; readonly value: Scalar; readonly pattern: Scalar }
  | { readonly op: 'between'; readonly value: Scalar; readonly low: Scalar; readonly high: Scalar }
  | { readonly op: 'in'; readonly value: Scalar; readonly list: readonly Scalar[] }
  | { readonly op: 'is-null'; readonly value: Scalar }
  | { readonly op: 'is-true'; readonly value: Scalar }
  | { readonly op: 'meets'; readonly operands: readonly [Place, Place] };

/** The place of the feature itself, or boxes in the coordinates that the filter is written in; a point is a box too. */
export type Place = 'feature' | readonly Box[];

/** Why a filter cannot be read: at which character, or at which JSON pointer. */
export class FilterError extends Error {
  readonly at: string;
  readonly why: FilterFault;
  readonly what: string;

  constructor(why: FilterFault, at: number | string, what = '') {
    super(`${why} ${at} ${what}`);
    this.why = why;
    this.at = String(at);
    this.what = what;
  }
}

export type FilterFault = 'syntax' | 'property-unknown' | 'types-differ' | 'not-supported' | 'too-deep';
