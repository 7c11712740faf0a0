import type { Plan } from '@nitaq/core';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { ExampleChip, PlanState } from './coverage/badges.tsx';
import { Icon } from './icons.tsx';
import { useAppStore, useArea, useOpenPlan } from './use-app.ts';
import { useWords, type Words } from './words.tsx';

/** Which plan is on the screen, with its state, and the others to choose from. */
export function PlanSwitcher() {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const shown = useOpenPlan();
  if (!area || area.plans.length === 0) return null;
  return (
    <Select
      className="plan-switcher"
      aria-label={words.t('plan.choose')}
      value={shown?.id ?? null}
      onChange={(plan) => plan && void store.getState().openPlan(String(plan))}
    >
      <Button className="select-button">
        <SelectValue className="plan-value">
          {shown ? <PlanLine plan={shown} /> : words.t('state.loading')}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="popover" data-kind="plans">
        <ListBox className="choices">
          {area.plans.map((plan) => (
            <ListBoxItem key={plan.id} id={plan.id} className="choice" textValue={words.name(plan.title)}>
              <Text slot="label">
                <bdi>{words.name(plan.title)}</bdi>
              </Text>
              <span className="choice-notes">
                <PlanState plan={plan} />
                {plan.example && <ExampleChip />}
              </span>
              <Text slot="description">{planDay(plan, words)}</Text>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function PlanLine({ plan }: { plan: Plan }) {
  const words = useWords();
  return (
    <span className="plan-line">
      <bdi className="plan-title">{words.name(plan.title)}</bdi>
      <PlanState plan={plan} />
      {plan.example && <ExampleChip />}
    </span>
  );
}

/** The day that matters about a plan in its state. */
export function planDay(plan: Plan, { t, day }: Words): string {
  switch (plan.state) {
    case 'in-force':
      return t('plan.since', { date: day(plan.inForceFrom) });
    case 'scheduled':
      return t('plan.from', { date: day(plan.inForceFrom) });
    case 'superseded':
      return t('plan.until', { date: day(plan.inForceTo) });
    case 'draft':
    case 'proposed':
    case 'withdrawn':
      return t('plan.changed', { date: day(plan.updatedAt) });
  }
}
