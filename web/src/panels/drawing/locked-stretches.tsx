import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { lineLengthM } from '../../state/line-length.ts';
import { Icon } from '../icons.tsx';
import { reasonBorder } from '../places/reason-words.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Which stretches of border no tool moves, and the way to lock one more: from the vertex that is chosen. */
export function LockedStretches() {
  const words = useWords();
  const { t, distance } = words;
  const title = useId();
  const store = useAppStore();
  const area = useArea();
  const stretches = useApp((state) => state.editing?.lockedStretches ?? null);
  const chosen = useApp((state) => state.editing?.stretch ?? null);
  const hasVertex = useApp(({ editing }) => editing?.tool === 'reshape' && editing.vertex !== null);
  if (!area || !stretches || (stretches.length === 0 && !chosen && !hasVertex)) return null;
  const show = (line: (typeof stretches)[number]['line']) => {
    const at = line[Math.floor(line.length / 2)];
    if (at) store.getState().fly({ kind: 'point', at });
  };
  return (
    <section className="reasons" aria-labelledby={title}>
      <h2 className="section-title" id={title}>
        {t('locks.title')}{' '}
        {stretches.length > 0 && <span className="count">{words.number(stretches.length)}</span>}
      </h2>
      {stretches.length > 0 && (
        <ul className="reason-list">
          {stretches.map((stretch) => {
            const border = reasonBorder(stretch, area, words);
            const length = t('reasons.stretch.line', { distance: distance(lineLengthM(stretch.line)) });
            return (
              <li className="reason" key={stretch.line.join(' ')}>
                <Button className="row-button" onPress={() => show(stretch.line)}>
                  <span className="row-text">
                    <span>{border}</span>
                    <span className="row-figures">{length}</span>
                  </span>
                </Button>
                <Button
                  className="icon-button"
                  aria-label={t('locks.unlock', { border, length })}
                  onPress={() => store.getState().unlockStretch(stretch)}
                >
                  <Icon name="locked" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {chosen && <StretchForm />}
      {!chosen && hasVertex && (
        <Button className="button" onPress={() => store.getState().startStretch()}>
          <Icon name="locked" />
          {t('locks.add')}
        </Button>
      )}
    </section>
  );
}

/** How far the stretch goes that shall be locked. */
function StretchForm() {
  const words = useWords();
  const { t, distance } = words;
  const store = useAppStore();
  const area = useArea();
  const stretch = useApp((state) => state.editing?.stretch ?? null);
  const first = useRef<HTMLButtonElement>(null);
  // It may be below what is seen of the lists, and the button that opened it is gone.
  useEffect(() => {
    first.current?.focus();
    first.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (!area || !stretch) return null;
  const isLine = stretch.line.length > 1;
  return (
    <div className="reason-form">
      <p className="quiet" role="status">
        {reasonBorder(stretch, area, words)} ·{' '}
        {isLine
          ? t('reasons.stretch.line', { distance: distance(lineLengthM(stretch.line)) })
          : t('reasons.stretch.point')}
      </p>
      <p className="quiet">{t('locks.extend.hint')}</p>
      <div className="bar-actions">
        <Button className="button" ref={first} onPress={() => store.getState().extendStretchToCorner(1)}>
          {t('reasons.extend.next')}
        </Button>
        <Button className="button" onPress={() => store.getState().extendStretchToCorner(-1)}>
          {t('reasons.extend.previous')}
        </Button>
      </div>
      <div className="bar-actions">
        <Button
          className="button"
          data-look="primary"
          isDisabled={!isLine}
          onPress={() => store.getState().lockStretch()}
        >
          {t('locks.lock')}
        </Button>
        <Button className="button" onPress={() => store.getState().cancelStretch()}>
          {t('place.cancel')}
        </Button>
      </div>
    </div>
  );
}
