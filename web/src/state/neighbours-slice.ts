import type { AreaSummary } from '@nitaq/core';
import type { SliceContext } from './app-state.ts';
import { type Neighbour, type NeighboursSlice, ofNeighbour } from './neighbours.ts';

/** Other areas of the service, whose associations take part in initiatives of the open one. */
export function neighboursSlice({ get, set, api }: SliceContext): NeighboursSlice {
  const setThings = (area: AreaSummary, things: Neighbour['things']) => {
    const all = get().neighbours;
    const isKnown = all.some((one) => one.area.id === area.id);
    set({
      neighbours: isKnown
        ? all.map((one) => (one.area.id === area.id ? { area, things } : one))
        : [...all, { area, things }],
    });
  };

  return {
    neighbours: [],
    loadNeighbour: async (id) => {
      const { areas, area, neighbours } = get();
      const found = areas.status === 'ready' ? areas.value.find((one) => one.id === id) : undefined;
      if (area.status !== 'ready' || !found) return;
      const here = area.value.area.id;
      const known = neighbours.find((one) => one.area.id === id);
      if (found.id === here || (known && known.things.status !== 'failed')) return;
      setThings(found, { status: 'loading' });
      const [associations, villages] = await Promise.all([api.associations(id), api.villages(id)]);
      const now = get().area;
      if (now.status !== 'ready' || now.value.area.id !== here) return;
      if (!associations.ok) return setThings(found, { status: 'failed', problem: associations.problem });
      if (!villages.ok) return setThings(found, { status: 'failed', problem: villages.problem });
      const value = {
        associations: ofNeighbour(found, here, associations.value),
        villages: ofNeighbour(found, here, villages.value),
      };
      setThings(found, { status: 'ready', value });
    },
  };
}
