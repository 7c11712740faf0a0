import { Button } from 'react-aria-components';
import { focusMap } from '../focus.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** An area on the map that an initiative is for, drawn corner by corner beside the form. */
export function AreaField({ draft: { place }, change }: DraftFieldsProps) {
  const { t } = useWords();
  const store = useAppStore();
  const isDrawing = useApp((state) => state.targetOutline !== null);
  const draw = () => {
    store.getState().drawTarget([]);
    // On a phone the sheet gives way to the map.
    store.getState().setSheet('low');
    focusMap();
  };
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.area')}</legend>
      <p className="quiet">
        {t(place === null ? 'initiatives.form.area.none' : 'initiatives.form.area.drawn')}
      </p>
      {!isDrawing && (
        <div className="bar-actions">
          <Button className="button" onPress={draw}>
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
      )}
    </fieldset>
  );
}
