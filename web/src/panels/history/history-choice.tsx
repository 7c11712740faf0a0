import type { AssociationId, PlanId, ProposalId } from '@nitaq/core';
import { type ComponentProps, useId } from 'react';
import type { HistorySubject } from '../../state/history-of.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Of what the history is told: the area, one of its proposals or plans, or a border. */
export function HistoryChoice({ subject }: { subject: HistorySubject }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const proposals = useApp((state) => state.proposals) ?? [];
  const id = useId();
  if (!area) return null;
  const [first, second] = area.associations;
  const show = (chosen: HistorySubject) => void store.getState().showHistory(chosen);
  const current = 'id' in subject ? `${subject.kind}:${subject.id}` : subject.kind;
  const choose = (value: string) => {
    const [kind, rest = ''] = value.split(':');
    if (kind === 'plan') show({ kind, id: rest as PlanId });
    else if (kind === 'proposal') show({ kind, id: rest as ProposalId });
    else if (kind === 'border' && first && second) show({ kind, associations: [first.id, second.id] });
    else if (value !== current) show({ kind: 'area' });
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('history.of')}</label>
        <PlainSelect id={id} value={current} onChange={(event) => choose(event.target.value)}>
          <option value="area">{t('history.of.area')}</option>
          {(subject.kind === 'initiative' || subject.kind === 'document') && (
            <option value={`${subject.kind}:${subject.id}`}>{t(`history.${subject.kind}`)}</option>
          )}
          {second && <option value="border">{t('history.of.border')}</option>}
          <optgroup label={t('proposals.title')}>
            {proposals.map((proposal) => (
              <option key={proposal.id} value={`proposal:${proposal.id}`}>
                {name(proposal.title)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('plan.choose')}>
            {area.plans.map((plan) => (
              <option key={plan.id} value={`plan:${plan.id}`}>
                {name(plan.title)}
              </option>
            ))}
          </optgroup>
        </PlainSelect>
      </div>
      {subject.kind === 'border' && <BorderChoice associations={subject.associations} />}
    </>
  );
}

/** The two associations whose border it is. */
function BorderChoice({ associations }: { associations: readonly [AssociationId, AssociationId] }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const all = useArea()?.associations ?? [];
  const id = useId();
  const [one, other] = associations;
  const choose = (place: 'one' | 'other', chosen: string) => {
    const found = all.find((association) => association.id === chosen)?.id;
    if (found === undefined) return;
    const kept = place === 'one' ? other : one;
    // Who is chosen on both sides leaves the other side to another one.
    const rest = kept === found ? (place === 'one' ? one : other) : kept;
    const pair = place === 'one' ? ([found, rest] as const) : ([rest, found] as const);
    void store.getState().showHistory({ kind: 'border', associations: pair });
  };
  return (['one', 'other'] as const).map((place) => (
    <div className="field" key={place}>
      <label htmlFor={`${id}-${place}`}>{t(`history.border.${place}`)}</label>
      <PlainSelect
        id={`${id}-${place}`}
        value={place === 'one' ? one : other}
        onChange={(event) => choose(place, event.target.value)}
      >
        {all.map((association) => (
          <option key={association.id} value={association.id}>
            {name(association.name)}
          </option>
        ))}
      </PlainSelect>
    </div>
  ));
}

/** The browser’s own list, which groups what it offers, as the other lists look. */
function PlainSelect(props: ComponentProps<'select'>) {
  return (
    <span className="plain-select">
      <select {...props} />
      <Icon name="down" />
    </span>
  );
}
