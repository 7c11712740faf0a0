import { boxAround, boxMeetsBox, geometryMeetsBox } from '../geometry/geometry-meets-box.ts';
import type { Point, Polygonal } from '../model/geometry.ts';
import type { Comparison, Filter, Place, Scalar } from './filter.ts';
import { isLike } from './is-like.ts';

/** What a filter is asked about. */
export interface FilteredFeature {
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  /** In the coordinates that the filter is written in. */
  readonly geometry: () => Point | Polygonal | null;
}

/** Null: not known, because a value is missing. What is not known is not accepted, and neither is its negation. */
type Truth = boolean | null;
type Value = string | number | boolean | null;

/** Whether a filter accepts a feature. */
export function filterAccepts(filter: Filter, feature: FilteredFeature): boolean {
  return truthOf(filter, feature) === true;
}

function truthOf(filter: Filter, feature: FilteredFeature): Truth {
  const value = (scalar: Scalar) => readScalar(scalar, feature);
  switch (filter.op) {
    case 'and':
      return all(filter.args.map((arg) => truthOf(arg, feature)));
    case 'or':
      return negated(all(filter.args.map((arg) => negated(truthOf(arg, feature)))));
    case 'not':
      return negated(truthOf(filter.arg, feature));
    case 'compare':
      return compared(value(filter.left), filter.by, value(filter.right));
    case 'between':
      return all([
        compared(value(filter.value), '>=', value(filter.low)),
        compared(value(filter.value), '<=', value(filter.high)),
      ]);
    case 'in':
      return negated(all(filter.list.map((one) => compared(value(filter.value), '<>', value(one)))));
    case 'like': {
      const [text, pattern] = [value(filter.value), value(filter.pattern)];
      return text === null || pattern === null ? null : isLike(String(text), String(pattern));
    }
    case 'is-null':
      return value(filter.value) === null;
    case 'is-true':
      return value(filter.value) === null ? null : value(filter.value) === true;
    case 'meets':
      return placesMeet(filter.operands, feature);
  }
}

function placesMeet([first, second]: readonly [Place, Place], feature: FilteredFeature): Truth {
  const boxes = first === 'feature' ? second : first;
  if (first !== 'feature' && second !== 'feature') {
    return first.some((one) => second.some((another) => boxMeetsBox(one, another)));
  }
  const geometry = feature.geometry();
  if (geometry === null) return null;
  if (boxes === 'feature') return true;
  const around = boxAround(geometry);
  return boxes.some((box) => boxMeetsBox(around, box) && geometryMeetsBox(geometry, box));
}

function readScalar(scalar: Scalar, feature: FilteredFeature): Value {
  switch (scalar.kind) {
    case 'literal':
      return scalar.value;
    case 'property': {
      const value = feature.properties[scalar.name] ?? null;
      return scalar.type === 'instant' && value !== null ? Date.parse(String(value)) : value;
    }
    case 'casei': {
      const text = readScalar(scalar.of, feature);
      return text === null ? null : String(text).normalize('NFC').toUpperCase().toLowerCase();
    }
    case 'accenti': {
      const text = readScalar(scalar.of, feature);
      return text === null ? null : String(text).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    }
  }
}

function compared(left: Value, by: Comparison, right: Value): Truth {
  if (left === null || right === null) return null;
  switch (by) {
    case '=':
      return left === right;
    case '<>':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
  }
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
