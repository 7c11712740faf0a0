import {
  type Box,
  DomainError,
  type Filter,
  FilterError,
  type ProblemCode,
  type PropertyType,
  parseCql2Json,
  parseCql2Text,
  type Queryables,
} from '@nitaq/core';
import { COORDINATE_SYSTEMS, type CoordinateSystem, CRS84 } from './coordinate-systems.ts';
import { readDatetime, type TimeAsked } from './time-asked.ts';

export const DEFAULT_LIMIT = 100;
export const HIGHEST_LIMIT = 10_000;

/** Parameters as they stand in an address. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is asked of the items of a collection. */
export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  readonly asked: TimeAsked | null;
  readonly crs: CoordinateSystem;
  /** Two where a box runs over the 180th meridian. */
  readonly within: { readonly boxes: readonly Box[]; readonly crs: CoordinateSystem } | null;
  readonly filters: readonly Filter[];
  readonly filterCrs: CoordinateSystem;
}

const ITEMS_PARAMETERS = [
  'f',
  'lang',
  'limit',
  'offset',
  'bbox',
  'bbox-crs',
  'datetime',
  'crs',
  'filter',
  'filter-lang',
  'filter-crs',
] as const;

/** Reads the parameters of a page of items. Errors: `query-parameter-unknown`, `query-parameter-invalid`, `filter-…`. */
export function readItemsQuery(query: Query, queryables: Queryables): ItemsQuery {
  const properties = propertyParameters(queryables);
  const given = singleValues(query, [...ITEMS_PARAMETERS, ...properties]);
  const filterCrs = readCrs(given, 'filter-crs');
  const equals = properties.flatMap((name): Filter[] => {
    const value = given[name];
    return value === undefined ? [] : [equalTo(name, queryables[name] ?? 'string', value)];
  });
  const filter = readFilter(given, queryables);
  return {
    limit: Math.min(readCount(given, 'limit', 1) ?? DEFAULT_LIMIT, HIGHEST_LIMIT),
    offset: readCount(given, 'offset', 0) ?? 0,
    asked: given.datetime === undefined ? null : readDatetime(given.datetime),
    crs: readCrs(given, 'crs'),
    within: readBbox(given),
    filters: filter === null ? equals : [...equals, filter],
    filterCrs,
  };
}

/** The system of coordinates that a single feature is asked in. Errors as above. */
export function readItemQuery(query: Query): CoordinateSystem {
  return readCrs(singleValues(query, ['f', 'lang', 'crs']), 'crs');
}

/** Sees to it that only known parameters are given, each once. Errors: `query-parameter-unknown`, `query-parameter-invalid`. */
export function singleValues(
  query: Query,
  known: readonly string[],
): Readonly<Record<string, string | undefined>> {
  for (const [parameter, value] of Object.entries(query)) {
    if (!known.includes(parameter)) {
      throw new DomainError('query-parameter-unknown', { parameter, known: known.join(', ') });
    }
    if (typeof value !== 'string') throw invalid(parameter, String(value));
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

/** The properties that can be asked for as parameters. */
export function propertyParameters(queryables: Queryables): string[] {
  return Object.keys(queryables).filter((name) => queryables[name] !== 'geometry');
}

type Given = ReturnType<typeof singleValues>;

function readCount(given: Given, parameter: string, lowest: number): number | null {
  const value = given[parameter];
  if (value === undefined) return null;
  const count = Number(value);
  if (!/^\d{1,15}$/.test(value) || count < lowest) throw invalid(parameter, value);
  return count;
}

function readCrs(given: Given, parameter: string): CoordinateSystem {
  const value = given[parameter];
  if (value === undefined) return CRS84;
  const system = COORDINATE_SYSTEMS.find(({ uri }) => uri === value);
  if (system === undefined) throw invalid(parameter, value);
  return system;
}

function readBbox(given: Given): ItemsQuery['within'] {
  const crs = readCrs(given, 'bbox-crs');
  const { bbox } = given;
  if (bbox === undefined) return null;
  const numbers = bbox
    .split(',')
    .map((text) => (/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN));
  // Of six numbers the third and the sixth are heights, and nothing here has one.
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const [lowX, lowY, highX, highY] = flat;
  if (
    flat.length !== 4 ||
    lowX === undefined ||
    lowY === undefined ||
    highX === undefined ||
    highY === undefined
  ) {
    throw invalid('bbox', bbox);
  }
  if (!numbers.every(Number.isFinite)) throw invalid('bbox', bbox);
  const boxes = boxesOf([lowX, lowY, highX, highY], crs);
  if (boxes === null) throw invalid('bbox', bbox);
  return { boxes, crs };
}

/** Null: it is none. Longitudes may run from the east of the 180th meridian to its west. */
function boxesOf(box: Box, { longitudeAt }: CoordinateSystem): Box[] | null {
  const [lowX, lowY, highX, highY] = box;
  if (longitudeAt === 0 && lowX > highX && lowY <= highY) {
    return [
      [lowX, lowY, 180, highY],
      [-180, lowY, highX, highY],
    ];
  }
  if (longitudeAt === 1 && lowY > highY && lowX <= highX) {
    return [
      [lowX, lowY, highX, 180],
      [lowX, -180, highX, highY],
    ];
  }
  return lowX <= highX && lowY <= highY ? [box] : null;
}

function equalTo(name: string, type: PropertyType, text: string): Filter {
  const left = { kind: 'property', name, type } as const;
  const right = { kind: 'literal', ...literalOf(name, type, text) } as const;
  return { op: 'compare', by: '=', left, right };
}

function literalOf(name: string, type: PropertyType, text: string) {
  switch (type) {
    case 'number':
    case 'integer':
      if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) throw invalid(name, text);
      return { type: 'number', value: Number(text) } as const;
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw invalid(name, text);
      return { type: 'boolean', value: text === 'true' } as const;
    case 'instant': {
      const value = Date.parse(text);
      if (Number.isNaN(value)) throw invalid(name, text);
      return { type: 'instant', value } as const;
    }
    case 'string':
    case 'geometry':
      return { type: 'string', value: text } as const;
  }
}

const FILTER_PROBLEMS: Readonly<Record<FilterError['why'], ProblemCode>> = {
  syntax: 'filter-syntax',
  'property-unknown': 'filter-property-unknown',
  'types-differ': 'filter-types-differ',
  'not-supported': 'filter-not-supported',
  'too-deep': 'filter-too-deep',
};

function readFilter(given: Given, queryables: Queryables): Filter | null {
  const { filter, 'filter-lang': language = 'cql2-text' } = given;
  if (language !== 'cql2-text' && language !== 'cql2-json') throw invalid('filter-lang', language);
  if (filter === undefined) return null;
  try {
    return language === 'cql2-text'
      ? parseCql2Text(filter, queryables)
      : parseCql2Json(readJson(filter), queryables);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new DomainError(FILTER_PROBLEMS[error.why], { at: error.at, what: error.what });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FilterError('syntax', '', error instanceof Error ? error.message : '');
  }
}

function invalid(parameter: string, value: string): DomainError {
  return new DomainError('query-parameter-invalid', { parameter, value });
}
