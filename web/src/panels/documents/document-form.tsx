import type { DocumentLink } from '@nitaq/core';
import { useState } from 'react';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DocumentFields } from './document-fields.tsx';

/** Putting a lesson or a document on the shelf, about something (null: about nothing yet), for those who may. */
export function DocumentForm({ link }: { link: DocumentLink | null }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayAdd = useMay('document.add');
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  if (!mayAdd) return null;
  return (
    <details className="correction need-entry" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('shelf.add')}</summary>
      {isOpen && (
        <DocumentFields
          // What is added next begins empty.
          key={key}
          title={t('shelf.add')}
          action={t('shelf.form.save')}
          before={{ title: '', text: '', tags: [], links: link ? [link] : [] }}
          save={async (input, file) => {
            const isTaken = await store.getState().addDocument(input, file, key);
            if (isTaken) setKey(crypto.randomUUID());
            return isTaken;
          }}
        />
      )}
    </details>
  );
}
