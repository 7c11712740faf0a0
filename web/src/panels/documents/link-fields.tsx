import type { DocumentLink, Village } from '@nitaq/core';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { SelectEntry } from '../select-entry.tsx';
import { useApp, useArea } from '../use-app.ts';
import { VillageEntry } from '../village-entry.tsx';
import { useWords } from '../words.tsx';
import { useLinkName } from './use-link-name.ts';

const NONE = [] as const;

interface LinkFieldsProps {
  readonly links: readonly DocumentLink[];
  readonly onChange: (links: DocumentLink[]) => void;
}

/** What a document is about: villages and initiatives, added one by one and left out again. */
export function LinkFields({ links, onChange }: LinkFieldsProps) {
  const { t } = useWords();
  const called = useLinkName();
  const villages: readonly Village[] = useArea()?.villages ?? NONE;
  const initiatives = useApp((state) => state.initiatives) ?? NONE;
  const isLinked = (kind: DocumentLink['kind'], id: string) =>
    links.some((link) => link.kind === kind && link.id === id);
  const left = useMemo(
    () => villages.filter(({ id }) => !links.some((link) => link.kind === 'village' && link.id === id)),
    [villages, links],
  );
  const others = initiatives.filter(({ id }) => !isLinked('initiative', id));
  const add = (kind: DocumentLink['kind'], id: string | null) =>
    id !== null && onChange([...links, { kind, id }]);
  return (
    <fieldset className="initiative-set">
      <legend>{t('shelf.form.about')}</legend>
      {links.length > 0 && (
        <ul className="initiative-villages">
          {links.map((link) => {
            const name = called(link) ?? t(`shelf.form.unknown.${link.kind}`);
            return (
              <li key={`${link.kind} ${link.id}`} className="initiative-village">
                <bdi>{name}</bdi>
                <Button
                  className="icon-button"
                  aria-label={t('shelf.form.unlink', { name })}
                  onPress={() => onChange(links.filter((one) => one !== link))}
                >
                  <Icon name="close" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <VillageEntry
        key={links.length}
        label={t('shelf.form.village')}
        villages={left}
        value={null}
        onChange={(id) => add('village', id)}
      />
      {others.length > 0 && (
        <SelectEntry
          label={t('shelf.form.initiative')}
          placeholder={t('shelf.form.initiative.choose')}
          value={null}
          choices={others.map(({ id, content }) => ({ value: id, text: content.title }))}
          onChange={(id) => add('initiative', id)}
        />
      )}
    </fieldset>
  );
}
