import type { Area, Position, Village } from '@nitaq/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useState } from 'react';
import { groundOf, villagesOf } from './ask-service.ts';
import { useFindWords } from './find-words.tsx';
import { MAP_VIEW_BOX, pathOf, projectionOf } from './map-projection.ts';

const STEP = 4;
const ARROWS: Readonly<Record<string, Position>> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
};

interface PlacePickerProps {
  readonly area: string;
  readonly at: Position | null;
  readonly onPick: (at: Position) => void;
}

interface Ground {
  readonly area: Area;
  readonly land: Area['boundary'] | null;
  readonly villages: readonly Village[];
}

/** A small map of an area on which a tap, or the arrows, put a mark. */
export function PlacePicker({ area, at, onPick }: PlacePickerProps) {
  const { t, name } = useFindWords();
  const hint = useId();
  const [ground, setGround] = useState<Ground | 'failed' | null>(null);
  useEffect(() => {
    let isGone = false;
    Promise.all([groundOf(area), villagesOf(area)]).then(
      ([found, villages]) => isGone || setGround(found ? { ...found, villages } : 'failed'),
      () => isGone || setGround('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [area]);
  if (ground === null) return <p className="find-quiet">{t('find.searching')}</p>;
  if (ground === 'failed') return <p role="alert">{t('find.map.failed')}</p>;
  const { toScreen, toPlace } = projectionOf(ground.area.boundary);
  const mark = at && toScreen(at);
  const [, , width = 0, height = 0] = MAP_VIEW_BOX.split(' ').map(Number);
  const pick = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    onPick(
      toPlace([((clientX - box.left) / box.width) * width, ((clientY - box.top) / box.height) * height]),
    );
  };
  const move = (event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [x, y] = mark ?? [width / 2, height / 2];
    onPick(toPlace([x + step[0], y + step[1]]));
  };
  return (
    <>
      <p id={hint} className="find-quiet">
        {t('find.report.mark')}
      </p>
      <svg
        className="find-map find-map-picker"
        viewBox={MAP_VIEW_BOX}
        role="application"
        // The arrows move the mark. As a property, Preact would write its name in letters that SVG does not know.
        ref={(map) => map?.setAttribute('tabindex', '0')}
        aria-label={t('find.report.map', { area: name(ground.area.name) })}
        aria-describedby={hint}
        data-marked={mark !== null}
        data-coast={ground.land !== null}
        onPointerUp={pick}
        onKeyDown={move}
      >
        {ground.land && <path className="find-map-land" d={pathOf(ground.land, toScreen)} />}
        <path className="find-map-ground" d={pathOf(ground.area.boundary, toScreen)} />
        {ground.villages.map(({ id, kind, location, name: called }) => {
          if (location === null) return null;
          const [x, y] = toScreen(location);
          return (
            <g key={id}>
              <circle className="find-map-dot" cx={x} cy={y} r={kind === 'village' ? 1.2 : 2.4} />
              {kind !== 'village' && (
                <text className="find-map-name" x={x} y={y - 5}>
                  {name(called)}
                </text>
              )}
            </g>
          );
        })}
        {mark && <circle className="find-map-here" cx={mark[0]} cy={mark[1]} r={6} />}
      </svg>
    </>
  );
}
