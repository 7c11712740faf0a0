import {
  type Comparison,
  type Filter,
  FilterError,
  type PropertyType,
  type Queryables,
  type Scalar,
} from './filter.ts';

/** Where a part of a filter stands, for refusals. */
type Spot = number | string;

/** Builds the parts of a filter, and sees to it that each is about properties there are and compares what can be compared. */
export class FilterMaker {
  readonly #queryables: Queryables;

  constructor(queryables: Queryables) {
    this.#queryables = queryables;
  }

  property(name: string, at: Spot): Scalar {
    return { kind: 'property', name, type: this.#typeOf(name, at) };
  }

  folded(kind: 'casei' | 'accenti', of: Scalar, at: Spot): Scalar {
    if (comparedAs(of) !== 'string') throw new FilterError('types-differ', at);
    return { kind, of };
  }

  compare(by: Comparison, [left, right]: readonly [Scalar, Scalar], at: Spot): Filter {
    this.#requireSameType([left, right], at);
    return { op: 'compare', by, left, right };
  }

  like(value: Scalar, pattern: Scalar, at: Spot): Filter {
    if (comparedAs(value) !== 'string' || comparedAs(pattern) !== 'string')
      throw new FilterError('types-differ', at);
    return { op: 'like', value, pattern };
  }

  between(value: Scalar, [low, high]: readonly [Scalar, Scalar], at: Spot): Filter {
    this.#requireSameType([value, low, high], at);
    return { op: 'between', value, low, high };
  }

  isIn(value: Scalar, list: readonly Scalar[], at: Spot): Filter {
    this.#requireSameType([value, ...list], at);
    return { op: 'in', value, list };
  }

  isNull(value: Scalar): Filter {
    return { op: 'is-null', value };
  }

  isTrue(value: Scalar, at: Spot): Filter {
    if (comparedAs(value) !== 'boolean') throw new FilterError('syntax', at);
    return { op: 'is-true', value };
  }

  requireGeometry(name: string, at: Spot): void {
    if (this.#typeOf(name, at) !== 'geometry') throw new FilterError('types-differ', at, name);
  }

  #typeOf(name: string, at: Spot): PropertyType {
    const type = Object.hasOwn(this.#queryables, name) ? this.#queryables[name] : undefined;
    if (type === undefined) throw new FilterError('property-unknown', at, name);
    return type;
  }

  #requireSameType(values: readonly Scalar[], at: Spot): void {
    const types = new Set(values.map(comparedAs));
    if (types.size > 1 || types.has('geometry')) throw new FilterError('types-differ', at);
  }
}

/** An instant and a day are both compared as times. */
function comparedAs(value: Scalar): 'string' | 'number' | 'boolean' | 'instant' | 'geometry' {
  if ('of' in value) return 'string';
  switch (value.type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'day':
    case 'instant':
      return 'instant';
    default:
      return value.type;
  }
}
