import type { TerritoryCollection } from '@nitaq/core';
import { useRef } from 'react';
import { useApp } from './use-app.ts';

/** The territories of the plan shown, as they were when the hand began to draw: who is beside whom can wait for its end. */
export function useSettledTerritories(): TerritoryCollection | null {
  const settled = useRef<TerritoryCollection | null>(null);
  return useApp(({ plan, editing }) => {
    const now = plan.status === 'ready' ? (plan.value?.territories ?? null) : null;
    if (!editing?.before || settled.current === null) settled.current = now;
    return settled.current;
  });
}
