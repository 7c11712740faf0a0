import { type DragEvent, useRef, useState } from 'react';
import { useFindWords } from '../find-words.tsx';
import { type AnsweredList, answerList } from './answer-list.ts';
import { ListAnswers } from './list-answers.tsx';
import '../../style/find-list.css';
import type { ListFault, PlaceList } from './place-list.ts';
import { type ManySheets, readList } from './read-list.ts';

type Standing =
  | { readonly kind: 'choosing'; readonly fault: ListFault | 'find.list.failed' | null }
  | { readonly kind: 'sheets'; readonly book: ManySheets }
  | { readonly kind: 'asking'; readonly list: PlaceList; readonly done: number }
  | { readonly kind: 'answered'; readonly answered: AnsweredList };

/** Who serves each place of a list: a file in, the same file with answers out. */
export function ListPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useFindWords();
  const [standing, setStanding] = useState<Standing>({ kind: 'choosing', fault: null });
  const stop = useRef<AbortController | null>(null);
  const startAnew = () => {
    stop.current?.abort();
    setStanding({ kind: 'choosing', fault: null });
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readList(file);
    if (typeof read !== 'string' && 'sheets' in read) setStanding({ kind: 'sheets', book: read });
    else await ask(read);
  };
  const ask = async (list: PlaceList | ListFault) => {
    if (typeof list === 'string') return setStanding({ kind: 'choosing', fault: list });
    const stopping = new AbortController();
    stop.current = stopping;
    setStanding({ kind: 'asking', list, done: 0 });
    try {
      const onRows = (done: number) => setStanding({ kind: 'asking', list, done });
      const answered = await answerList(list, { signal: stopping.signal, onRows });
      if (!stopping.signal.aborted) setStanding({ kind: 'answered', answered });
    } catch {
      if (!stopping.signal.aborted) setStanding({ kind: 'choosing', fault: 'find.list.failed' });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section className="find-many" aria-label={t('find.list')}>
      <h2>{t('find.list')}</h2>
      {standing.kind === 'choosing' && (
        <>
          <p>{t('find.list.lead')}</p>
          <fieldset className="find-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
            <label className="button" data-look="primary">
              {t('find.list.choose')}
              <input
                type="file"
                accept=".csv,.txt,.tsv,.xlsx,.xls,text/csv"
                className="visually-hidden"
                onChange={({ target }) => void take(target.files?.[0])}
              />
            </label>
            <span className="find-quiet">{t('find.list.drop')}</span>
          </fieldset>
          {standing.fault && <p role="alert">{t(standing.fault)}</p>}
        </>
      )}
      {standing.kind === 'sheets' && (
        <>
          <p role="status">{t('find.list.sheets', { file: standing.book.file })}</p>
          <ul className="find-sheets">
            {standing.book.sheets.map((sheet) => (
              <li key={sheet}>
                <button
                  type="button"
                  className="button"
                  onClick={async () => ask(await standing.book.read(sheet))}
                >
                  <bdi>{sheet}</bdi>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={startAnew}>
            {t('find.list.another')}
          </button>
        </>
      )}
      {standing.kind === 'asking' && (
        <>
          <progress
            aria-label={t('find.list.progress')}
            max={Math.max(1, standing.list.rows.length)}
            value={standing.done}
          />
          <p role="status">{t('find.list.busy', { done: standing.done, all: standing.list.rows.length })}</p>
          <button type="button" className="button" onClick={startAnew}>
            {t('find.list.cancel')}
          </button>
        </>
      )}
      {standing.kind === 'answered' && (
        <ListAnswers
          answered={standing.answered}
          onChange={(answered) => setStanding({ kind: 'answered', answered })}
          onAgain={startAnew}
        />
      )}
      <button type="button" className="button" onClick={onBack}>
        {t('find.list.back')}
      </button>
    </section>
  );
}
