import {
  borderEdges,
  bordersWithin,
  nearestOnBorder,
  nearestTerritory,
  type Pin,
  type Position,
} from '@nitaq/core';
import { type ChosenThings, chosenSubjects } from './chosen-subjects.ts';
import { drawnTerritories } from './editor/draft-territories.ts';

type ChosenPin = Exclude<Pin, { kind: 'whole' }>;

/** As far as a lookup tells of a border. */
const NEAR_M = 2_000;

/** What can be spoken about of what is chosen on the map, what most likely is meant first; the whole is not among it. */
export function chosenPins(state: ChosenThings): ChosenPin[] {
  const subjects = chosenSubjects(state);
  const ground = subjects.flatMap((subject): ChosenPin[] => {
    if (subject.kind === 'village' || subject.kind === 'place') return [subject];
    const isFace = subject.kind === 'gap' || subject.kind === 'overlap';
    return isFace ? [{ kind: 'place', position: subject.position }] : [];
  });
  const border = proposedBorder(state, ground[0]) ?? subjects.find((subject) => subject.kind === 'border');
  // More than two have no border with each other.
  return border && border.associations.length <= 2 ? [...ground, border] : ground;
}

/** The border close by in the plan that is shown: what is proposed, a lookup of what is in force knows nothing of. */
function proposedBorder(
  { plan, area }: ChosenThings,
  pin: ChosenPin | undefined,
): (ChosenPin & { kind: 'border' }) | null {
  const at = pin === undefined || area.status !== 'ready' ? null : positionOf(pin, area.value.villages);
  if (at === null || plan.status !== 'ready' || plan.value === null) return null;
  const territories = drawnTerritories(plan.value.territories);
  const own = nearestTerritory(territories, at);
  const other = own && own.distanceM <= NEAR_M && bordersWithin(territories, at, [own.association], NEAR_M);
  if (!own || !other) return null;
  const associations = [own.association, other.association].sort();
  const position = nearestOnBorder(borderEdges(territories, associations), at);
  return position && { kind: 'border', position, associations };
}

function positionOf(
  pin: ChosenPin,
  villages: readonly { readonly id: string; readonly location: Position | null }[],
): Position | null {
  if (pin.kind !== 'village') return pin.position;
  return villages.find(({ id }) => id === pin.village)?.location ?? null;
}
