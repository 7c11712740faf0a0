import { type ReactNode, useMemo } from 'react';
import { themeOf } from '../state/preferences.ts';
import { CommonContext, useApp } from './use-app.ts';

const NONE = [] as const;

/** Gives the panels within it what most of them need of the state. */
export function CommonPartsProvider({ children }: { children: ReactNode }) {
  const area = useApp((state) => (state.area.status === 'ready' ? state.area.value : null));
  const theme = useApp((state) => themeOf(state.preferences.theme, state.systemDark));
  const neighbours = useApp((state) => state.neighbours);
  const known = useApp((state) => state.initiatives) ?? NONE;
  const read = useApp((state) => state.shownInitiative?.initiative);
  const parts = useMemo(
    () => ({ area, theme, neighbours, initiatives: read ? [read, ...known] : known }),
    [area, theme, neighbours, known, read],
  );
  return <CommonContext value={parts}>{children}</CommonContext>;
}
