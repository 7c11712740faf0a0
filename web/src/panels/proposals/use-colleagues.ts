import type { Colleague } from '@nitaq/core';
import { useApp } from '../use-app.ts';

const NOBODY: readonly Colleague[] = [];

/** The people of the open area, once they are there. */
export function useColleagues(): readonly Colleague[] {
  return useApp(({ peopleHere, area }) =>
    area.status === 'ready' && peopleHere?.area === area.value.area.id ? peopleHere.people : NOBODY,
  );
}
