import type { EaseToOptions, Map as MapLibre } from 'maplibre-gl';
import type { FlightTarget, Obscured } from '../state/app-state.ts';

/** UX: a fly-to takes at most 800 ms. */
const FLIGHT_MS = 800;
const MARGIN_PX = 56;
const CLOSEST_FIT_ZOOM = 12;
const POINT_ZOOM = 10.5;

/** Moves the map; at once for people who ask for less motion, and when `atOnce` is asked for. */
export function flyTo(map: MapLibre, target: FlightTarget, { obscured, atOnce }: FlightConditions): void {
  const still = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const how: EaseToOptions = { duration: still ? 0 : FLIGHT_MS };
  const canvas = map.getContainer();
  const below = roomBelow(canvas);
  const bottom = Math.max(0, obscured.bottom - below);
  const margin = Math.min(MARGIN_PX, canvas.clientWidth / 8, canvas.clientHeight / 8);
  switch (target.kind) {
    case 'bounds': {
      const [west, south, east, north] = target.bounds;
      const { left, right } = target.besideCard ? obscured.byCard : obscured.byLegend;
      const padding = {
        top: margin,
        left: margin + left,
        right: margin + right,
        // A status line of one row fits into the margin.
        bottom: margin + obscured.byTools + Math.max(bottom, obscured.byStatusLine - below - margin / 2),
      };
      map.fitBounds([west, south, east, north], { ...how, padding, maxZoom: CLOSEST_FIT_ZOOM, linear: true });
      return;
    }
    case 'point': {
      const zoom = Math.max(map.getZoom(), POINT_ZOOM);
      map.easeTo({
        ...how,
        center: target.at,
        zoom,
        offset: [(obscured.byCard.left - obscured.byCard.right) / 2, -(bottom + obscured.byTools) / 2],
      });
      return;
    }
    case 'view':
      map.jumpTo({ center: target.view.centre, zoom: target.view.zoom });
      return;
    case 'zoom':
      map.easeTo({ duration: still ? 0 : 200, zoom: map.getZoom() + target.by });
      return;
  }
}

/** How far above the lower edge of its pane a map ends: what floats there does not reach it. */
function roomBelow({ parentElement, offsetTop, clientHeight }: HTMLElement): number {
  return parentElement ? Math.max(0, parentElement.clientHeight - offsetTop - clientHeight) : 0;
}

export interface FlightConditions {
  readonly obscured: Obscured;
  readonly atOnce: boolean;
}
