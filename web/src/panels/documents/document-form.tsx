import { type DocumentLink, MOST_FILE_BYTES, type Village, type VillageId } from '@nitaq/core';
import { type FormEvent, useId, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { VillageEntry } from '../village-entry.tsx';
import { useWords } from '../words.tsx';

const NONE: readonly Village[] = [];
const MEGABYTE = 2 ** 20;
/** What the browser offers to choose; the service looks at what is in the file. */
const OFFERED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.md';

/** Putting a lesson or a document on the shelf, about something (null: about a village or nothing), for those who may. */
export function DocumentForm({ link }: { link: DocumentLink | null }) {
  const { t } = useWords();
  const mayAdd = useMay('document.add');
  const [isOpen, setOpen] = useState(false);
  if (!mayAdd) return null;
  return (
    <details className="correction need-entry" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('shelf.add')}</summary>
      {isOpen && <DocumentFields link={link} />}
    </details>
  );
}

function DocumentFields({ link }: { link: DocumentLink | null }) {
  const { t, number } = useWords();
  const store = useAppStore();
  const villages = useArea()?.villages ?? NONE;
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [tags, setTags] = useState('');
  const [village, setVillage] = useState<VillageId | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, doing] = useBusy();
  const fileId = useId();
  const isTooLarge = file !== null && file.size > MOST_FILE_BYTES;
  const most = number(MOST_FILE_BYTES / MEGABYTE);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTooLarge) return;
    const links = [...(link ? [link] : []), ...(village ? [{ kind: 'village' as const, id: village }] : [])];
    const input = { title: title.trim(), text: text.trim(), tags: tagsOf(tags), links };
    void doing(() => store.getState().addDocument(input, file, key)).then((isTaken) => {
      if (!isTaken) return;
      setKey(crypto.randomUUID());
      for (const empty of [setTitle, setText, setTags]) empty('');
      setVillage(null);
      setFile(null);
    });
  };
  return (
    <Form className="need-form" aria-label={t('shelf.add')} onSubmit={submit}>
      <TextEntry
        label={t('shelf.form.title')}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <LongEntry label={t('shelf.form.text')} value={text} onChange={setText} />
      <TextEntry
        label={t('shelf.form.tags')}
        hint={t('shelf.form.tags.hint')}
        autoComplete="off"
        maxLength={300}
        isRequired={false}
        value={tags}
        onChange={setTags}
      />
      {link === null && (
        <VillageEntry
          key={`village ${key}`}
          label={t('shelf.form.village')}
          villages={villages}
          value={village}
          onChange={setVillage}
        />
      )}
      <div className="field">
        <label htmlFor={fileId}>{t('shelf.form.file')}</label>
        <input
          key={key}
          id={fileId}
          type="file"
          accept={OFFERED}
          aria-describedby={`${fileId}-hint`}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <span className="quiet" id={`${fileId}-hint`}>
          {t('shelf.form.file.hint', { most })}
        </span>
        {isTooLarge && (
          <p className="problem" role="alert">
            {t('shelf.form.file.large', { most })}
          </p>
        )}
      </div>
      <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
        {t('shelf.form.save')}
      </Button>
    </Form>
  );
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,،\n]/u).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
