import type { ShelfDocument } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { HistoryButton } from '../history/history-button.tsx';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { DocumentFields } from './document-fields.tsx';

/** Rewriting a document and taking it off the shelf, for those who may, and what happened to it. */
export function DocumentActions({ document }: { document: ShelfDocument }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useOwnRole();
  const me = useApp((state) => state.session?.person?.id ?? null);
  // As it was read: what others do meanwhile renews `document`, but not what was rewritten here.
  const [opened, setOpened] = useState<ShelfDocument | null>(null);
  const isTheirs = own?.role === 'coordinator' && own.association === document.association;
  const mayChange = own !== null && (document.by.person === me || isTheirs || own.role === 'council');
  if (opened && mayChange) {
    return (
      <DocumentFields
        title={t('shelf.change.of', { title: document.title })}
        action={t('shelf.change.save')}
        before={opened}
        save={async (input, file) => {
          const next = await store.getState().changeDocument(opened, input, file);
          setOpened(next);
          return next === null;
        }}
      >
        <Button className="button" onPress={() => setOpened(null)}>
          {t('shelf.change.cancel')}
        </Button>
      </DocumentFields>
    );
  }
  return (
    <div className="bar-actions">
      {mayChange && (
        <Button
          className="button"
          data-look="small"
          aria-label={t('shelf.change.of', { title: document.title })}
          onPress={() => setOpened(document)}
        >
          <Icon name="pen" />
          {t('shelf.change')}
        </Button>
      )}
      {mayChange && <Removal document={document} />}
      <HistoryButton of={{ kind: 'document', id: document.id }} />
    </div>
  );
}

function Removal({ document }: { document: ShelfDocument }) {
  const { t } = useWords();
  const store = useAppStore();
  const [isSure, setSure] = useState(false);
  const [isBusy, doing] = useBusy();
  const remove = () => (isSure ? void doing(() => store.getState().removeDocument(document)) : setSure(true));
  return (
    <Button className="button shelf-remove" data-look="small" data-busy={isBusy} onPress={remove}>
      <Icon name="bin" />
      {t(isSure ? 'shelf.remove.sure' : 'shelf.remove')}
    </Button>
  );
}
