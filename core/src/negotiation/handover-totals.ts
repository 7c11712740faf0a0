import type { MeasuredCell } from '../geometry/coverage-map/coverage-map.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Handover } from './handover.ts';

/** What goes from one association to another. */
export interface Exchange {
  /** Null: nobody loses it; it was a gap, or who had it keeps it. */
  readonly from: AssociationId | null;
  /** Null: nobody wins it; it becomes a gap, or others had it already. */
  readonly to: AssociationId | null;
  readonly areaKm2: number;
}

/** What one association gains and loses altogether, each place once: after − before = gained − lost. */
export interface Balance {
  readonly association: AssociationId;
  readonly gainedKm2: number;
  readonly lostKm2: number;
}

export interface HandoverTotals {
  /** Every place that changes hands, once. */
  readonly areaKm2: number;
  /** In the order of the ids, null first. A place that several lose or win counts for each pair of them. */
  readonly exchanges: readonly Exchange[];
  /** Those who gain or lose anything, in the order of the ids. */
  readonly balances: readonly Balance[];
}

/** Adds up what happens on the cells of a coverage map. */
export function handoverTotals(
  cells: readonly MeasuredCell[],
  handoverOf: (cell: MeasuredCell) => Handover | null,
): HandoverTotals {
  // Summed in square metres, which the map counts in whole units: so no order of the cells makes a difference.
  const [exchanged, gained, lost] = [
    new Sums<string>(),
    new Sums<AssociationId>(),
    new Sums<AssociationId>(),
  ];
  const pairs = new Map<string, Pick<Exchange, 'from' | 'to'>>();
  let areaM2 = 0;
  for (const cell of cells) {
    const handover = cell.areaM2 === 0 ? null : handoverOf(cell);
    if (!handover) continue;
    areaM2 += cell.areaM2;
    const { losers, winners } = sidesOf(handover);
    for (const pair of pairsOf(losers, winners)) {
      pairs.set(keyOf(pair), pair);
      exchanged.add(keyOf(pair), cell.areaM2);
    }
    for (const association of losers) lost.add(association, cell.areaM2);
    for (const association of winners) gained.add(association, cell.areaM2);
  }
  return {
    areaKm2: areaM2 / 1e6,
    exchanges: [...pairs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, pair]) => ({ ...pair, areaKm2: exchanged.km2Of(key) })),
    balances: [...new Set([...gained.keys(), ...lost.keys()])].sort().map((association) => ({
      association,
      gainedKm2: gained.km2Of(association),
      lostKm2: lost.km2Of(association),
    })),
  };
}

class Sums<Key> {
  readonly #sums = new Map<Key, number>();

  add(key: Key, areaM2: number): void {
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + areaM2);
  }

  km2Of(key: Key): number {
    return (this.#sums.get(key) ?? 0) / 1e6;
  }

  keys(): Iterable<Key> {
    return this.#sums.keys();
  }
}

function sidesOf({ before, after }: Handover): { losers: AssociationId[]; winners: AssociationId[] } {
  return {
    losers: before.filter((association) => !after.includes(association)),
    winners: after.filter((association) => !before.includes(association)),
  };
}

function pairsOf(
  losers: readonly AssociationId[],
  winners: readonly AssociationId[],
): Pick<Exchange, 'from' | 'to'>[] {
  const receivers = winners.length > 0 ? winners : [null];
  return (losers.length > 0 ? losers : [null]).flatMap((from) => receivers.map((to) => ({ from, to })));
}

function keyOf({ from, to }: Pick<Exchange, 'from' | 'to'>): string {
  return `${from ?? ''} ${to ?? ''}`;
}
