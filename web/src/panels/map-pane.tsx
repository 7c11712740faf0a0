import { type CSSProperties, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { directionOf } from '../state/preferences.ts';
import { CutQuestion } from './cut-question.tsx';
import { DraftNews } from './draft-news.tsx';
import { DrawingNotice } from './drawing-notice.tsx';
import { DrawingTools } from './drawing-tools.tsx';
import { Legend, ROOM_FOR_LEGEND } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
import { MergeQuestion } from './merge-question.tsx';
import { PlacedNotice } from './placed-notice.tsx';
import { PlacingBar } from './placing-bar.tsx';
import { StatusLine } from './status-line.tsx';
import { useApp, useAppStore, useArea, useMediaQuery } from './use-app.ts';
import { useWords } from './words.tsx';

/** What the page needs of the map; who draws it is not the page's concern. */
export interface MountedMap {
  setLabel(label: string): void;
  focus(): void;
  remove(): void;
}
export type MountMap = (container: HTMLElement) => Promise<MountedMap>;

type Mounting = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; map: MountedMap };

const CARD_PX = 356;
const LEGEND_PX = 276;
const ROOM_FOR_CARD = '(min-width: 64em)';

/** The map, and what floats on it. */
export function MapPane({ mountMap, children }: { mountMap: MountMap; children: ReactNode }) {
  const words = useWords();
  const host = useRef<HTMLDivElement>(null);
  const mounting = useMountedMap(mountMap, host);
  const area = useArea()?.area;
  const label = words.t('map.label', { area: area ? words.name(area.name) : '' });
  const placingOnMap = useApp((state) => state.placing?.by === 'map');
  const map = mounting.status === 'ready' ? mounting.map : null;
  const belowPx = useApp(({ obscured }) => obscured.bottom + obscured.byStatusLine);
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
      style={{ '--below': `${belowPx}px` } as CSSProperties}
    >
      <div className="map-host" ref={host} />
      {mounting.status !== 'ready' && (
        <p className="map-absent">{words.t(mounting.status === 'failed' ? 'map.failed' : 'map.loading')}</p>
      )}
      {placingOnMap && <span className="crosshair" aria-hidden="true" />}
      {children}
      <MapControls />
      <Legend />
      <PlacingBar />
      <PlacedNotice />
      <DraftNews />
      <DrawingTools />
      <DrawingNotice />
      <CutQuestion />
      <MergeQuestion />
      <StatusLine />
    </section>
  );
}

function useMountedMap(mountMap: MountMap, host: RefObject<HTMLDivElement | null>): Mounting {
  const [mounting, setMounting] = useState<Mounting>({ status: 'loading' });
  useEffect(() => {
    const container = host.current;
    if (!container) return;
    let gone = false;
    let mounted: MountedMap | null = null;
    mountMap(container).then(
      (map) => {
        mounted = map;
        if (gone) map.remove();
        else setMounting({ status: 'ready', map });
      },
      (error: unknown) => {
        console.warn(error);
        setMounting({ status: 'failed' });
      },
    );
    return () => {
      gone = true;
      mounted?.remove();
    };
  }, [mountMap, host]);
  return mounting;
}

/** Tells the map what will stand on its sides, so that what it shows is not hidden by it. */
function useRoomAtTheSides(): void {
  const store = useAppStore();
  const card = useMediaQuery(ROOM_FOR_CARD) ? CARD_PX : 0;
  const legend = useMediaQuery(ROOM_FOR_LEGEND) ? LEGEND_PX : 0;
  const rtl = directionOf(useWords().language) === 'rtl';
  useEffect(() => {
    store.getState().setObscured({
      byCard: rtl ? { left: 0, right: card } : { left: card, right: 0 },
      byLegend: rtl ? { left: legend, right: 0 } : { left: 0, right: legend },
    });
  }, [store, card, legend, rtl]);
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
