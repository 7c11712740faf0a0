import type { AssociationId, BatchLegend } from '@nitaq/core';
import { sha256 } from '../../sha256.ts';
import type { AreaInForce } from '../coverage-lookup.ts';
import type { PlaceAnswer } from './place-answers.ts';

const IN_NO_AREA = 0;
const IN_A_GAP = -1;
const CONTESTED = -2;
/** The number of a pair that is no place on Earth. */
export const NO_PLACE = -3;

export function legendOf(inForce: readonly AreaInForce[]): BatchLegend {
  return {
    others: {
      [IN_NO_AREA]: 'outside',
      [IN_A_GAP]: 'gap',
      [CONTESTED]: 'overlap',
      [NO_PLACE]: 'not a longitude and a latitude',
    },
    plans: inForce.map(({ area, loaded: { plan } }) => ({
      area: area.id,
      plan: plan?.id ?? null,
      version: plan?.version ?? null,
    })),
    associations: inForce.flatMap(({ area }) =>
      [...area.names].sort(byId).map(([id, name]) => ({ area: area.id, id, name })),
    ),
  };
}

/** Tells one legend from another. */
export function digestOf(legend: BatchLegend): string {
  return sha256(JSON.stringify(legend)).slice(0, 32);
}

/** The number of an answer; where associations share a place by agreement, that of the lead. */
export function numberingBy({ associations }: BatchLegend): (answer: PlaceAnswer) => number {
  const numbers = new Map(associations.map(({ area, id }, i) => [`${area} ${id}`, i + 1]));
  return ({ status, area, associations: [first] }) => {
    switch (status) {
      case 'outside':
      case 'unlocated':
        return IN_NO_AREA;
      case 'gap':
        return IN_A_GAP;
      case 'overlap':
        return CONTESTED;
      case 'covered':
        return numbers.get(`${area} ${first?.id}`) ?? IN_NO_AREA;
    }
  };
}

function byId([a]: readonly [AssociationId, unknown], [b]: readonly [AssociationId, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
