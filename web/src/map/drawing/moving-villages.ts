import type { Position, VillageId } from '@nitaq/core';
import type { Map as MapLibre } from 'maplibre-gl';
import { villageMoves } from '../../state/village-moves.ts';
import { TOKENS, territoryColours } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';

/** A ring around a village that would change hands, and over it the seat of its new association. */
interface Mark {
  readonly location: Position;
  readonly ring: string;
  /** The colour of the name: not every ring's could be read. */
  readonly ink: string;
  readonly name: string;
}

interface ShownMark extends Mark {
  readonly element: HTMLElement;
}

/**
 * While a border is dragged: the villages that would change hands. Elements over the map, as its layers would have it
 * place all its names anew with each village, which takes longer than all else in such a frame.
 */
export function createMovingVillages(map: MapLibre): (scene: Scene) => void {
  const host = document.createElement('div');
  host.className = 'moving-villages';
  host.setAttribute('aria-hidden', 'true');
  map.getContainer().append(host);
  const shown = new Map<VillageId, ShownMark>();
  let madeOf: readonly unknown[] = [];

  map.on('move', () => {
    for (const { element, location } of shown.values()) place(map, element, location);
  });

  return (scene) => {
    const parts = partsOf(scene);
    if (parts.every((part, i) => part === madeOf[i])) return;
    madeOf = parts;
    const marks = marksOf(scene);
    for (const [village, { element }] of shown) {
      if (marks.has(village)) continue;
      element.remove();
      shown.delete(village);
    }
    for (const [village, mark] of marks) {
      const before = shown.get(village);
      if (before && isSame(before, mark)) continue;
      const element = before?.element ?? host.appendChild(document.createElement('span'));
      element.dataset.name = mark.name;
      element.style.borderColor = mark.ring;
      element.style.color = mark.ink;
      place(map, element, mark.location);
      shown.set(village, { ...mark, element });
    }
  };
}

function place(map: MapLibre, element: HTMLElement, location: Position): void {
  const { x, y } = map.project(location);
  element.style.translate = `calc(${x}px - 50%) calc(${y}px - 50%)`;
}

function partsOf({ drawing, covered, villages, associations, theme, language }: Scene): readonly unknown[] {
  return [drawing?.before ?? null, drawing?.before ? covered : null, villages, associations, theme, language];
}

function marksOf({
  drawing,
  covered,
  villages,
  associations,
  theme,
  language,
}: Scene): ReadonlyMap<VillageId, Mark> {
  const marks = new Map<VillageId, Mark>();
  if (!drawing?.before) return marks;
  for (const { village, now } of villageMoves(drawing.before, covered)) {
    const location = villages.find(({ id }) => id === village)?.location;
    if (!location) continue;
    const owner = associations.find(({ id }) => now.length === 1 && id === now[0]);
    const colours = owner && territoryColours(owner.colour, theme);
    marks.set(village, {
      location,
      ring: colours?.border ?? TOKENS[theme].gap,
      ink: colours?.name ?? TOKENS[theme].gap,
      name: owner ? owner.seat.name[language] : now.length === 0 ? '◯' : '◐',
    });
  }
  return marks;
}

function isSame(before: Mark, now: Mark): boolean {
  return before.name === now.name && before.ring === now.ring && before.location === now.location;
}
