import type { ShelfDocument } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DocumentActions } from './document-actions.tsx';
import { useLinkName } from './use-link-name.ts';

const KILOBYTE = 1024;

/** A document of the shelf: what it says, what it is about, its file to be saved. */
export function DocumentRow({ document }: { document: ShelfDocument }) {
  const { t, name, day, number, list } = useWords();
  const store = useAppStore();
  const area = useArea();
  const called = useLinkName();
  const { id, title, text, tags, links, file, association, by, addedAt } = document;
  const of = area?.associations.find((one) => one.id === association)?.name;
  const date = day(addedAt);
  const about = links.flatMap((link) => called(link) ?? []);
  return (
    <div className="shelf-row">
      <h4>
        <bdi>{title}</bdi>
      </h4>
      <p className="shelf-text">
        <bdi>{text}</bdi>
      </p>
      {about.length > 0 && <p className="quiet">{t('shelf.about', { names: list(about) })}</p>}
      {file && area && (
        <a
          className="shelf-file"
          href={`/api/v1/areas/${area.area.id}/documents/${id}/file`}
          download={file.name}
        >
          <Icon name="down" />
          {t('shelf.download', { name: file.name, size: number(Math.ceil(file.bytes / KILOBYTE)) })}
        </a>
      )}
      {tags.length > 0 && (
        <ul className="shelf-tags">
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                className="button"
                data-look="small"
                aria-label={t('shelf.tag', { tag })}
                onPress={() => void store.getState().searchShelf({ text: '', tag })}
              >
                <bdi>{tag}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {of
          ? t('shelf.by', { name: by.name, association: name(of), date })
          : t('shelf.by.area', { name: by.name, date })}
      </p>
      <DocumentActions document={document} />
    </div>
  );
}
