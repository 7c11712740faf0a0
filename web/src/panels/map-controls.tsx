import { Button, Group } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

/** Nearer, farther, and the whole area. */
export function MapControls() {
  const { t } = useWords();
  const store = useAppStore();
  const zoom = (by: number) => store.getState().fly({ kind: 'zoom', by });
  return (
    <Group className="map-controls" aria-label={t('map.controls')}>
      <Button className="icon-button" aria-label={t('map.zoomIn')} onPress={() => zoom(1)}>
        <Icon name="plus" />
      </Button>
      <Button className="icon-button" aria-label={t('map.zoomOut')} onPress={() => zoom(-1)}>
        <Icon name="minus" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('map.whole')}
        onPress={() => store.getState().showWholeArea()}
      >
        <Icon name="whole" />
      </Button>
    </Group>
  );
}
