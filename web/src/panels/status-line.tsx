import { memo, useEffect, useRef } from 'react';
import { scaleBar } from '../state/scale-bar.ts';
import { DrawingHint } from './drawing/drawing-hint.tsx';
import { positionText } from './places/position-words.ts';
import { useApp, useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

const SCALE_MAX_PX = 110;

/** Where the pointer is, how long a distance is, and whose data it is. */
export function StatusLine() {
  const words = useWords();
  const position = useApp(({ pointer, view }) => pointer ?? view?.centre ?? null);
  const attribution = useArea()?.area.attribution;
  const line = useRef<HTMLDivElement>(null);
  const store = useAppStore();
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      store.getState().setObscured({ byStatusLine: element.offsetHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [store]);
  return (
    <div className="status-line" ref={line}>
      <DrawingHint />
      {position && <bdi className="status-position">{positionText(position, words)}</bdi>}
      <Scale />
      {attribution && <bdi className="status-attribution">{words.name(attribution)}</bdi>}
    </div>
  );
}

const Scale = memo(function Scale() {
  const { t, distance } = useWords();
  const view = useApp((state) => state.view);
  if (!view) return null;
  const { metres, pixels } = scaleBar(view.centre[1], view.zoom, SCALE_MAX_PX);
  return (
    <span className="scale">
      <span className="scale-bar" style={{ inlineSize: `${pixels}px` }} aria-hidden="true" />
      <span className="visually-hidden">{t('status.scale', { distance: distance(metres) })}</span>
      <bdi aria-hidden="true">{distance(metres)}</bdi>
    </span>
  );
});
