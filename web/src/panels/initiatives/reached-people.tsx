import { type Initiative, partiesOf, type Reached, targetVillages, type VillageId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { today } from '../../state/day-in-area.ts';
import { type NeedEntry, parseNeed } from '../../state/need-entry.ts';
import { isVague, KnownCounts } from '../need/known-counts.tsx';
import { NeedFields } from '../need/need-fields.tsx';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useVillageName } from '../use-names.ts';
import { VillageEntry } from '../village-entry.tsx';
import { useWords } from '../words.tsx';

interface ReachedPeopleProps {
  readonly initiative: Initiative;
  readonly reached: Reached | null;
}

/** How many an initiative has reached by village and round, as far as one may know it, and a form for those who take part. */
export function ReachedPeople({ initiative, reached }: ReachedPeopleProps) {
  const { t, round } = useWords();
  const called = useVillageName();
  const own = useOwnRole();
  const { state, content } = initiative;
  const hasRun = state === 'running' || state === 'done' || state === 'stopped';
  if (reached === null || (!hasRun && reached.villages.length === 0)) return null;
  const association = own?.role === 'coordinator' ? own.association : null;
  const mayEnter = state === 'running' && association !== null && partiesOf(content).includes(association);
  return (
    <section>
      <h3 className="small-title">{t('initiatives.reached')}</h3>
      {reached.villages.length === 0 && <p className="quiet">{t('initiatives.reached.none')}</p>}
      <ul className="people-list">
        {reached.villages.map((one) => (
          <li key={`${one.village} ${one.round}`}>
            <bdi>{called(one.village)}</bdi>
            <span className="quiet"> · {round(one.round)}</span>
            <KnownCounts counts={one} />
          </li>
        ))}
        {reached.villages.length > 1 && (
          <li>
            <strong>{t('initiatives.reached.total')}</strong>
            <KnownCounts counts={reached.total} />
          </li>
        )}
      </ul>
      {isVague(reached.total) && <p className="quiet">{t('need.bands')}</p>}
      {mayEnter && <ReachedForm key={reached.villages.length} initiative={initiative} />}
    </section>
  );
}

const MONTH_LENGTH = '2026-11'.length;

function ReachedForm({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="correction need-entry" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('initiatives.reached.enter')}</summary>
      {isOpen && <ReachedFields initiative={initiative} />}
    </details>
  );
}

function ReachedFields({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const month = today(area?.area.timeZone ?? 'UTC').slice(0, MONTH_LENGTH);
  const targets = targetVillages(initiative.content, area?.villages ?? []);
  const [village, setVillage] = useState<VillageId | null>(targets[0]?.id ?? null);
  const [entry, setEntry] = useState<NeedEntry>({ round: month, orphans: '', widows: '', families: '' });
  const [isWrong, setWrong] = useState(false);
  const [isBusy, doing] = useBusy();
  const change = (field: keyof NeedEntry, text: string) => {
    setEntry((before) => ({ ...before, [field]: text }));
    setWrong(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const counts = parseNeed(entry);
    setWrong(counts === null);
    if (counts !== null && village !== null) void doing(() => store.getState().enterReached(village, counts));
  };
  return (
    <Form className="need-form" aria-label={t('initiatives.reached.enter')} onSubmit={submit}>
      <VillageEntry
        label={t('initiatives.reached.village')}
        villages={targets}
        value={village}
        onChange={setVillage}
        isRequired
      />
      <NeedFields entry={entry} month={month} onChange={change} />
      <p className="quiet">{t('initiatives.reached.hint')}</p>
      {isWrong && (
        <p className="problem" role="alert">
          {t('need.form.wrong', { example: month })}
        </p>
      )}
      <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
        {t('need.form.save')}
      </Button>
    </Form>
  );
}
