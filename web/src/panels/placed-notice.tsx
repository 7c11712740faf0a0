import { Button } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { targetName } from './placing-bar.tsx';
import { useApp, useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

/** One quiet line about what was just saved, with the way back beside it. */
export function PlacedNotice() {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const placed = useApp((state) => state.placed);
  if (!area || !placed) return null;
  return (
    <div className="notice">
      <Icon name="check" />
      <span>{words.t('place.saved', { name: targetName(placed.target, area, words) })}</span>
      <Button className="button" data-look="quiet" onPress={() => void store.getState().undoPlacing()}>
        {words.t('place.undo')}
      </Button>
      <Button
        className="icon-button"
        aria-label={words.t('place.close')}
        onPress={() => store.getState().dismissPlaced()}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
