import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { directionOf } from '../state/preferences.ts';
import { ComparisonMap } from './comparison/comparison-map.tsx';
import { DraftNews } from './drafts/draft-news.tsx';
import { MergeQuestion } from './drafts/merge-question.tsx';
import { PlacedNotice } from './drafts/placed-notice.tsx';
import { CutQuestion } from './drawing/cut-question.tsx';
import { DrawingNotice } from './drawing/drawing-notice.tsx';
import { DrawingTools } from './drawing/drawing-tools.tsx';
import { SketchBar } from './drawing/sketch-bar.tsx';
import { VertexBar } from './drawing/vertex-bar.tsx';
import { TargetBar } from './initiatives/target-bar.tsx';
import { Legend, ROOM_FOR_LEGEND } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
import { PlacingBar } from './places/placing-bar.tsx';
import { StatusLine } from './status-line.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { BESIDE, useApp, useAppStore, useArea, useMediaQuery } from './use-app.ts';
import { type MountMap, useMountedMap } from './use-mounted-map.ts';
import { useWords } from './words.tsx';

const CARD_PX = 356;
const LEGEND_PX = 276;
const TOOLS_PX = 154;
/** On a phone they stand along the lower edge. */
const TOOLS_BELOW_PX = 89;
const ROOM_FOR_CARD = '(min-width: 64em)';

interface MapPaneProps {
  readonly mountMap: MountMap;
  readonly mountComparison: MountMap;
  readonly children: ReactNode;
}

/** The map, and what floats on it. */
export function MapPane({ mountMap, mountComparison, children }: MapPaneProps) {
  const words = useWords();
  const host = useRef<HTMLDivElement>(null);
  const mounting = useMountedMap(mountMap, host);
  const area = useArea()?.area;
  const label = words.t('map.label', { area: area ? words.name(area.name) : '' });
  const placingOnMap = useApp((state) => state.placing?.by === 'map');
  const map = mounting.status === 'ready' ? mounting.map : null;
  const comparing = useApp(({ comparison, comparisonView }) => (comparison ? comparisonView : 'dashed'));
  // The sheet stands over the status line.
  const belowPx = useApp(({ obscured }) => Math.max(obscured.bottom, obscured.byStatusLine));
  useEffect(() => map?.setLabel(label), [map, label]);
  useEffect(() => {
    if (placingOnMap) map?.focus();
  }, [map, placingOnMap]);
  useEscapeToCancel(placingOnMap);
  useRoomAtTheSides();
  return (
    <section
      className="map-pane"
      aria-label={words.t('map.pane')}
      data-comparing={comparing}
      style={{ '--below': `${belowPx}px` } as CSSProperties}
    >
      <div className="map-host" ref={host} />
      {mounting.status !== 'ready' && (
        <p className="map-absent">{words.t(mounting.status === 'failed' ? 'map.failed' : 'map.loading')}</p>
      )}
      {comparing !== 'dashed' && <ComparisonMap mountMap={mountComparison} />}
      {placingOnMap && <span className="crosshair" aria-hidden="true" />}
      {children}
      <MapControls />
      <Timeline />
      <Legend />
      <PlacingBar />
      <TargetBar />
      <PlacedNotice />
      <DraftNews />
      <DrawingTools />
      <VertexBar />
      <DrawingNotice />
      <CutQuestion />
      <SketchBar />
      <MergeQuestion />
      <StatusLine />
    </section>
  );
}

/** Tells the map what will stand on its sides, so that what it shows is not hidden by it. */
function useRoomAtTheSides(): void {
  const store = useAppStore();
  // The card stands on the other map then.
  const isBeside = useApp(
    ({ comparison, comparisonView }) => comparison !== null && comparisonView === 'beside',
  );
  const card = useMediaQuery(ROOM_FOR_CARD) && !isBeside ? CARD_PX : 0;
  const isDrawing = useApp((state) => state.editing !== null);
  const isWide = useMediaQuery(BESIDE);
  const tools = isDrawing && isWide ? TOOLS_PX : 0;
  const toolsBelow = isDrawing && !isWide ? TOOLS_BELOW_PX : 0;
  // While one draws, the legend stands where the card would.
  const legend = useMediaQuery(ROOM_FOR_LEGEND) && !isBeside && !isDrawing ? LEGEND_PX : 0;
  const rtl = directionOf(useWords().language) === 'rtl';
  useEffect(() => {
    store.getState().setObscured({
      byTools: toolsBelow,
      byCard: rtl ? { left: tools, right: card } : { left: card, right: tools },
      byLegend: rtl ? { left: legend + tools, right: 0 } : { left: 0, right: legend + tools },
    });
  }, [store, card, legend, tools, toolsBelow, rtl]);
}

function useEscapeToCancel(active: boolean): void {
  const store = useAppStore();
  useEffect(() => {
    if (!active) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') store.getState().cancelPlacing();
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [active, store]);
}
