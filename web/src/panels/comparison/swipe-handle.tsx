import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { directionOf } from '../../state/preferences.ts';
import { useWords } from '../words.tsx';

const STEP = 0.02;
const FAR_STEP = 0.1;
/** So far from the edges the handle can still be taken. */
const EDGE = 0.03;

interface SwipeHandleProps {
  /** How much of the width the other plan has, from the inline start on; 0 to 1. */
  readonly share: number;
  readonly onMove: (share: number) => void;
  readonly plan: string;
}

/** The line between two maps, moved by mouse, finger and keyboard. */
export function SwipeHandle({ share, onMove, plan }: SwipeHandleProps) {
  const { t, number, language } = useWords();
  const handle = useRef<HTMLDivElement>(null);
  const isRtl = directionOf(language) === 'rtl';
  const move = (to: number) => onMove(Math.min(1 - EDGE, Math.max(EDGE, to)));
  const follow = ({ clientX, pointerId }: PointerEvent) => {
    const box = handle.current?.parentElement?.getBoundingClientRect();
    if (!box || !handle.current?.hasPointerCapture(pointerId)) return;
    const fromLeft = (clientX - box.left) / box.width;
    move(isRtl ? 1 - fromLeft : fromLeft);
  };
  const press = (event: KeyboardEvent) => {
    const by = {
      ArrowRight: isRtl ? -STEP : STEP,
      ArrowLeft: isRtl ? STEP : -STEP,
      PageUp: FAR_STEP,
      PageDown: -FAR_STEP,
    };
    if (event.key in by) move(share + (by[event.key as keyof typeof by] ?? 0));
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const percent = Math.round(share * 100);
  return (
    <div
      ref={handle}
      className="swipe-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('compare.handle')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('compare.share', { plan, percent: number(percent) })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onPointerMove={follow}
      onKeyDown={press}
    >
      <span className="swipe-grip" aria-hidden="true" />
    </div>
  );
}
