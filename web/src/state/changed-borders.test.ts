import type { AffectedAssociation, AssociationId, Position, Reason, ReasonId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { changedBorders } from './changed-borders.ts';

const [A, B, C] = ['a', 'b', 'c'] as AssociationId[] as [AssociationId, AssociationId, AssociationId];
const reason = (associations: AssociationId[], text: string): Reason => ({
  id: text as ReasonId,
  line: [[40, 20]],
  associations,
  text,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  version: 1,
});
const line: Position[] = [
  [40, 20],
  [40, 20.01],
];
const affected = (association: AssociationId): AffectedAssociation => ({
  association,
  gainedKm2: 0,
  lostKm2: 0,
  villagesGained: [],
  villagesLost: [],
  borders: [{ associations: [A, B], gone: [line], come: [line, line] }],
  sharesOtherwise: false,
  termsChange: false,
});

test('a border that both sides tell of stands once, with how much of it is another and its reasons before and after', () => {
  const [border, ...rest] = changedBorders([affected(A), affected(B)], {
    before: [reason([B, A], 'wadi'), reason([A, C], 'road')],
    after: [reason([A, B], 'centre'), reason([A, C], 'road')],
  });
  expect(rest).toEqual([]);
  expect(border).toMatchObject({
    associations: [A, B],
    before: [{ text: 'wadi' }],
    after: [{ text: 'centre' }],
  });
  expect(Math.round((border?.comeM ?? 0) / (border?.goneM ?? 1))).toBe(2);
});

test('a border that runs as before for another reason is told of too', () => {
  const said = { before: [reason([A, C], 'road')], after: [reason([A, C], 'new road')] };
  expect(changedBorders([], said)).toMatchObject([{ associations: [A, C], goneM: 0, comeM: 0, ...said }]);
});
