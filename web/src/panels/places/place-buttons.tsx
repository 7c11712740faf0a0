import type { AssociationId } from '@nitaq/core';
import { Button } from 'react-aria-components';
import type { PlacingTarget } from '../../state/app-state.ts';
import { Icon } from '../icons.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The two ways to give something its location; nothing where the person may not. */
export function PlaceButtons({ target, name }: { target: PlacingTarget; name: string }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = target.kind === 'seat' ? (target.id as AssociationId) : undefined;
  const writable = useMay(target.kind === 'seat' ? 'seat.place' : 'village.place', own);
  if (!writable) return null;
  return (
    <span className="place-buttons">
      <Button
        className="button"
        data-look="small"
        aria-label={t('place.onMap.of', { name })}
        onPress={() => store.getState().startPlacing(target, 'map')}
      >
        <Icon name="pin" />
        {t('place.onMap')}
      </Button>
      <Button
        className="button"
        data-look="small"
        aria-label={t('place.byCoordinates.of', { name })}
        onPress={() => store.getState().startPlacing(target, 'coordinates')}
      >
        <Icon name="coordinates" />
        {t('place.byCoordinates')}
      </Button>
    </span>
  );
}
