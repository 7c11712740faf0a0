import { Button, Group, ToggleButton } from 'react-aria-components';
import { canClose, isOutline } from '../../state/editor/sketch.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** While something is drawn point by point: all that its keys do, for the hand. */
export function SketchBar() {
  const { t } = useWords();
  const store = useAppStore();
  const tool = useApp((state) => state.editing?.tool ?? null);
  const points = useApp((state) => (state.sketch ? state.sketch.legs.length + 1 : 0));
  const isAlong = useApp(
    ({ sketch }) => sketch !== null && [sketch.ahead, sketch.legs.at(-1)].some((leg) => leg?.along),
  );
  const isLongEnough = useApp(
    ({ sketch }) => sketch !== null && (isOutline(sketch) ? canClose(sketch) : sketch.legs.length > 0),
  );
  const aids = useApp((state) => state.aids);
  const isMouseAway = useApp((state) => state.pointer === null);
  if (tool === null || (tool !== 'polygon' && points === 0)) return null;
  return (
    <>
      {isMouseAway && <span className="crosshair sketch-crosshair" aria-hidden="true" />}
      <Group className="sketch-bar" aria-label={t('draw.sketch.bar')}>
        <AidButton
          icon="trace"
          name={t('draw.sketch.trace')}
          keyName="T"
          isOn={aids.traces}
          onChange={(traces) => store.getState().chooseAids({ traces })}
        />
        <AidButton
          icon="magnet"
          name={t('draw.sketch.snap')}
          keyName="S"
          isOn={aids.snaps}
          onChange={(snaps) => store.getState().chooseAids({ snaps })}
        />
        {points > 0 && (
          <>
            <BarButton
              icon="turn"
              name={t('draw.sketch.turn')}
              keyName="O"
              isDisabled={!isAlong}
              onPress={() => store.getState().turnTrace()}
            />
            <BarButton
              icon="undo"
              name={t('draw.sketch.back')}
              keyName="Backspace"
              onPress={() => store.getState().takeBackPoint()}
            />
            <BarButton
              icon="close"
              name={t('draw.sketch.drop')}
              keyName="Escape"
              onPress={() => store.getState().cancelSketch()}
            />
            <Button
              className="button"
              data-look="primary"
              isDisabled={!isLongEnough}
              onPress={() => store.getState().finishSketch()}
            >
              <Icon name="check" />
              {t('draw.sketch.finish')}
            </Button>
          </>
        )}
      </Group>
    </>
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly keyName: string;
}

function BarButton({
  icon,
  name,
  keyName,
  isDisabled = false,
  onPress,
}: BarButtonProps & { readonly isDisabled?: boolean; readonly onPress: () => void }) {
  const { t } = useWords();
  return (
    <Button
      className="bar-button"
      aria-label={t('draw.key', { action: name, key: keyName })}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon name={icon} />
      <span aria-hidden="true">{name}</span>
    </Button>
  );
}

function AidButton({
  icon,
  name,
  keyName,
  isOn,
  onChange,
}: BarButtonProps & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t } = useWords();
  return (
    <ToggleButton
      className="bar-button"
      aria-label={t('draw.key', { action: name, key: keyName })}
      isSelected={isOn}
      onChange={onChange}
    >
      <Icon name={icon} />
      <span aria-hidden="true">{name}</span>
    </ToggleButton>
  );
}
