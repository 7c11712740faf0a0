import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useApp, useOpenPlan } from '../use-app.ts';
import { type MountMap, useMountedMap } from '../use-mounted-map.ts';
import { useWords } from '../words.tsx';
import { SwipeHandle } from './swipe-handle.tsx';

/** The other plan on a map of its own: beside that of the plan shown, or over it as far as the handle is drawn. */
export function ComparisonMap({ mountMap }: { mountMap: MountMap }) {
  const { t, name } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const mounting = useMountedMap(mountMap, host);
  const view = useApp((state) => state.comparisonView);
  const other = useApp((state) => state.comparison?.plan);
  const shown = useOpenPlan();
  const [share, setShare] = useState(0.5);
  const map = mounting.status === 'ready' ? mounting.map : null;
  const label = t('compare.map', { plan: other ? name(other.title) : '' });
  useEffect(() => map?.setLabel(label), [map, label]);
  if (!other || !shown) return null;
  return (
    <div
      className="comparison-map"
      data-view={view}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
    >
      <div className="comparison-host" ref={host} inert={view === 'swipe'} />
      {mounting.status === 'failed' && <p className="map-absent">{t('map.failed')}</p>}
      <p className="comparison-name" data-of="other">
        <bdi>{name(other.title)}</bdi>
      </p>
      <p className="comparison-name" data-of="shown">
        <bdi>{name(shown.title)}</bdi>
      </p>
      {view === 'swipe' && <SwipeHandle share={share} onMove={setShare} plan={name(other.title)} />}
    </div>
  );
}
