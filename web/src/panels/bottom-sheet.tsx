import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { SheetHeight } from '../state/app-state.ts';
import type { Editing } from '../state/editor/editing.ts';
import { useApp, useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

const HEIGHTS: readonly SheetHeight[] = ['low', 'half', 'full'];
/** Shares of the workspace at which a dragged sheet becomes half, and full. */
const HALF_FROM = 0.32;
const FULL_FROM = 0.72;
/** A press that moved less is a press, not a drag. */
const DRAG_FROM_PX = 6;

/** On a narrow screen: the lists in a sheet over the map, with three heights. */
export function BottomSheet({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const store = useAppStore();
  const height = useApp((state) => state.sheet);
  const selection = useApp((state) => state.selection);
  const asks = useApp(({ editing }) => editing !== null && asksSomething(editing.saving.status));
  const sheet = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    store.getState().setObscured({ bottom: height === 'low' ? 0 : obscuredBy(sheet.current) });
  }, [store, height]);
  // What was just chosen stands at the top of the sheet.
  useEffect(() => {
    if (selection.kind !== 'none') content.current?.scrollTo({ top: 0 });
  }, [selection]);
  // What cannot be saved asks for an answer, which must not wait below the fold.
  useEffect(() => {
    if (!asks) return;
    if (store.getState().sheet === 'low') store.getState().setSheet('half');
    content.current?.querySelector('.drawing-panel [role="alert"]')?.scrollIntoView({ block: 'start' });
  }, [store, asks]);
  return (
    <section className="bottom-sheet" data-height={height} ref={sheet} aria-label={t('panel.label')}>
      <SheetHandle sheet={sheet} />
      <div className="sheet-content" ref={content}>
        {children}
      </div>
    </section>
  );
}

function asksSomething(saving: Editing['saving']['status']): boolean {
  return saving === 'conflict' || saving === 'deleted' || saving === 'refused';
}

function SheetHandle({ sheet }: { sheet: React.RefObject<HTMLElement | null> }) {
  const { t } = useWords();
  const store = useAppStore();
  const height = useApp((state) => state.sheet);
  const drag = useSheetDrag(sheet);
  const step = (by: number) => {
    const next = HEIGHTS[HEIGHTS.indexOf(height) + by];
    if (next) store.getState().setSheet(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') step(1);
    if (event.key === 'ArrowDown') step(-1);
  };
  const onClick = () => {
    if (!drag.moved()) store.getState().setSheet(height === 'half' ? 'full' : 'half');
  };
  return (
    <button
      type="button"
      className="sheet-handle"
      aria-label={t('panel.sheet', { height: t(`panel.sheet.${height}`) })}
      onClick={onClick}
      onKeyDown={onKeyDown}
      {...drag.listeners}
    />
  );
}

/** Drags the sheet with the finger; on release it takes the nearest of the three heights. */
function useSheetDrag(sheet: React.RefObject<HTMLElement | null>) {
  const store = useAppStore();
  const [start, setStart] = useState<{ y: number; height: number } | null>(null);
  const travelled = useRef(0);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    travelled.current = 0;
    setStart({ y: event.clientY, height: sheet.current?.offsetHeight ?? 0 });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!start || !sheet.current) return;
    travelled.current = Math.max(travelled.current, Math.abs(start.y - event.clientY));
    if (travelled.current < DRAG_FROM_PX) return;
    sheet.current.style.setProperty('--dragged-height', `${start.height + start.y - event.clientY}px`);
  };
  const onPointerUp = () => {
    const element = sheet.current;
    setStart(null);
    if (!element || travelled.current < DRAG_FROM_PX) return;
    const share = element.offsetHeight / (element.parentElement?.offsetHeight || 1);
    element.style.removeProperty('--dragged-height');
    store.getState().setSheet(share > FULL_FROM ? 'full' : share > HALF_FROM ? 'half' : 'low');
  };
  return {
    moved: () => travelled.current >= DRAG_FROM_PX,
    listeners: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}

/** How much more of the map the sheet will hide than when it is low: the map ends where the low sheet begins. */
function obscuredBy(sheet: HTMLElement | null): number {
  const workspace = sheet?.parentElement;
  if (!workspace) return 0;
  const map = workspace.querySelector('.map-pane');
  return Math.round(workspace.offsetHeight / 2 - (workspace.offsetHeight - (map?.clientHeight ?? 0)));
}
