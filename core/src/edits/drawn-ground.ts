import type { Cell } from '../geometry/coverage-map/cells.ts';
import type { MultiPolygon, Polygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import {
  type CutPlan,
  claimantsOf,
  cutPlan,
  isInShape,
  polygonsIn,
  shapesAsTerritories,
} from './cut-plan.ts';
import type { EditedPlan } from './edit.ts';

/** The ground under a drawn shape. */
export interface DrawnGround {
  /** With its borders cut where the shape meets them. */
  readonly plan: CutPlan;
  /** In the area. */
  readonly within: MultiPolygon;
  /** The same in parts that are connected and have the same claimants everywhere. */
  partsWithin(): Polygon[];
  /** Beyond it, as far as territories reach. */
  readonly beyond: MultiPolygon;
}

/** The wanted ground under a drawn shape. */
export function groundUnder(
  { boundary, territories }: Pick<EditedPlan, 'boundary' | 'territories'>,
  shape: MultiPolygon,
  isWanted: (claimants: readonly AssociationId[], isWithin: boolean) => boolean,
): DrawnGround {
  const cut = cutPlan({ boundary, territories: [...territories, ...shapesAsTerritories([shape])] });
  const isOn = (side: boolean, cell: Cell): boolean => {
    const claimants = claimantsOf(cell);
    const isThere = cell.isWithin === side && isInShape(cell, 0) && (side || claimants.length > 0);
    return isThere && isWanted(claimants, side);
  };
  const outlineOf = (side: boolean): MultiPolygon => cut.map.outlineOf((cell) => isOn(side, cell));
  const partsWithin = (): Polygon[] => {
    const wanted = cut.map.cells.filter((cell) => isOn(true, cell));
    return [...new Set(wanted.map(nameOf))].flatMap((name) =>
      polygonsIn(cut.map.outlineOf((cell) => isOn(true, cell) && nameOf(cell) === name)),
    );
  };
  const beyond = boundary === null ? NOTHING : outlineOf(false);
  return { plan: { ...cut, territories }, within: outlineOf(true), partsWithin, beyond };
}

function nameOf({ associations }: Cell): string {
  return associations.join(' ');
}

const NOTHING: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
