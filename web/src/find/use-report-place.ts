import type { Position } from '@nitaq/core';
import { useState } from 'react';

export const WAYS = ['unknown', 'here', 'map'] as const;
/** How somebody says where a village is. */
export type Way = (typeof WAYS)[number];

export interface ReportPlace {
  readonly way: Way;
  readonly at: Position | null;
  readonly locating: 'no' | 'busy' | 'denied';
  choose(way: Way): void;
  mark(at: Position): void;
}

/** Where a village is that is reported: nowhere known, where one stands, or where one marks it. */
export function useReportPlace(onHere: (at: Position) => void): ReportPlace {
  const [way, setWay] = useState<Way>('unknown');
  const [at, setAt] = useState<Position | null>(null);
  const [locating, setLocating] = useState<ReportPlace['locating']>('no');
  const choose = (next: Way) => {
    setWay(next);
    setAt(null);
    setLocating('no');
    if (next !== 'here') return;
    if (!('geolocation' in navigator)) return setLocating('denied');
    setLocating('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        setLocating('no');
        setAt([longitude, latitude]);
        onHere([longitude, latitude]);
      },
      () => setLocating('denied'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return { way, at, locating, choose, mark: setAt };
}
