import { type Initiative, type MilestoneProgress, partiesOf } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { today } from '../../state/day-in-area.ts';
import { Icon } from '../icons.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

type Milestone = Initiative['content']['milestones'][number];

/** The milestones of an initiative in the order of their days: reached, late or to come. */
export function MilestoneTimeline({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const own = useOwnRole();
  const { content, progress, state } = initiative;
  const milestones = [...content.milestones].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const association = own?.role === 'coordinator' ? own.association : null;
  const mayNote = state === 'running' && association !== null && partiesOf(content).includes(association);
  return (
    <section>
      <h3 className="small-title">{t('initiatives.milestones')}</h3>
      {milestones.length === 0 && <p className="quiet">{t('initiatives.milestones.none')}</p>}
      <ol className="milestones">
        {milestones.map((milestone) => (
          <MilestoneRow
            key={milestone.id}
            milestone={milestone}
            reached={progress.find((one) => one.milestone === milestone.id) ?? null}
            isLate={initiative.troubles.some(
              (trouble) => trouble.kind === 'late' && trouble.milestone === milestone.id,
            )}
            mayNote={mayNote}
          />
        ))}
      </ol>
    </section>
  );
}

interface MilestoneRowProps {
  readonly milestone: Milestone;
  readonly reached: MilestoneProgress | null;
  readonly isLate: boolean;
  readonly mayNote: boolean;
}

function MilestoneRow({ milestone, reached, isLate, mayNote }: MilestoneRowProps) {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, doing] = useBusy();
  const { title, dueOn } = milestone;
  const standing = reached ? 'reached' : isLate ? 'late' : 'open';
  return (
    <li className="milestone" data-standing={standing}>
      <span className="milestone-sign" aria-hidden="true">
        {reached && <Icon name="check" />}
      </span>
      <div className="milestone-text">
        <p>
          <strong>
            <bdi>{title}</bdi>
          </strong>
          {!reached && (
            <span className="milestone-word">{t(`initiatives.milestone.${isLate ? 'late' : 'open'}`)}</span>
          )}
        </p>
        <p className="quiet">
          {reached
            ? t('initiatives.milestone.reached', { date: words.dayOf(reached.reachedOn) })
            : t('initiatives.milestone.due', { date: words.dayOf(dueOn) })}
        </p>
        {reached?.evidence && (
          <p>
            <bdi>{reached.evidence}</bdi>
          </p>
        )}
        {mayNote &&
          (reached ? (
            <Button
              className="button"
              data-look="small"
              aria-label={t('initiatives.milestone.reopen', { title })}
              data-busy={isBusy}
              onPress={() =>
                void doing(() =>
                  store.getState().reachMilestone(milestone.id, { reachedOn: null, evidence: null }),
                )
              }
            >
              {t('initiatives.milestone.reopen.short')}
            </Button>
          ) : (
            <Button
              className="button"
              data-look="small"
              aria-label={t('initiatives.milestone.reach', { title })}
              aria-expanded={isOpen}
              onPress={() => setOpen(!isOpen)}
            >
              {t('initiatives.milestone.reach.short')}
            </Button>
          ))}
        {mayNote && !reached && isOpen && <MilestoneForm milestone={milestone} />}
      </div>
    </li>
  );
}

/** When a milestone was reached, and what shows it. */
function MilestoneForm({ milestone }: { milestone: Milestone }) {
  const { t } = useWords();
  const store = useAppStore();
  const zone = useArea()?.area.timeZone ?? 'UTC';
  const [reachedOn, setReachedOn] = useState(() => today(zone));
  const [evidence, setEvidence] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { reachedOn, evidence: evidence.trim() || null };
    void doing(() => store.getState().reachMilestone(milestone.id, input));
  };
  return (
    <Form
      className="need-form"
      aria-label={t('initiatives.milestone.reach', { title: milestone.title })}
      onSubmit={submit}
    >
      <DayEntry label={t('initiatives.milestone.day')} value={reachedOn} onChange={setReachedOn} />
      <TextEntry
        label={t('initiatives.milestone.evidence')}
        hint={t('initiatives.milestone.evidence.hint')}
        autoComplete="off"
        maxLength={300}
        isRequired={false}
        value={evidence}
        onChange={setEvidence}
      />
      <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
        {t('initiatives.milestone.save')}
      </Button>
    </Form>
  );
}
