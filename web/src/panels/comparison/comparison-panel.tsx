import { memo } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
} from 'react-aria-components';
import { COMPARISON_VIEWS } from '../../state/app-state.ts';
import { ChangesSince } from '../drafts/changes-since.tsx';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea, useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

const NONE = 'none';

/** Another plan to compare with: its borders are dashed on the map, and what changes hands stands here. */
export const ComparisonPanel = memo(function ComparisonPanel() {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const shown = useOpenPlan();
  const comparison = useApp((state) => state.comparison);
  if (!area || !shown) return null;
  const others = area.plans.filter(({ id }) => id !== shown.id);
  if (others.length === 0) return null;
  return (
    <section className="comparison" aria-label={t('changes.compare')}>
      <Select
        aria-label={t('changes.compare')}
        value={comparison?.plan.id ?? NONE}
        onChange={(plan) => void store.getState().compareWith(plan === NONE ? null : String(plan))}
      >
        <Button className="select-button">
          <span className="quiet">{t('changes.compare')}</span>
          <SelectValue className="plan-value" />
          <Icon name="down" />
        </Button>
        <Popover className="popover" data-kind="plans">
          <ListBox className="choices">
            <ListBoxItem id={NONE} className="choice" textValue={t('changes.compare.none')}>
              {t('changes.compare.none')}
            </ListBoxItem>
            {others.map((plan) => (
              <ListBoxItem key={plan.id} id={plan.id} className="choice" textValue={name(plan.title)}>
                <bdi>{name(plan.title)}</bdi>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
      {comparison && <ViewChoice />}
      {comparison && <ChangesSince base={comparison} area={area} />}
    </section>
  );
});

/** How the other plan is shown on the map. */
function ViewChoice() {
  const { t } = useWords();
  const store = useAppStore();
  const view = useApp((state) => state.comparisonView);
  return (
    <RadioGroup
      className="segments"
      orientation="horizontal"
      aria-label={t('compare.view')}
      value={view}
      onChange={(chosen) => {
        const found = COMPARISON_VIEWS.find((one) => one === chosen);
        if (found) store.getState().chooseComparisonView(found);
      }}
    >
      <div className="segments-row">
        {COMPARISON_VIEWS.map((one) => (
          <Radio key={one} value={one} className="segment">
            {t(`compare.view.${one}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
