import type { FlightTarget, MapSlice, SliceContext } from './app-state.ts';

const NO_SIDES = { left: 0, right: 0 };

/** Where the map is and where it shall go. The map itself only draws and reports. */
export function mapSlice({ get, set }: SliceContext): MapSlice {
  const fly = (target: FlightTarget) =>
    set({ flight: { sequence: (get().flight?.sequence ?? 0) + 1, target } });
  return {
    view: null,
    pointer: null,
    flight: null,
    sheet: 'half',
    obscured: { bottom: 0, byStatusLine: 0, byTools: 0, byCard: NO_SIDES, byLegend: NO_SIDES },
    setView: (view) => set({ view }),
    setPointer: (pointer) => set({ pointer }),
    fly,
    showWholeArea: () => {
      const { area } = get();
      if (area.status !== 'ready') return;
      const [west = 0, south = 0, east = 0, north = 0] = area.value.area.bbox;
      fly({ kind: 'bounds', bounds: [west, south, east, north], besideCard: false });
    },
    setSheet: (sheet) => set({ sheet }),
    setObscured: (obscured) => set({ obscured: { ...get().obscured, ...obscured } }),
  };
}
