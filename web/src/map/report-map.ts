import '../style/map-fonts.css';
import type { AssociationId, Language, ReportMap, VillageId } from '@nitaq/core';
import type { MapGeoJSONFeature, Map as MapLibre, PointLike } from 'maplibre-gl';
import { createBaseMap, createScenePainter } from './base-map.ts';
import { reportScene } from './report-scene.ts';
import type { Scene } from './scene.ts';

/** What lies where somebody asks; faces by their place in the lists of the report. */
export type ReportPlace =
  | { readonly kind: 'village'; readonly id: VillageId }
  | { readonly kind: 'association'; readonly id: AssociationId }
  | { readonly kind: 'gap' | 'overlap' | 'shared'; readonly index: number }
  | { readonly kind: 'nothing' };

export interface ReportMapView {
  readonly report: ReportMap;
  readonly language: Language;
  readonly label: string;
  /** West, south, east, north of what is in view at first. */
  readonly box: readonly [number, number, number, number];
  readonly onAsked: (place: ReportPlace) => void;
}

export interface ReportMapHandle {
  zoom(by: number): void;
  /** As it was at first. */
  reset(): void;
  focus(): void;
  remove(): void;
}

const REACH_PX = 8;
const KINDS = { gaps: 'gap', overlaps: 'overlap', shared: 'shared' } as const;

/** Draws the map of a report into `container`. Rejects where the browser cannot draw maps. */
export async function mountReportMap(container: HTMLElement, view: ReportMapView): Promise<ReportMapHandle> {
  const { report, language, label, box, onAsked } = view;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scene = () => reportScene(report, language, dark.matches ? 'dark' : 'light');
  let shown: Scene = scene();
  const map = await createBaseMap(container, () => shown);
  const paint = createScenePainter(map);
  const fit = (duration: number) => map.fitBounds([...box], { duration, padding: 8, linear: true });
  const repaint = () => {
    shown = scene();
    paint(shown);
  };
  fit(0);
  map.once('style.load', () => {
    paint(shown);
    // The bounds that the area sets may have moved it.
    fit(0);
  });
  dark.addEventListener('change', repaint);
  map.on('click', ({ point }) => onAsked(placeAt(map, point)));
  map.getCanvas().setAttribute('aria-label', label);
  map.getCanvas().addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') onAsked(placeAt(map, map.project(map.getCenter())));
  });
  return {
    zoom: (by) => map.easeTo({ zoom: map.getZoom() + by, duration: isStill ? 0 : 200 }),
    reset: () => fit(isStill ? 0 : 400),
    focus: () => map.getCanvas().focus({ preventScroll: true }),
    remove: () => {
      dark.removeEventListener('change', repaint);
      map.remove();
    },
  };
}

/** The village nearest to there within the reach of a finger, or what covers the ground. */
function placeAt(map: MapLibre, { x, y }: { readonly x: number; readonly y: number }): ReportPlace {
  const found = (at: PointLike | [PointLike, PointLike], layers: readonly string[]) =>
    map.queryRenderedFeatures(at, { layers: layers.filter((layer) => map.getLayer(layer)) });
  const around: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const [village] = found(around, ['villages', 'town-names', 'village-names']);
  if (village) return { kind: 'village', id: String(village.properties.id) as VillageId };
  const [face] = found([x, y], Object.keys(KINDS));
  if (face) return { kind: kindOf(face), index: Number(face.properties.id) };
  const [territory] = found([x, y], ['territories']);
  return territory
    ? { kind: 'association', id: String(territory.properties.association) as AssociationId }
    : { kind: 'nothing' };
}

function kindOf({ source }: MapGeoJSONFeature): 'gap' | 'overlap' | 'shared' {
  return KINDS[source as keyof typeof KINDS];
}
