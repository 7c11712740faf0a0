import { useState } from 'react';
import { useFindWords } from '../find-words.tsx';
import { type AnsweredList, type AnsweredRow, askAgain } from './answer-list.ts';
import { downloadList } from './download-list.ts';

interface ListAnswersProps {
  readonly answered: AnsweredList;
  readonly onChange: (answered: AnsweredList) => void;
  readonly onAgain: () => void;
}

/** More than these are mended in the file. */
const MENDED_HERE = 50;

const KINDS = {
  covered: ['covered'],
  gap: ['gap'],
  overlap: ['overlap'],
  elsewhere: ['outside', 'unlocated'],
  error: ['error'],
} as const satisfies Record<string, readonly AnsweredRow['status'][]>;

/** How many of the places are served, what is to mend, and the file to take along. */
export function ListAnswers({ answered, onChange, onAgain }: ListAnswersProps) {
  const { t } = useFindWords();
  const { list, rows } = answered;
  const wrong = [...rows.entries()].filter(([, { status }]) => status === 'error');
  return (
    <>
      <p role="status">{t('find.list.done', { count: rows.length, file: list.file })}</p>
      <dl className="find-totals">
        {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => {
          const statuses: readonly AnsweredRow['status'][] = KINDS[kind];
          const count = rows.filter(({ status }) => statuses.includes(status)).length;
          const share = rows.length === 0 ? 0 : count / rows.length;
          return (
            <div key={kind}>
              <dt>{t(`find.list.${kind}`)}</dt>
              <dd>{t('find.list.share', { count, share })}</dd>
            </div>
          );
        })}
      </dl>
      <button
        type="button"
        className="button"
        data-look="primary"
        onClick={() => void downloadList(answered)}
      >
        {t('find.list.download')}
      </button>
      {wrong.length > 0 && (
        <>
          <h3>{t('find.list.fix')}</h3>
          <ul className="find-mend">
            {wrong.slice(0, MENDED_HERE).map(([row, one]) => (
              <WrongRow
                key={row}
                number={list.numbers[row] ?? row + 1}
                name={one.cells[list.columns.village ?? -1] ?? null}
                error={one.added.at(-1) ?? ''}
                onAsk={async (name) => onChange(await askAgain(answered, row, name))}
              />
            ))}
          </ul>
          {wrong.length > MENDED_HERE && (
            <p>{t('find.list.fix.more', { count: wrong.length - MENDED_HERE })}</p>
          )}
        </>
      )}
      <button type="button" className="button" onClick={onAgain}>
        {t('find.list.another')}
      </button>
    </>
  );
}

interface WrongRowProps {
  readonly number: number;
  /** Null: the list has no names. */
  readonly name: string | null;
  readonly error: string;
  readonly onAsk: (name: string) => Promise<void>;
}

function WrongRow({ number, name, error, onAsk }: WrongRowProps) {
  const { t } = useFindWords();
  const [text, setText] = useState(name ?? '');
  const [hasFailed, setFailed] = useState(false);
  const ask = () => {
    setFailed(false);
    onAsk(text).catch(() => setFailed(true));
  };
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <b>{t('find.list.row', { row: number })}</b>
        <bdi className="find-quiet">{error}</bdi>
        {name !== null && (
          <span className="find-mend-name">
            <input
              aria-label={t('find.list.name', { row: number })}
              value={text}
              dir="auto"
              onChange={({ target }) => setText(target.value)}
            />
            <button type="submit" className="button">
              {t('find.list.ask')}
            </button>
          </span>
        )}
        {hasFailed && <span role="alert">{t('find.list.failed')}</span>}
      </form>
    </li>
  );
}
