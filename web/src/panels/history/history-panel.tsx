import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { ShownHistory } from '../../state/history-of.ts';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useAssociationName, useVillageName } from '../use-names.ts';
import { useWords } from '../words.tsx';
import { BorderHistory } from './border-history.tsx';
import { HistoryChoice } from './history-choice.tsx';
import { HistoryEntry } from './history-entry.tsx';

/** Who did what and when, the newest first, in the place of the lists. */
export function HistoryPanel({ history }: { history: ShownHistory }) {
  const { t } = useWords();
  const store = useAppStore();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="history people-sections">
      <Button className="button" data-look="quiet" onPress={() => void store.getState().showHistory(null)}>
        <Icon name="undo" />
        {t('history.back')}
      </Button>
      <h2 ref={heading} tabIndex={-1}>
        {t('history.title')}
      </h2>
      <HistoryChoice subject={history.subject} />
      <Entries history={history} />
    </article>
  );
}

function Entries({ history: { subject, entries, next, enacted, names } }: { history: ShownHistory }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const proposals = useApp((state) => state.proposals) ?? NONE;
  const elsewhere = { association: useAssociationName(), village: useVillageName() };
  const [isBusy, doing] = useBusy();
  if (!area || entries.status === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (entries.status === 'failed') return <ProblemText problem={entries.problem} />;
  if (subject.kind === 'border') return <BorderHistory enacted={enacted} />;
  if (entries.value.length === 0) return <p className="quiet">{t('history.none')}</p>;
  return (
    <>
      <ol className="history-list">
        {entries.value.map((entry) => (
          <HistoryEntry
            key={`${entry.area} ${entry.number}`}
            entry={entry}
            named={{ area, proposals, names, elsewhere }}
          />
        ))}
      </ol>
      {next !== null && (
        <Button
          className="button"
          data-busy={isBusy}
          onPress={() => void doing(() => store.getState().showOlder())}
        >
          {t('history.older')}
        </Button>
      )}
    </>
  );
}

const NONE = [] as const;
