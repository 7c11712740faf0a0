import type { NeedKind, VillageId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { today } from '../../state/day-in-area.ts';
import type { VillageNeed } from '../../state/known-need.ts';
import { type NeedEntry, parseNeed } from '../../state/need-entry.ts';
import { ProblemText } from '../problem-text.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords, type Words } from '../words.tsx';
import { NeedFields } from './need-fields.tsx';

const MONTH_LENGTH = '2026-11'.length;

interface NeedFormProps {
  readonly village: VillageId;
  /** What is known so far; null: not counted yet. */
  readonly known: VillageNeed | null;
}

/** The counts of a village in a survey round, to enter or to correct. */
export function NeedForm({ village, known }: NeedFormProps) {
  const { t, typed } = useWords();
  const store = useAppStore();
  const zone = useArea()?.area.timeZone ?? 'UTC';
  const month = today(zone).slice(0, MONTH_LENGTH);
  const [entry, setEntry] = useState<NeedEntry>(() => entryOf(known, { month, typed }));
  const [said, setSaid] = useState<'wrong' | 'saved' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const change = (field: keyof NeedEntry, text: string) => {
    setEntry((before) => ({ ...before, [field]: text }));
    setSaid(null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const counts = parseNeed(entry);
    if (counts === null) return setSaid('wrong');
    void doing(async () => setSaid((await store.getState().countNeed(village, counts)) ?? 'saved'));
  };
  return (
    <details className="correction need-entry">
      <summary>{t(known ? 'need.correct' : 'need.count')}</summary>
      <Form className="need-form" aria-label={t('need.count')} onSubmit={save}>
        <NeedFields entry={entry} month={month} onChange={change} />
        {said === 'wrong' && (
          <p className="problem" role="alert">
            {t('need.form.wrong', { example: month })}
          </p>
        )}
        {said !== null && typeof said === 'object' && <ProblemText problem={said} />}
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('need.form.save')}
          </Button>
          <span role="status" className="quiet">
            {said === 'saved' && t('need.form.saved')}
          </span>
        </div>
      </Form>
    </details>
  );
}

/** What is known exactly stands in the form already; a band is no count to begin from. */
function entryOf(
  known: VillageNeed | null,
  { month, typed }: Pick<Words, 'typed'> & { readonly month: string },
): NeedEntry {
  const exactly = (kind: NeedKind) => {
    const count = known?.[kind];
    return count && count.least === count.most ? typed(count.least) : '';
  };
  return {
    // From left to right in every language, which only Latin digits keep.
    round: known?.round ?? month,
    orphans: exactly('orphans'),
    widows: exactly('widows'),
    families: exactly('families'),
  };
}
