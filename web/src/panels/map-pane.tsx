import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { directionOf } from '../state/preferences.ts';
import { Legend } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
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
  useEffect(() => map?.setLabel(label), [map, label]);
  useEffect(() => {
    if (placingOnMap) map?.focus();
  }, [map, placingOnMap]);
  useEscapeToCancel(placingOnMap);
  useRoomForCard();
  return (
    <section className="map-pane" aria-label={words.t('map.pane')}>
      <div className="map-host" ref={host} />
      {mounting.status === 'failed' && <p className="map-failed">{words.t('map.failed')}</p>}
      {placingOnMap && <span className="crosshair" aria-hidden="true" />}
      {children}
      <MapControls />
      <Legend />
      <PlacingBar />
      <PlacedNotice />
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

/** Tells the map on which side the card will stand, so that what is chosen is not hidden by it. */
function useRoomForCard(): void {
  const store = useAppStore();
  const beside = useMediaQuery(ROOM_FOR_CARD);
  const direction = directionOf(useWords().language);
  useEffect(() => {
    const side = beside ? CARD_PX : 0;
    const rtl = direction === 'rtl';
    store.getState().setObscured({ left: rtl ? 0 : side, right: rtl ? side : 0 });
  }, [store, beside, direction]);
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
