import type { AssociationId } from '@nitaq/core';
import { memo } from 'react';
import { Button, Disclosure, DisclosurePanel, Radio, RadioGroup, ToggleButton } from 'react-aria-components';
import type { AreaData } from '../../state/app-state.ts';
import type { Editing } from '../../state/editor/editing.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { PlanStanding } from '../coverage/plan-standing.tsx';
import { TerritoryFigures } from '../coverage/territory-figures.tsx';
import { ConflictNote } from '../drafts/conflict-note.tsx';
import { draftTitle } from '../drafts/draft-title.ts';
import { OthersHere } from '../drafts/others-here.tsx';
import { FirstSteps } from '../first-steps.tsx';
import { Icon } from '../icons.tsx';
import { NeedBars } from '../need/need-bars.tsx';
import { ReasonList } from '../places/reason-list.tsx';
import { inGroups, someRows } from '../section.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { BrushChoice } from './brush-choice.tsx';
import { CircleForm } from './circle-form.tsx';
import { DrawingAids } from './drawing-aids.tsx';
import { type DrawnArea, seatNames, stepSentence } from './drawing-words.ts';
import { LockedStretches } from './locked-stretches.tsx';
import { NudgeChoice } from './nudge-choice.tsx';
import { VillagesByCentre } from './villages-by-centre.tsx';
import { VillagesByNames } from './villages-by-names.tsx';

/**
 * At the head of the lists while a draft is drawn: what is saved, whose territory is drawn, and all steps so far. It
 * does not follow a hand that drags: with hundreds of territories that would cost more than all else.
 */
export const DrawingPanel = memo(function DrawingPanel() {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const editing = useApp((state) => state.editing);
  if (!area || !editing) return null;
  return (
    <section className="drawing-panel" aria-label={t('draw.panel')}>
      <SavingLine editing={editing} area={area} />
      {editing.isBesideAnother && <p className="quiet">{t('draw.otherTab')}</p>}
      <FirstSteps />
      <PlanStanding />
      <TerritoryChoice area={area} association={editing.association} locked={editing.locked} />
      {editing.association === null && <p className="quiet">{t('draw.territory.none')}</p>}
      {editing.association !== null && <TerritoryFigures association={editing.association} />}
      <NeedBars association={editing.association} going={editing.going} />
      <NudgeChoice />
      <CircleForm />
      <DrawingAids />
      <BrushChoice />
      <VillagesByNames />
      <VillagesByCentre />
      <LockedStretches />
      <ReasonList />
      <Steps editing={editing} area={area} />
      <OthersHere />
      <Button className="button" onPress={() => store.getState().stopEditing()}>
        <Icon name="check" />
        {t('draw.finish')}
      </Button>
    </section>
  );
});

const TerritoryChoice = memo(function TerritoryChoice({
  area,
  association,
  locked,
}: { area: AreaData } & Pick<Editing, 'association' | 'locked'>) {
  const words = useWords();
  const store = useAppStore();
  return (
    <RadioGroup
      className="territory-choice"
      aria-label={words.t('draw.territory')}
      // Null and not empty: else no choice could be reached by the keyboard.
      value={association}
      onChange={(id) => store.getState().chooseTerritory(id as AssociationId)}
    >
      {inGroups(area.associations).map((group) => (
        <div {...someRows(group.length, area.associations.length)} key={group[0]?.id}>
          {group.map(({ id }) => (
            <div className="territory-row" key={id}>
              <Radio value={id} className="territory-option">
                <AssociationName id={id} />
              </Radio>
              <ToggleButton
                className="icon-button"
                aria-label={words.t('draw.lock', { association: seatNames([id], area, words) })}
                isSelected={locked.includes(id)}
                onChange={(isLocked) => store.getState().setLocked(id, isLocked)}
              >
                <Icon name={locked.includes(id) ? 'locked' : 'unlocked'} />
              </ToggleButton>
            </div>
          ))}
        </div>
      ))}
    </RadioGroup>
  );
});

function SavingLine({ editing: { saving }, area }: { editing: Editing; area: AreaData }) {
  const words = useWords();
  const store = useAppStore();
  switch (saving.status) {
    case 'saved':
    case 'saving':
      return (
        <p className="saving-line" data-state={saving.status}>
          <Icon name={saving.status === 'saved' ? 'check' : 'clock'} />
          {words.t(`draw.${saving.status}`)}
        </p>
      );
    case 'waiting':
    case 'refused':
      return (
        <div className="note" role="alert">
          <Icon name="info" />
          <div>
            <p>
              {saving.status === 'waiting'
                ? words.t('draw.waiting')
                : words.t('draw.refused', {
                    detail: saving.problem.kind === 'refused' ? saving.problem.detail : '',
                  })}
            </p>
            <Button className="button" onPress={() => store.getState().retrySaving()}>
              {words.t('draw.saveAgain')}
            </Button>
          </div>
        </div>
      );
    case 'deleted':
      return (
        <div className="note" role="alert">
          <Icon name="info" />
          <div>
            <p>{words.t('draw.deleted')}</p>
            <Button
              className="button"
              onPress={() => void store.getState().saveAsNewDraft(draftTitle(new Date(), area.area.timeZone))}
            >
              {words.t('draw.saveAsNew')}
            </Button>
          </div>
        </div>
      );
    case 'conflict':
      return <ConflictNote conflict={saving} area={area} />;
  }
}

function Steps({ editing, area }: { editing: Editing; area: DrawnArea }) {
  const words = useWords();
  const store = useAppStore();
  const { steps, done } = editing.history;
  return (
    <Disclosure className="disclosure">
      <Button slot="trigger" className="disclosure-button">
        <span>
          {words.t('draw.history')} <span className="count">{words.number(done)}</span>
        </span>
        <Icon name="down" />
      </Button>
      <DisclosurePanel>
        {steps.length === 0 ? (
          <p className="quiet">{words.t('draw.history.none')}</p>
        ) : (
          <ol className="step-list" reversed>
            {steps
              .map((step, index) => (
                // A step has no other name than its place in the history.
                // biome-ignore lint/suspicious/noArrayIndexKey: steps never change places
                <li key={index}>
                  <Button
                    className="row-button"
                    data-undone={index >= done}
                    aria-current={index === done - 1 ? 'step' : 'false'}
                    onPress={() => store.getState().goToStep(index + 1)}
                  >
                    {stepSentence(step, area, words)}
                  </Button>
                </li>
              ))
              .toReversed()}
            <li>
              <Button
                className="row-button"
                aria-current={done === 0 ? 'step' : 'false'}
                onPress={() => store.getState().goToStep(0)}
              >
                {words.t('draw.history.start')}
              </Button>
            </li>
          </ol>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
