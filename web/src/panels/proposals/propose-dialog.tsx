import type { Proposal, ProposalId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import {
  Button,
  Dialog,
  Form,
  Heading,
  Label,
  Modal,
  ModalOverlay,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { useApp, useAppStore, useArea, useOwnRole, usePlan } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { DayEntry } from './day-entry.tsx';
import { LoadReasonEntries, type LoadReasons, useLoadReasons } from './load-reasons.tsx';
import { ProposalProblem } from './proposal-problem.tsx';
import { LongEntry, TextEntry } from './text-entry.tsx';

const DAYS_TO_ANSWER = 14;
const CLOSED: readonly Proposal['state'][] = ['scheduled', 'in-force', 'superseded', 'withdrawn'];

/** Putting the draft that is shown to the others: as a proposal of its own, or in the place of an earlier content. */
export function ProposeDialog() {
  const { t } = useWords();
  const store = useAppStore();
  const isOpen = useApp((state) => state.isProposing);
  const close = () => store.getState().setProposing(false);
  return (
    <ModalOverlay
      className="modal-veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(stays) => !stays && close()}
    >
      <Modal className="modal">
        <Dialog className="dialog people-dialog">
          <Heading slot="title" className="card-title">
            {t('propose.title')}
          </Heading>
          <ProposeForm onCancel={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ProposeForm({ onCancel }: { onCancel: () => void }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const plan = usePlan()?.plan;
  const now = today(area?.area.timeZone ?? 'UTC');
  const [title, setTitle] = useState(plan ? name(plan.title) : '');
  const [reason, setReason] = useState('');
  const [wishedFor, setWishedFor] = useState('');
  const [deadline, setDeadline] = useState(dayAfter(now, DAYS_TO_ANSWER));
  const [counterTo, setCounterTo] = useState<ProposalId | null>(null);
  const loads = useLoadReasons();
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() =>
      store.getState().propose({
        title,
        reason: [reason.trim(), loads.said()].join('\n').trim(),
        wishedFor: wishedFor || null,
        deadline,
        counterTo,
      }),
    );
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <p className="quiet">{t('propose.what')}</p>
      <TextEntry
        label={t('propose.field.title')}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={setTitle}
        autoFocus
      />
      <LongEntry label={t('propose.field.reason')} value={reason} onChange={setReason} />
      <LoadReasonEntries reasons={loads} />
      <DayEntry label={t('propose.field.deadline')} value={deadline} min={now} onChange={setDeadline} />
      <DayEntry
        label={t('propose.field.wished')}
        value={wishedFor}
        min={now}
        isRequired={false}
        onChange={setWishedFor}
      />
      <CounterChoice value={counterTo} onChange={setCounterTo} />
      <ProposalProblem />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('propose.send')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('propose.cancel')}
        </Button>
      </div>
      <Revisions loads={loads} />
    </Form>
  );
}

interface CounterChoiceProps {
  readonly value: ProposalId | null;
  readonly onChange: (value: ProposalId | null) => void;
}

/** Whether it answers a proposal of somebody else's that is still open. */
function CounterChoice({ value, onChange }: CounterChoiceProps) {
  const { t, name } = useWords();
  const own = useOwnRole()?.association ?? null;
  const proposals = useApp((state) => state.proposals) ?? [];
  const others = proposals.filter(({ association, state }) => association !== own && !CLOSED.includes(state));
  if (others.length === 0) return null;
  return (
    <RadioGroup
      className="choice-list"
      value={value ?? ''}
      onChange={(id) => onChange(others.find((one) => one.id === id)?.id ?? null)}
    >
      <Label>{t('propose.counter')}</Label>
      <Radio value="" className="role-choice">
        {t('propose.counter.none')}
      </Radio>
      {others.map(({ id, title }) => (
        <Radio key={id} value={id} className="role-choice">
          {t('propose.counter.one', { title: name(title) })}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** The proposals of one's own association that this draft could take the place of. */
function Revisions({ loads }: { loads: LoadReasons }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const own = useOwnRole()?.association ?? null;
  const proposals = useApp((state) => state.proposals);
  const [, doing] = useBusy();
  const revisable = (proposals ?? []).filter(
    ({ association, state }) => association === own && !CLOSED.includes(state),
  );
  if (revisable.length === 0) return null;
  return (
    <>
      <p className="quiet">{t('propose.revise')}</p>
      {!loads.isComplete && <p className="quiet">{t('propose.load.first')}</p>}
      {revisable.map((proposal) => (
        <Button
          key={proposal.id}
          className="button"
          isDisabled={!loads.isComplete}
          onPress={() => void doing(() => store.getState().revise(proposal, loads.said()))}
        >
          {t('propose.revise.one', { title: name(proposal.title) })}
        </Button>
      ))}
    </>
  );
}
