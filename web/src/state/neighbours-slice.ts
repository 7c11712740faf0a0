import type { SliceContext } from './app-state.ts';
import { type NeighboursSlice, ofNeighbour } from './neighbours.ts';

/** Other areas of the service, whose associations take part in initiatives of the open one. */
export function neighboursSlice({ get, set, api }: SliceContext): NeighboursSlice {
  return {
    neighbours: [],
    loadNeighbour: async (id) => {
      const { areas, area, neighbours } = get();
      const found = areas.status === 'ready' ? areas.value.find((one) => one.id === id) : undefined;
      if (area.status !== 'ready' || !found) return;
      const here = area.value.area.id;
      if (found.id === here || neighbours.some((one) => one.area.id === id)) return;
      const [associations, villages] = await Promise.all([api.associations(id), api.villages(id)]);
      const now = get().area;
      if (!associations.ok || !villages.ok || now.status !== 'ready' || now.value.area.id !== here) return;
      const neighbour = {
        area: found,
        associations: ofNeighbour(found, here, associations.value),
        villages: ofNeighbour(found, here, villages.value),
      };
      set({ neighbours: [...get().neighbours.filter((one) => one.area.id !== id), neighbour] });
    },
  };
}
