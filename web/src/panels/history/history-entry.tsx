import type { RecordEntry } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { entrySentence, type Named } from './entry-words.ts';

/** One entry of the record: what happened, when, and the way to what it is about. */
export function HistoryEntry({ entry, named }: { entry: RecordEntry; named: Named }) {
  const words = useWords();
  const { day, time } = words;
  return (
    <li className="history-entry" data-act={entry.act}>
      <p>{entrySentence(entry, named, words)}</p>
      <p className="quiet">
        <time dateTime={entry.at}>
          {day(entry.at)} · {time(entry.at)}
        </time>
      </p>
      <Opening subject={entry.subject} named={named} />
    </li>
  );
}

/** To what the entry is about, where it is still there. */
function Opening({ subject: { kind, id }, named }: { subject: RecordEntry['subject']; named: Named }) {
  const { t } = useWords();
  const store = useAppStore();
  const { showHistory, openPlan, showProposal, select } = store.getState();
  const isThere = (things: readonly { readonly id: string }[]) => things.some((one) => one.id === id);
  const leave = (where: () => Promise<void>) => () => {
    void showHistory(null);
    void where();
  };
  switch (kind) {
    case 'plan':
      if (!isThere(named.area.plans)) return null;
      return (
        <Button className="button" data-look="small" onPress={leave(() => openPlan(id))}>
          {t('history.open.plan')}
        </Button>
      );
    case 'proposal':
      if (!isThere(named.proposals)) return null;
      return (
        <Button className="button" data-look="small" onPress={leave(() => showProposal(id))}>
          {t('history.open.proposal')}
        </Button>
      );
    case 'village':
    case 'association':
      return (
        <Button className="button" data-look="small" onPress={() => void select({ kind, id })}>
          {t(`history.open.${kind}`)}
        </Button>
      );
    case 'area':
    case 'person':
      return null;
  }
}
