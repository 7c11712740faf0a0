import { Button, Group } from 'react-aria-components';
import { areaWithin } from '../../state/initiative-draft.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** While the area of an initiative is drawn: what to do, how far it is, and the ways out. */
export function TargetBar() {
  const { t } = useWords();
  const store = useAppStore();
  const outline = useApp((state) => state.targetOutline);
  const isMouseAway = useApp((state) => state.pointer === null);
  if (outline === null) return null;
  const { drawTarget, changeInitiativeDraft } = store.getState();
  const drawn = areaWithin(outline);
  const finish = () => {
    changeInitiativeDraft({ place: drawn });
    drawTarget(null);
    store.getState().setSheet('half');
  };
  return (
    <>
      {isMouseAway && <span className="crosshair sketch-crosshair" aria-hidden="true" />}
      <Group className="placing-bar" aria-label={t('initiatives.form.area')}>
        <p>{t('initiatives.form.area.hint')}</p>
        <p className="quiet" role="status">
          {t('initiatives.form.area.corners', { count: outline.length })}
        </p>
        <div className="bar-actions">
          <Button className="button" data-look="primary" isDisabled={drawn === null} onPress={finish}>
            {t('initiatives.form.area.close')}
          </Button>
          <Button
            className="button"
            isDisabled={outline.length === 0}
            onPress={() => drawTarget(outline.slice(0, -1))}
          >
            {t('initiatives.form.area.back')}
          </Button>
          <Button className="button" onPress={() => drawTarget(null)}>
            {t('initiatives.cancel')}
          </Button>
        </div>
      </Group>
    </>
  );
}
