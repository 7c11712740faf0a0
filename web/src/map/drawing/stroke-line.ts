import { circleAround, distanceBetweenM, type Position, rectangleBetween } from '@nitaq/core';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import type { DrawingAids } from '../../state/editor/drawing-aids.ts';
import type { Tool } from '../../state/editor/editing.ts';
import type { StrokeGround } from '../../state/editor/stroke-ground.ts';
import { themeOf } from '../../state/preferences.ts';
import { stayingStroke } from '../layers/drawing.ts';
import { collection } from '../layers/layer-group.ts';
import { groundFeatures } from '../layers/stroke-ground.ts';

/**
 * While the hand draws, the map has its source in tiles up to so many levels wider, exact to a quarter of a pixel: each
 * that is on the screen is loaded anew with each step, and of these only one or a few are.
 */
const LEVELS_WIDER = 3;
/** As deep as the map has all else in tiles. */
const MOST_LEVELS = 18;

type Hand = { readonly tool: Tool } & Pick<DrawingAids, 'villagesBy'>;

/** What the hand draws while it draws, and what would come of it: in one source, so that the map draws both at once. */
export interface StrokeLine {
  /** Goes on with the line, or the shape that it will be; what `meanwhile` brings to show is shown with it. */
  show(hand: Hand, positions: readonly Position[], meanwhile: () => void): void;
  hide(): void;
}

export function createStrokeLine(map: MapLibre, store: AppStore): StrokeLine {
  let line: readonly GeoJSON.Feature[] = [];
  let ground: StrokeGround | null = null;
  /** Of the ground: made once, though the hand goes on several times before it is another. */
  let drawnGround: readonly GeoJSON.Feature[] = [];
  let isGoingOn = false;
  let isLeaving = false;

  const draw = () => {
    const staying = line.length > 0 ? line : stayingStroke(store.getState().editing);
    const features = [...drawnGround, ...staying];
    const source = map.getSource<GeoJSONSource>('drawing-stroke');
    if (!source) return;
    const isDrawn = line.length > 0;
    source.maxzoom = isDrawn ? Math.max(0, Math.ceil(map.getZoom() - LEVELS_WIDER)) : MOST_LEVELS;
    source.setData(collection(features));
  };
  const showGround = (shown: StrokeGround | null) => {
    const { area, preferences, systemDark } = store.getState();
    const associations = area.status === 'ready' ? area.value.associations : [];
    const palette = { associations, theme: themeOf(preferences.theme, systemDark) };
    ground = shown;
    drawnGround = shown ? groundFeatures(shown, palette) : [];
  };
  // What came of a stroke stays until the map has drawn the plan itself: else the plan before it would be seen between.
  const leave = () => {
    isLeaving = true;
    map.once('idle', () => {
      isLeaving = false;
      if (store.getState().strokeGround !== null) return;
      showGround(null);
      draw();
    });
    map.triggerRepaint();
  };
  const unfollow = store.subscribe(({ strokeGround }) => {
    if (strokeGround === ground) return;
    if (strokeGround === null) {
      if (!isLeaving) leave();
      return;
    }
    showGround(strokeGround);
    if (!isGoingOn) draw();
  });
  map.once('remove', unfollow);

  return {
    show: (hand, positions, meanwhile) => {
      line = featuresOf(hand, positions);
      isGoingOn = true;
      meanwhile();
      isGoingOn = false;
      draw();
    },
    hide: () => {
      line = [];
      draw();
    },
  };
}

function featuresOf({ tool, villagesBy }: Hand, positions: readonly Position[]): GeoJSON.Feature[] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || positions.length < 2) return [];
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature[] => [
    { type: 'Feature', geometry, properties: { tool } },
  ];
  const line: GeoJSON.Geometry = { type: 'LineString', coordinates: [...positions] };
  if (tool === 'villages' && villagesBy === 'brush') return feature(line);
  switch (tool) {
    case 'rectangle':
      return feature(rectangleBetween(first, last));
    case 'circle':
      return feature(circleAround(first, distanceBetweenM(first, last) / 1000));
    case 'villages':
    case 'draw':
      return feature({ type: 'Polygon', coordinates: [[...positions, first]] });
    case 'polygon':
    case 'reshape':
    case 'extend':
    case 'erase':
    case 'cut':
    case 'merge':
    case 'measure':
      return feature(line);
  }
}
