import { Button, Group, ToggleButton } from 'react-aria-components';
import type { MessageKey } from '../../messages/catalogue.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { useVertexSentence } from './vertex-words.ts';

/** What can be done with the points of a border, for those who have no keys at hand: each button stands for one. */
export function VertexBar() {
  const { t } = useWords();
  const store = useAppStore();
  const sentence = useVertexSentence();
  const isShown = useApp(({ editing }) => editing?.tool === 'reshape' && editing.association !== null);
  const vertex = useApp(({ editing }) => editing?.vertex ?? null);
  const isAlone = useApp(({ editing }) => editing?.isAlone ?? false);
  const isChoosing = useApp(({ editing }) => editing?.stretch !== null);
  if (!isShown) return null;
  return (
    <Group className="vertex-bar" aria-label={t('draw.vertex.label')}>
      <BarButton
        icon="stepBack"
        name="draw.vertex.previous"
        short="draw.vertex.previous.short"
        keys="["
        onPress={() => store.getState().stepVertex(-1)}
      />
      <BarButton
        icon="stepOn"
        name="draw.vertex.next"
        short="draw.vertex.next.short"
        keys="]"
        onPress={() => store.getState().stepVertex(1)}
      />
      <BarButton
        icon="bin"
        name="draw.vertex.delete"
        short="draw.vertex.delete.short"
        keys="Delete"
        isDisabled={vertex === null}
        onPress={() => store.getState().deleteVertex()}
      />
      <BarButton
        icon="locked"
        name="locks.add.short"
        short="draw.vertex.lock.short"
        isDisabled={vertex === null || isChoosing}
        onPress={() => {
          store.getState().startStretch();
          store.getState().setSheet('half');
        }}
      />
      <ToggleButton
        className="vertex-button"
        aria-label={t('draw.key', { action: t('draw.alone'), key: 'Alt' })}
        isSelected={isAlone}
        onChange={(alone) => store.getState().setAlone(alone)}
      >
        <Icon name="unlinked" />
        <span aria-hidden="true">{t('draw.alone.short')}</span>
      </ToggleButton>
      {sentence && <p className="vertex-place">{sentence}</p>}
    </Group>
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly name: MessageKey;
  readonly short: MessageKey;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function BarButton({ icon, name, short, keys, isDisabled = false, onPress }: BarButtonProps) {
  const { t } = useWords();
  const label = keys === undefined ? t(name) : t('draw.key', { action: t(name), key: keys });
  return (
    <Button className="vertex-button" aria-label={label} isDisabled={isDisabled} onPress={onPress}>
      <Icon name={icon} />
      <span aria-hidden="true">{t(short)}</span>
    </Button>
  );
}
