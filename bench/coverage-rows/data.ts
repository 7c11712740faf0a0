import { damage, VERTEX_DAMAGES } from '../../core/test/generators/damage.ts';
import { type PlantedDefect, plantDefects } from '../../core/test/generators/planted-defects.ts';
import { type GeneratedPlan, wigglyPlan } from '../../core/test/generators/wiggly-plan.ts';
import { loadUsCounties, type UsCounties } from '../us-counties.ts';

/** Four territories with wiggly borders; a tenth of their vertices moved, swapped, doubled or drawn out to spikes. */
export function fourDamaged(verticesEach: number): GeneratedPlan {
  const plan = wigglyPlan({ seed: 1, territories: 4, verticesEach });
  return damage(plan, { seed: 2, share: 0.1, kinds: VERTEX_DAMAGES }).plan;
}

export const usCounties: UsCounties = loadUsCounties();

/** The counties with defects planted in one of fifty. */
export function damagedCounties(): UsCounties & { readonly defects: readonly PlantedDefect[] } {
  const { territories, defects } = plantDefects(usCounties.territories, { seed: 1, share: 0.02 });
  return { boundary: usCounties.boundary, territories, defects };
}
