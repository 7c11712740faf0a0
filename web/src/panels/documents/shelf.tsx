import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { Section } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DocumentForm } from './document-form.tsx';
import { DocumentRow } from './document-row.tsx';

/** The shelf of experience, with its search; for those who may see it. */
export function Shelf() {
  const { t } = useWords();
  const store = useAppStore();
  const shelf = useApp((state) => state.shelf);
  const problem = useApp((state) => state.shelfProblem);
  const [typed, setTyped] = useState('');
  if (shelf === null) return null;
  const { asked, items, next } = shelf;
  const isAsked = asked.text !== '' || asked.tag !== null;
  const search = (text: string) => void store.getState().searchShelf({ ...asked, text });
  return (
    <Section title={t('shelf.title')} count={items.length}>
      {(items.length > 0 || isAsked) && (
        <SearchField
          className="field"
          value={typed}
          onChange={setTyped}
          onSubmit={search}
          onClear={() => search('')}
        >
          <Label>{t('shelf.search')}</Label>
          <div className="shelf-search">
            <Input dir="auto" />
            <Button
              slot={null}
              className="icon-button"
              aria-label={t('shelf.search')}
              onPress={() => search(typed)}
            >
              <Icon name="search" />
            </Button>
          </div>
        </SearchField>
      )}
      {asked.tag !== null && (
        <Button
          className="button"
          data-look="small"
          onPress={() => void store.getState().searchShelf({ ...asked, tag: null })}
        >
          <Icon name="close" />
          {t('shelf.tag.all', { tag: asked.tag })}
        </Button>
      )}
      {items.length === 0 && <p className="quiet">{t(isAsked ? 'shelf.none.found' : 'shelf.none')}</p>}
      <ul className="rows">
        {items.map((document) => (
          <li key={document.id}>
            <DocumentRow document={document} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button className="button" data-look="quiet" onPress={() => void store.getState().showMoreOfShelf()}>
          {t('shelf.more')}
        </Button>
      )}
      {problem && <ProblemText problem={problem} />}
      <DocumentForm link={null} />
    </Section>
  );
}
