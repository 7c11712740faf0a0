import { Button } from 'react-aria-components';
import { areaWithin } from '../../state/initiative-draft.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** An area on the map that an initiative is for, drawn corner by corner. */
export function AreaField({ draft: { place }, change }: DraftFieldsProps) {
  const { t } = useWords();
  const store = useAppStore();
  const outline = useApp((state) => state.targetOutline);
  const { drawTarget } = store.getState();
  if (outline === null) {
    return (
      <fieldset className="initiative-set">
        <legend>{t('initiatives.form.area')}</legend>
        <p className="quiet">
          {t(place === null ? 'initiatives.form.area.none' : 'initiatives.form.area.drawn')}
        </p>
        <div className="bar-actions">
          <Button
            className="button"
            onPress={() => {
              drawTarget([]);
              store.getState().setSheet('low');
            }}
          >
            <Icon name="polygon" />
            {t('initiatives.form.area.draw')}
          </Button>
          {place !== null && (
            <Button className="button" onPress={() => change({ place: null })}>
              <Icon name="close" />
              {t('initiatives.form.area.drop')}
            </Button>
          )}
        </div>
      </fieldset>
    );
  }
  const drawn = areaWithin(outline);
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.area')}</legend>
      <p className="quiet">{t('initiatives.form.area.hint')}</p>
      <p role="status">{t('initiatives.form.area.corners', { count: outline.length })}</p>
      <div className="bar-actions">
        <Button
          className="button"
          data-look="primary"
          isDisabled={drawn === null}
          onPress={() => {
            change({ place: drawn });
            drawTarget(null);
          }}
        >
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
    </fieldset>
  );
}
