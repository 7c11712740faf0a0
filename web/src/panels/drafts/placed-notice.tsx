import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { AreaData, Placed } from '../../state/app-state.ts';
import { focusCard, isFocusLostOrIn } from '../focus.ts';
import { Icon } from '../icons.tsx';
import { targetName } from '../places/placing-bar.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** One quiet line about what was just saved, with the way back beside it. */
export function PlacedNotice() {
  const area = useArea();
  const placed = useApp((state) => state.placed);
  if (!area || !placed) return null;
  return <Notice area={area} placed={placed} />;
}

// A dialog gives the keyboard back a few frames after it has closed; where it came from may be gone by then.
const DIALOG_GONE_MS = 100;

function Notice({ area, placed }: { area: AreaData; placed: Placed }) {
  const words = useWords();
  const store = useAppStore();
  const notice = useRef<HTMLDivElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => isFocusLostOrIn(null) && undo.current?.focus(), DIALOG_GONE_MS);
    return () => clearTimeout(timer);
  }, []);
  const leave = (how: () => void) => () => {
    if (isFocusLostOrIn(notice.current)) focusCard();
    how();
  };
  return (
    <div className="notice" ref={notice}>
      <Icon name="check" />
      <span>{words.t('place.saved', { name: targetName(placed.target, area, words) })}</span>
      <Button
        className="button"
        data-look="quiet"
        ref={undo}
        onPress={leave(() => void store.getState().undoPlacing())}
      >
        {words.t('place.undo')}
      </Button>
      <Button
        className="icon-button"
        aria-label={words.t('place.close')}
        onPress={leave(() => store.getState().dismissPlaced())}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
