import { type DocumentInput, MOST_FILE_BYTES } from '@nitaq/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { LinkFields } from './link-fields.tsx';

const MEGABYTE = 2 ** 20;
/** What the browser offers to choose; the service looks at what is in the file. */
const OFFERED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.md';

interface DocumentFieldsProps {
  /** What the form is for. */
  readonly title: string;
  /** What its button says. */
  readonly action: string;
  readonly before: DocumentInput;
  /** Resolves to whether it was taken. */
  readonly save: (input: DocumentInput, file: File | null) => Promise<boolean>;
  /** Another way out, beside saving. */
  readonly children?: ReactNode;
}

/** What a lesson or a document says, its tags, what it is about, and a file. */
export function DocumentFields({ title: said, action, before, save, children }: DocumentFieldsProps) {
  const { t, number, language } = useWords();
  const [title, setTitle] = useState(before.title);
  const [text, setText] = useState(before.text);
  const [tags, setTags] = useState(() => before.tags.join(language === 'ar' ? '، ' : ', '));
  const [links, setLinks] = useState(before.links);
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, doing] = useBusy();
  const fileId = useId();
  const isTooLarge = file !== null && file.size > MOST_FILE_BYTES;
  const most = number(MOST_FILE_BYTES / MEGABYTE);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTooLarge) return;
    void doing(() => save({ title: title.trim(), text: text.trim(), tags: tagsOf(tags), links }, file));
  };
  return (
    <Form className="need-form" aria-label={said} onSubmit={submit}>
      <TextEntry
        label={t('shelf.form.title')}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <LongEntry label={t('shelf.form.text')} maxLength={20_000} value={text} onChange={setText} />
      <TextEntry
        label={t('shelf.form.tags')}
        hint={t('shelf.form.tags.hint')}
        autoComplete="off"
        maxLength={300}
        isRequired={false}
        value={tags}
        onChange={setTags}
      />
      <LinkFields links={links} onChange={setLinks} />
      <div className="field">
        <label htmlFor={fileId}>{t('shelf.form.file')}</label>
        <input
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
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {action}
        </Button>
        {children}
      </div>
    </Form>
  );
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,،\n]/u).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
