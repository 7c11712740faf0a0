import { COMPARISONS, type Filter, FilterError, type Place, type Queryables, type Scalar } from './filter.ts';
import { FilterMaker } from './make-filter.ts';
import { boxPlace, pointPlace } from './place-literal.ts';
import { timeLiteral } from './time-literal.ts';

const DEEPEST = 64;

/** Reads a filter in CQL2 JSON. Errors: `FilterError` with the JSON pointer at fault. */
export function parseCql2Json(json: unknown, queryables: Queryables): Filter {
  return new Reader(new FilterMaker(queryables)).filter(json, '');
}

class Reader {
  readonly #make: FilterMaker;

  constructor(make: FilterMaker) {
    this.#make = make;
  }

  filter(json: unknown, at: string): Filter {
    if (at.split('/').length > DEEPEST) throw new FilterError('too-deep', at);
    if (typeof json === 'boolean')
      return this.#make.isTrue({ kind: 'literal', type: 'boolean', value: json }, at);
    const op = memberOf(json, 'op');
    if (typeof op !== 'string') return this.#make.isTrue(this.#scalar(json, at), at);
    const args = memberOf(json, 'args');
    if (!Array.isArray(args)) throw new FilterError('syntax', `${at}/args`);
    const scalars = () => args.map((arg, i) => this.#scalar(arg, `${at}/args/${i}`));
    switch (op) {
      case 'and':
      case 'or':
        if (args.length < 2) throw new FilterError('syntax', `${at}/args`);
        return { op, args: args.map((arg, i) => this.filter(arg, `${at}/args/${i}`)) };
      case 'not':
        requireCount(args, 1, at);
        return { op, arg: this.filter(args[0], `${at}/args/0`) };
      case 'like': {
        const [value, pattern] = pair(scalars(), at);
        return this.#make.like(value, pattern, at);
      }
      case 'between': {
        const [value, ...limits] = scalars();
        if (value === undefined) throw new FilterError('syntax', `${at}/args`);
        return this.#make.between(value, pair(limits, at), at);
      }
      case 'in': {
        requireCount(args, 2, at);
        if (!Array.isArray(args[1])) throw new FilterError('syntax', `${at}/args/1`);
        const list = args[1].map((one, i) => this.#scalar(one, `${at}/args/1/${i}`));
        return this.#make.isIn(this.#scalar(args[0], `${at}/args/0`), list, at);
      }
      case 'isNull': {
        requireCount(args, 1, at);
        return this.#make.isNull(this.#scalar(args[0], `${at}/args/0`));
      }
      case 's_intersects':
        requireCount(args, 2, at);
        return this.#spatial(args, at);
    }
    const comparison = COMPARISONS.find((one) => one === op);
    if (comparison === undefined) throw new FilterError('not-supported', `${at}/op`, op);
    return this.#make.compare(comparison, pair(scalars(), at), at);
  }

  #scalar(json: unknown, at: string): Scalar {
    if (at.split('/').length > DEEPEST) throw new FilterError('too-deep', at);
    if (typeof json === 'string') return { kind: 'literal', type: 'string', value: json };
    if (typeof json === 'number') return { kind: 'literal', type: 'number', value: json };
    if (typeof json === 'boolean') return { kind: 'literal', type: 'boolean', value: json };
    const [property, date, timestamp, op] = ['property', 'date', 'timestamp', 'op'].map((name) =>
      memberOf(json, name),
    );
    if (property !== undefined) return this.#make.property(textOf(property, at), at);
    if (date !== undefined) return timeLiteral('day', textOf(date, at), at);
    if (timestamp !== undefined) return timeLiteral('instant', textOf(timestamp, at), at);
    const args = memberOf(json, 'args');
    if ((op === 'casei' || op === 'accenti') && Array.isArray(args) && args.length === 1) {
      return this.#make.folded(op, this.#scalar(args[0], `${at}/args/0`), at);
    }
    throw new FilterError(
      op === undefined ? 'syntax' : 'not-supported',
      at,
      op === undefined ? '' : String(op),
    );
  }

  #spatial(args: readonly unknown[], at: string): Filter {
    const [first, second] = [0, 1].map((i) => this.#place(args[i], `${at}/args/${i}`));
    if (first === undefined || second === undefined) throw new FilterError('syntax', `${at}/args`);
    return { op: 'meets', operands: [first, second] };
  }

  #place(json: unknown, at: string): Place {
    const property = memberOf(json, 'property');
    if (property !== undefined) {
      this.#make.requireGeometry(textOf(property, at), at);
      return 'feature';
    }
    const bbox = memberOf(json, 'bbox');
    const type = memberOf(json, 'type');
    if (bbox !== undefined && type === undefined)
      return boxPlace(numbersOf(bbox, `${at}/bbox`), `${at}/bbox`);
    if (type !== 'Point') throw new FilterError('not-supported', at, typeof type === 'string' ? type : '');
    const coordinates = `${at}/coordinates`;
    return pointPlace(numbersOf(memberOf(json, 'coordinates'), coordinates), coordinates);
  }
}

function memberOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name)
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
}

function pair(values: readonly Scalar[], at: string): [Scalar, Scalar] {
  const [first, second] = values;
  if (first === undefined || second === undefined || values.length !== 2)
    throw new FilterError('syntax', `${at}/args`);
  return [first, second];
}

function requireCount(args: readonly unknown[], count: number, at: string): void {
  if (args.length !== count) throw new FilterError('syntax', `${at}/args`);
}

function textOf(json: unknown, at: string): string {
  if (typeof json !== 'string') throw new FilterError('syntax', at);
  return json;
}

function numbersOf(json: unknown, at: string): number[] {
  const numbers = Array.isArray(json) ? json.filter((one) => typeof one === 'number') : [];
  if (!Array.isArray(json) || numbers.length !== json.length) throw new FilterError('syntax', at);
  return numbers;
}
