import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { type CutPlan, claimantsOf, cutPlan, isInShape, shapesAsTerritories } from './cut-plan.ts';
import type { EditedPlan } from './edit.ts';

/** The ground under a drawn shape. */
export interface DrawnGround {
  /** With its borders cut where the shape meets them. */
  readonly plan: CutPlan;
  /** In the area. */
  readonly within: MultiPolygon;
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
  const outlineOf = (side: boolean): MultiPolygon =>
    cut.map.outlineOf((cell) => {
      const claimants = claimantsOf(cell);
      const isThere = cell.isWithin === side && isInShape(cell, 0) && (side || claimants.length > 0);
      return isThere && isWanted(claimants, side);
    });
  const beyond = boundary === null ? NOTHING : outlineOf(false);
  return { plan: { ...cut, territories }, within: outlineOf(true), beyond };
}

const NOTHING: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
