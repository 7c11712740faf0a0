import type { Proposal } from '@nitaq/core';
import { useMemo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { villageMoves } from '../../state/village-moves.ts';
import { MovedVillages } from '../drafts/changes-since.tsx';
import { useApp, useAppStore, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { EffectTable } from './before-and-after.tsx';

const BASE = 'base';

/** For a proposal that was answered by another, or answers one: the two beside each other, on the map and as a table. */
export function CounterComparison({ proposal }: { proposal: Proposal }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const others = useCounterparts(proposal);
  const compared = useApp(({ comparison }) => comparison?.plan.id);
  if (others.length === 0) return null;
  const chosen = others.find(({ revision }) => revision.plan === compared);
  const planOf = (id: string) => others.find((one) => one.id === id)?.revision.plan ?? proposal.revision.base;
  return (
    <section>
      <RadioGroup
        className="choice-list"
        value={chosen?.id ?? BASE}
        onChange={(id) => void store.getState().compareWith(planOf(id))}
      >
        <Label>{t('counter.compare')}</Label>
        <Radio value={BASE} className="role-choice">
          {t('counter.base')}
        </Radio>
        {others.map(({ id, title, counterTo }) => (
          <Radio key={id} value={id} className="role-choice">
            {t(counterTo === proposal.id ? 'counter.answer' : 'counter.answered', { title: name(title) })}
          </Radio>
        ))}
      </RadioGroup>
      {chosen && <BothProposals proposal={proposal} other={chosen} />}
    </section>
  );
}

function useCounterparts({ id, counterTo }: Proposal): readonly Proposal[] {
  const proposals = useApp((state) => state.proposals);
  return useMemo(
    () => (proposals ?? []).filter((one) => one.counterTo === id || one.id === counterTo),
    [proposals, id, counterTo],
  );
}

/** What the other one leaves open beside this one, and the villages that are another's in them. */
function BothProposals({ proposal, other }: { proposal: Proposal; other: Proposal }) {
  const { t, name } = useWords();
  const area = useArea();
  const after = usePlan()?.coverage;
  const before = useApp(({ comparison }) => comparison?.coverage);
  if (!area || !before || !after) return null;
  const moves = villageMoves(before.villages, after.villages);
  const affected = [...new Set([...proposal.revision.affected, ...other.revision.affected])];
  const titles = { title: t('counter.title'), before: name(other.title), after: t('counter.this') };
  return (
    <>
      <EffectTable {...{ before, after, affected, titles }} />
      <p className="quiet">{t('counter.villages', { count: moves.length, title: name(other.title) })}</p>
      <MovedVillages moves={moves} area={area} />
    </>
  );
}
