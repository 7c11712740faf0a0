import type { AffectedAssociation, AssociationId, Reason } from '@nitaq/core';
import { lineLengthM } from './line-length.ts';

/** A border that a proposal changes, and why it ran and shall run where it does. */
export interface ChangedBorder {
  /** One, where it is no other's border. */
  readonly associations: readonly AssociationId[];
  /** How much of it is no longer the border of the two, m. */
  readonly goneM: number;
  /** How much of it is new, m. */
  readonly comeM: number;
  readonly before: readonly Reason[];
  readonly after: readonly Reason[];
}

/** The reasons of a plan's borders before and after a proposal. */
export interface ReasonsOfBoth {
  readonly before: readonly Reason[];
  readonly after: readonly Reason[];
}

/** Each border once that runs otherwise, or is said to run where it does for another reason. */
export function changedBorders(
  affected: readonly AffectedAssociation[],
  { before, after }: ReasonsOfBoth,
): ChangedBorder[] {
  const lengths = new Map(
    affected.flatMap(({ borders }) =>
      borders.map(({ associations, gone, come }) => [keyOf(associations), { associations, gone, come }]),
    ),
  );
  const resaid = [...missingIn(before, after), ...missingIn(after, before)];
  const borders = new Map<string, readonly AssociationId[]>([
    ...[...lengths].map(([key, { associations }]) => [key, associations] as const),
    ...resaid.map(({ associations }) => [keyOf(associations), associations] as const),
  ]);
  return [...borders].map(([key, associations]) => {
    const of = (reasons: readonly Reason[]) => reasons.filter((one) => keyOf(one.associations) === key);
    const { gone = [], come = [] } = lengths.get(key) ?? {};
    return {
      associations,
      goneM: sum(gone.map(lineLengthM)),
      comeM: sum(come.map(lineLengthM)),
      before: of(before),
      after: of(after),
    };
  });
}

function missingIn(there: readonly Reason[], here: readonly Reason[]): Reason[] {
  const said = new Set(here.map(({ associations, text }) => `${keyOf(associations)} ${text}`));
  return there.filter(({ associations, text }) => !said.has(`${keyOf(associations)} ${text}`));
}

function keyOf(associations: readonly AssociationId[]): string {
  return [...associations].sort().join(' ');
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
