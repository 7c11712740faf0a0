import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Label, TextArea, TextField } from 'react-aria-components';
import { type NamedVillages, villagesByNames } from '../../state/villages-by-names.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Villages given to the chosen territory by a list of names that is pasted in; nothing while another tool is in hand. */
export function VillagesByNames() {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const editing = useApp((state) => state.editing);
  const [text, setText] = useState('');
  const [found, setFound] = useState<NamedVillages | null>(null);
  const association = editing?.association ?? null;
  if (!area || editing?.tool !== 'villages' || association === null) return null;
  const give = () => {
    const named = villagesByNames(text, area.villages);
    setFound(named);
    if (named.villages.length === 0) return;
    const villages = named.villages.map(({ id }) => id);
    const isMade = store.getState().edit({ kind: 'assign-villages', villages, to: association });
    // What was not understood stays, to be mended.
    if (isMade) setText([...named.unknown, ...named.ambiguous].join('\n'));
  };
  return (
    <Disclosure className="disclosure">
      <Button slot="trigger" className="disclosure-button">
        {t('names.title')}
        <Icon name="down" />
      </Button>
      <DisclosurePanel>
        <TextField className="field" value={text} onChange={setText}>
          <Label>{t('names.label')}</Label>
          <TextArea rows={3} />
        </TextField>
        {found && <NotFound {...found} />}
        <Button className="button" isDisabled={text.trim() === ''} onPress={give}>
          {t('names.give')}
        </Button>
      </DisclosurePanel>
    </Disclosure>
  );
}

function NotFound({ unknown, ambiguous }: NamedVillages) {
  const { t, list } = useWords();
  if (unknown.length === 0 && ambiguous.length === 0) return null;
  return (
    <div className="note" role="alert">
      <Icon name="info" />
      <div>
        {unknown.length > 0 && <p>{t('names.unknown', { names: list(unknown) })}</p>}
        {ambiguous.length > 0 && <p>{t('names.ambiguous', { names: list(ambiguous) })}</p>}
      </div>
    </div>
  );
}
