import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { type DraftFault, inputOf } from '../../state/initiative-draft.ts';
import type { InitiativeForm as FormState } from '../../state/initiatives.ts';
import { ProblemText } from '../problem-text.tsx';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { AmountFields } from './amount-fields.tsx';
import { AreaField } from './area-field.tsx';
import type { ChangeDraft } from './draft-fields.ts';
import { MilestoneFields } from './milestone-fields.tsx';
import { PartyFields } from './party-fields.tsx';
import { RiskFields } from './risk-fields.tsx';
import { VillageFields } from './village-fields.tsx';

/** Writing an initiative down, or changing it, beside the map: an area can be drawn there meanwhile. */
export function InitiativeForm({ form }: { form: FormState }) {
  const { t } = useWords();
  const store = useAppStore();
  const problem = useApp((state) => state.initiativeProblem);
  const { draft } = form;
  const [fault, setFault] = useState<DraftFault | null>(null);
  const [isBusy, doing] = useBusy();
  const change: ChangeDraft = (part) => {
    store.getState().changeInitiativeDraft(part);
    setFault(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = inputOf(draft);
    if (typeof input === 'string') return setFault(input);
    void doing(() => store.getState().saveInitiative(input));
  };
  const title = t(form.initiative ? 'initiatives.form.change' : 'initiatives.form.new');
  const isAnswered = form.initiative !== null && form.initiative.state !== 'idea';
  return (
    <article className="proposal initiative people-sections">
      <h2 className="initiative-form-title">{title}</h2>
      {isAnswered && <p className="quiet">{t('initiatives.form.stale')}</p>}
      <Form className="people-form initiative-form" aria-label={title} onSubmit={submit}>
        <TextEntry
          label={t('initiatives.form.title')}
          autoComplete="off"
          maxLength={200}
          value={draft.title}
          onChange={(text) => change({ title: text })}
          autoFocus
        />
        <LongEntry
          label={t('initiatives.form.purpose')}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <PartyFields draft={draft} change={change} />
        <VillageFields draft={draft} change={change} />
        <AreaField draft={draft} change={change} />
        <AmountFields draft={draft} change={change} />
        <MilestoneFields draft={draft} change={change} />
        <RiskFields draft={draft} change={change} />
        {fault !== null && (
          <p className="problem" role="alert">
            {t(`initiatives.form.fault.${fault}`)}
          </p>
        )}
        {problem && <ProblemText problem={problem} />}
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('initiatives.form.save')}
          </Button>
          <Button className="button" onPress={() => store.getState().closeInitiativeForm()}>
            {t('initiatives.cancel')}
          </Button>
        </div>
      </Form>
    </article>
  );
}
