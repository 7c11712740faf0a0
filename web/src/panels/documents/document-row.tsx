import type { ShelfDocument } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

const KILOBYTE = 1024;

/** A document of the shelf: what it says, what it is about, its file to be saved. */
export function DocumentRow({ document }: { document: ShelfDocument }) {
  const { t, name, day, number, list } = useWords();
  const store = useAppStore();
  const area = useArea();
  const initiatives = useApp((state) => state.initiatives) ?? [];
  const { id, title, text, tags, links, file, association, by, addedAt } = document;
  const called = area?.associations.find((one) => one.id === association)?.name;
  const date = day(addedAt);
  const about = links.flatMap((link) => {
    const village = area?.villages.find((one) => link.kind === 'village' && one.id === link.id)?.name;
    const initiative = initiatives.find((one) => link.kind === 'initiative' && one.id === link.id)?.content;
    return [village ? name(village) : (initiative?.title ?? [])].flat();
  });
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
        {called
          ? t('shelf.by', { name: by.name, association: name(called), date })
          : t('shelf.by.area', { name: by.name, date })}
      </p>
      <Removal document={document} />
    </div>
  );
}

function Removal({ document }: { document: ShelfDocument }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useOwnRole();
  const me = useApp((state) => state.session?.person?.id ?? null);
  const [isSure, setSure] = useState(false);
  const [isBusy, doing] = useBusy();
  const isTheirs = own?.role === 'coordinator' && own.association === document.association;
  if (own === null || (document.by.person !== me && !isTheirs && own.role !== 'council')) return null;
  const remove = () => (isSure ? void doing(() => store.getState().removeDocument(document)) : setSure(true));
  return (
    <Button className="button shelf-remove" data-look="small" data-busy={isBusy} onPress={remove}>
      <Icon name="bin" />
      {t(isSure ? 'shelf.remove.sure' : 'shelf.remove')}
    </Button>
  );
}
