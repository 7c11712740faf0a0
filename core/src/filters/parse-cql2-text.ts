import { COMPARISONS, type Filter, FilterError, type Place, type Queryables, type Scalar } from './filter.ts';
import { filterTokens, type Token } from './filter-tokens.ts';
import { FilterMaker } from './make-filter.ts';
import { boxPlace, pointPlace } from './place-literal.ts';
import { timeLiteral } from './time-literal.ts';

const DEEPEST = 32;

/** Reads a filter in CQL2 text. Errors: `FilterError` with the character at fault. */
export function parseCql2Text(text: string, queryables: Queryables): Filter {
  return new Parser(filterTokens(text), new FilterMaker(queryables)).whole();
}

/** One method for each rule of the grammar, the loosest first. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #make: FilterMaker;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], make: FilterMaker) {
    this.#tokens = tokens;
    this.#make = make;
  }

  whole(): Filter {
    const filter = this.#either();
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return filter;
  }

  #either(): Filter {
    const args = [this.#both()];
    while (this.#takeWord('or')) args.push(this.#both());
    return oneOrAll('or', args);
  }

  #both(): Filter {
    const args = [this.#negation()];
    while (this.#takeWord('and')) args.push(this.#negation());
    return oneOrAll('and', args);
  }

  #negation(): Filter {
    return this.#takeWord('not') ? { op: 'not', arg: this.#primary() } : this.#primary();
  }

  #primary(): Filter {
    if (!this.#takeSign('(')) return this.#predicate();
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new FilterError('too-deep', this.#peek().at);
    const filter = this.#either();
    this.#depth -= 1;
    this.#requireSign(')');
    return filter;
  }

  #predicate(): Filter {
    const { at } = this.#peek();
    if (this.#takeWord('s_intersects')) return this.#spatial();
    const value = this.#scalar();
    const comparison = COMPARISONS.find((one) => this.#takeSign(one));
    if (comparison !== undefined) return this.#make.compare(comparison, [value, this.#scalar()], at);
    if (this.#takeWord('is')) {
      const isNegated = this.#takeWord('not');
      if (!this.#takeWord('null')) throw this.#unexpected();
      return negatedIf(isNegated, this.#make.isNull(value));
    }
    const isNegated = this.#takeWord('not');
    if (this.#takeWord('like')) return negatedIf(isNegated, this.#make.like(value, this.#scalar(), at));
    if (this.#takeWord('between')) {
      const low = this.#scalar();
      if (!this.#takeWord('and')) throw this.#unexpected();
      return negatedIf(isNegated, this.#make.between(value, [low, this.#scalar()], at));
    }
    if (this.#takeWord('in')) return negatedIf(isNegated, this.#make.isIn(value, this.#list(), at));
    if (isNegated) throw this.#unexpected();
    return this.#make.isTrue(value, at);
  }

  #list(): Scalar[] {
    this.#requireSign('(');
    const list = [this.#scalar()];
    while (this.#takeSign(',')) list.push(this.#scalar());
    this.#requireSign(')');
    return list;
  }

  #scalar(): Scalar {
    const token = this.#peek();
    this.#next += 1;
    switch (token.kind) {
      case 'text':
        return { kind: 'literal', type: 'string', value: token.text };
      case 'number':
        return { kind: 'literal', type: 'number', value: Number(token.text) };
      case 'quoted':
        return this.#make.property(token.text, token.at);
      case 'word':
        return this.#worded(token);
      default:
        throw new FilterError('syntax', token.at, token.text);
    }
  }

  #worded({ text, at }: Token): Scalar {
    const word = text.toLowerCase();
    if (word === 'true' || word === 'false')
      return { kind: 'literal', type: 'boolean', value: word === 'true' };
    if (!this.#takeSign('(')) return this.#make.property(text, at);
    if (word === 'casei' || word === 'accenti') {
      const of = this.#scalar();
      this.#requireSign(')');
      return this.#make.folded(word, of, at);
    }
    if (word !== 'date' && word !== 'timestamp') throw new FilterError('not-supported', at, text);
    const written = this.#peek();
    if (written.kind !== 'text') throw this.#unexpected();
    this.#next += 1;
    this.#requireSign(')');
    return timeLiteral(word === 'date' ? 'day' : 'instant', written.text, written.at);
  }

  #spatial(): Filter {
    this.#requireSign('(');
    const first = this.#place();
    this.#requireSign(',');
    const second = this.#place();
    this.#requireSign(')');
    return { op: 'meets', operands: [first, second] };
  }

  #place(): Place {
    const { kind, text, at } = this.#peek();
    this.#next += 1;
    if (kind !== 'word' && kind !== 'quoted') throw new FilterError('syntax', at, text);
    const type = kind === 'word' ? text.toLowerCase() : '';
    if (type === 'point') this.#takeWord('z');
    if (kind === 'quoted' || this.#peek().text !== '(') {
      this.#make.requireGeometry(text, at);
      return 'feature';
    }
    switch (type) {
      case 'point':
        return pointPlace(this.#numbers(''), at);
      case 'bbox':
        return boxPlace(this.#numbers(','), at);
      default:
        throw new FilterError('not-supported', at, text);
    }
  }

  /** In brackets; nothing stands between them but the separator. */
  #numbers(separator: ',' | ''): number[] {
    this.#requireSign('(');
    const numbers = [this.#number()];
    while (!this.#takeSign(')')) {
      if (separator !== '') this.#requireSign(separator);
      numbers.push(this.#number());
    }
    return numbers;
  }

  #number(): number {
    const token = this.#peek();
    if (token.kind !== 'number') throw this.#unexpected();
    this.#next += 1;
    return Number(token.text);
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'word' || text.toLowerCase() !== word) return false;
    this.#next += 1;
    return true;
  }

  #takeSign(sign: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'sign' || text !== sign) return false;
    this.#next += 1;
    return true;
  }

  #requireSign(sign: string): void {
    if (!this.#takeSign(sign)) throw this.#unexpected();
  }

  #unexpected(): FilterError {
    const { at, text } = this.#peek();
    return new FilterError('syntax', at, text);
  }
}

function oneOrAll(op: 'and' | 'or', args: readonly Filter[]): Filter {
  const [only] = args;
  return only !== undefined && args.length === 1 ? only : { op, args };
}

function negatedIf(isNegated: boolean, filter: Filter): Filter {
  return isNegated ? { op: 'not', arg: filter } : filter;
}
