import { useMemo, useState } from 'react';
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { villagesByCentre } from '../../state/villages-by-centre.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The villages of a centre given to the chosen territory together; nothing while another tool is in hand. */
export function VillagesByCentre() {
  const { t, name } = useWords();
  const store = useAppStore();
  const villages = useArea()?.villages;
  const tool = useApp((state) => state.editing?.tool);
  const association = useApp((state) => state.editing?.association ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { by, centres } = useMemo(() => villagesByCentre(villages ?? []), [villages]);
  if (tool !== 'villages' || association === null || centres.length === 0) return null;
  const found = centres.find(({ centre }) => centre.id === chosen);
  const give = () => {
    const ids = found?.villages.map(({ id }) => id) ?? [];
    store.getState().edit({ kind: 'assign-villages', villages: ids, to: association });
  };
  return (
    <Disclosure className="disclosure">
      <Button slot="trigger" className="disclosure-button">
        {t('centre.title')}
        <Icon name="down" />
      </Button>
      <DisclosurePanel>
        <div className="centre-choice">
          {by === 'nearest' && <p className="quiet">{t('centre.nearest')}</p>}
          <Select
            value={chosen}
            onChange={(id) => setChosen(id === null ? null : String(id))}
            placeholder={t('centre.choose')}
          >
            <Label>{t('village.centre')}</Label>
            <Button className="select-button">
              <SelectValue className="plan-value">
                {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
              </SelectValue>
              <Icon name="down" />
            </Button>
            <Popover className="popover">
              <ListBox className="choices">
                {centres.map(({ centre, villages: own }) => (
                  <ListBoxItem
                    key={centre.id}
                    id={centre.id}
                    className="choice"
                    textValue={name(centre.name)}
                  >
                    <bdi>{name(centre.name)}</bdi>
                    <span className="quiet">{t('count.villages', { count: own.length })}</span>
                  </ListBoxItem>
                ))}
              </ListBox>
            </Popover>
          </Select>
          {found && (
            <p className="quiet">
              {found.villages.map((village) => (
                <bdi key={village.id} className="centre-village">
                  {name(village.name)}
                </bdi>
              ))}
            </p>
          )}
          <Button className="button" isDisabled={!found} onPress={give}>
            {t('names.give')}
          </Button>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
