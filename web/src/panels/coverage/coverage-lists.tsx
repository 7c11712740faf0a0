import { lazy, Suspense } from 'react';
import { ComparisonPanel } from '../comparison/comparison-panel.tsx';
import { Shelf } from '../documents/shelf.tsx';
import { DrawingPanel } from '../drawing/drawing-panel.tsx';
import { DrawingStart } from '../drawing/drawing-start.tsx';
import { InitiativeList } from '../initiatives/initiative-list.tsx';
import { MeetingsEntry } from '../meetings/meetings-entry.tsx';
import { MissingList } from '../missing/missing-list.tsx';
import { Failure, ListsLoading } from '../page-states.tsx';
import { AssociationList } from '../places/association-list.tsx';
import { ReasonList } from '../places/reason-list.tsx';
import { PlanIntroduction, Reliability } from '../plan-introduction.tsx';
import { ProposalList } from '../proposals/proposal-list.tsx';
import { SharedList } from '../sharing/shared-list.tsx';
import { DayNote, NoPlanThen } from '../timeline/day-note.tsx';
import { useApp, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { FaceList } from './face-list.tsx';
import { SliverList } from './sliver-list.tsx';
import { Totals } from './totals.tsx';
import { UnlocatedList } from './unlocated-list.tsx';

const MeetingsPanel = lazy(async () => ({
  default: (await import('../meetings/meetings-panel.tsx')).MeetingsPanel,
}));

const BackToMeeting = lazy(async () => ({
  default: (await import('../meetings/meetings-panel.tsx')).BackToMeeting,
}));

const ProposalPanel = lazy(async () => ({
  default: (await import('../proposals/proposal-panel.tsx')).ProposalPanel,
}));

const InitiativePanel = lazy(async () => ({
  default: (await import('../initiatives/initiative-panel.tsx')).InitiativePanel,
}));

const InitiativeForm = lazy(async () => ({
  default: (await import('../initiatives/initiative-form.tsx')).InitiativeForm,
}));

const HistoryPanel = lazy(async () => ({
  default: (await import('../history/history-panel.tsx')).HistoryPanel,
}));

/** Everything the map shows, in words: totals, gaps, overlaps, associations, villages without a location. */
export function CoverageLists() {
  const { t } = useWords();
  const area = useArea();
  const plan = usePlan();
  const state = useApp((app) => app.plan);
  const isDrawing = useApp((app) => app.editing !== null);
  const day = useApp((app) => app.day);
  const history = useApp((app) => app.history);
  const proposal = useApp((app) => app.shownProposal);
  const initiative = useApp((app) => app.shownInitiative);
  const initiativeForm = useApp((app) => app.initiativeForm);
  const meetings = useApp((app) => app.meetingsPlace);
  const isBeside = useApp((app) => app.isBesideMeeting);
  if (area && history && !isDrawing) {
    return (
      <div className="lists">
        <Suspense fallback={<ListsLoading />}>
          <HistoryPanel history={history} />
        </Suspense>
      </div>
    );
  }
  // A meeting goes on while the map goes from plan to plan.
  if (area && meetings && !isBeside && !isDrawing) {
    return (
      <div className="lists">
        <Suspense fallback={<ListsLoading />}>
          <MeetingsPanel place={meetings} />
        </Suspense>
      </div>
    );
  }
  const back = meetings && isBeside && (
    <Suspense>
      <BackToMeeting />
    </Suspense>
  );
  if (state.status === 'failed') return <Failure problem={state.problem} />;
  if (!area || state.status === 'loading') return <ListsLoading />;
  if ((initiative || initiativeForm) && !isDrawing) {
    return (
      <div className="lists">
        {back}
        <Suspense fallback={<ListsLoading />}>
          {initiativeForm ? (
            <InitiativeForm key={initiativeForm.key} form={initiativeForm} />
          ) : (
            initiative && <InitiativePanel shown={initiative} />
          )}
        </Suspense>
      </div>
    );
  }
  if (proposal && !isDrawing) {
    return (
      <div className="lists">
        {back}
        <Suspense fallback={<ListsLoading />}>
          <ProposalPanel shown={proposal} />
        </Suspense>
        <ComparisonPanel />
      </div>
    );
  }
  return (
    <div className="lists">
      {!isDrawing && back}
      <DrawingPanel />
      <DayNote />
      {plan ? (
        <>
          <PlanIntroduction plan={plan.plan} estimated={area.area.estimated} />
          <Totals report={plan.coverage} />
          {!isDrawing && <MeetingsEntry />}
          {!isDrawing && <ProposalList />}
          <ComparisonPanel />
          <FaceList kind="gap" faces={plan.coverage.gaps.features} />
          <FaceList kind="overlap" faces={plan.coverage.overlaps.features} />
          <SharedList places={plan.coverage.shared.features} zones={plan.zones} />
          <SliverList slivers={plan.coverage.slivers.features} />
          {!isDrawing && <ReasonList />}
        </>
      ) : (
        <div className="page-state">
          <Reliability example={false} estimated={area.area.estimated} />
          {day === null ? (
            <>
              <h2>{t('plan.none.title')}</h2>
              <p>{t('plan.none.text')}</p>
              <MeetingsEntry />
              <DrawingStart />
            </>
          ) : (
            <NoPlanThen />
          )}
        </div>
      )}
      <AssociationList associations={area.associations} report={plan?.coverage ?? null} />
      {!isDrawing && <InitiativeList />}
      {!isDrawing && <Shelf />}
      <UnlocatedList area={area} />
      <MissingList />
    </div>
  );
}
