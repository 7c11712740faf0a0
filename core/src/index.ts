export { assessCoverage, type CoverageQuestion } from './assessment/assess-coverage.ts';
export { type CapacityLoad, capacityLoad, LOAD_LIMITS } from './assessment/capacity-load.ts';
export type { Compactness } from './assessment/compactness.ts';
export { type DetachedPart, detachedParts, type PartsQuestion } from './assessment/detached-parts.ts';
export { followCoverage, type LiveAssessment } from './assessment/live-assessment.ts';
export {
  agreedCoverage,
  type LiveZone,
  liveZones,
  type Sharing,
  type ZoneStanding,
  zoneAt,
  zoneStanding,
} from './assessment/live-zones.ts';
export { DEFAULT_SLIVER_THRESHOLDS } from './assessment/sliver.ts';
export {
  type MetricsQuestion,
  type NeedCounts,
  type SeatDistances,
  type TerritoryMetrics,
  territoryMetrics,
  type VillageNeed,
} from './assessment/territory-metrics.ts';
export { type TerritoryShape, territoryShape } from './assessment/territory-shape.ts';
export { fileKindOf } from './documents/file-kind.ts';
export { searchTextOf, wordsAsked } from './documents/shelf-search.ts';
export {
  type AssignGapRefusal,
  type AssignGapRequest,
  assignGap,
  type GapAssigned,
} from './edits/assign-gap.ts';
export {
  type AssignVillagesRefusal,
  type AssignVillagesRequest,
  assignVillages,
  type VillagesAssigned,
} from './edits/assign-villages.ts';
export { circleAround } from './edits/circle-around.ts';
export { type DeleteVertexRefusal, deleteVertex, type VertexDeleted } from './edits/delete-vertex.ts';
export {
  type DividePlanRefusal,
  type DividePlanRequest,
  dividePlan,
  type PlanDivided,
  type VillageAssignment,
} from './edits/divide-plan.ts';
export {
  type EditEffect,
  type Edited,
  type EditedPlan,
  type GroundShift,
  type PlanChange,
  type Refused,
  type VillageShift,
  withChange,
} from './edits/edit.ts';
export {
  type EraseTerritoryRefusal,
  type EraseTerritoryRequest,
  eraseTerritory,
  type TerritoryErased,
} from './edits/erase-territory.ts';
export {
  type ExtendTerritoryRefusal,
  type ExtendTerritoryRequest,
  extendTerritory,
  type TerritoryExtended,
} from './edits/extend-territory.ts';
export { type FreehandRefusal, freehandToPolygon } from './edits/freehand-to-polygon.ts';
export {
  type HandOverVillageRefusal,
  type HandOverVillageRequest,
  handOverVillage,
  type VillageHandedOver,
} from './edits/hand-over-village.ts';
export {
  type HealedSliver,
  type HealSliversRefusal,
  healSlivers,
  type SliversHealed,
} from './edits/heal-slivers.ts';
export {
  type InsertVertexRefusal,
  type InsertVertexRequest,
  insertVertex,
  type VertexInserted,
} from './edits/insert-vertex.ts';
export { keepingStretches, type LockedStretch, leavesStretch } from './edits/locked-stretches.ts';
export {
  type MergeTerritoriesRefusal,
  type MergeTerritoriesRequest,
  mergeTerritories,
  type TerritoriesMerged,
} from './edits/merge-territories.ts';
export {
  type MoveVertexRefusal,
  type MoveVertexRequest,
  moveVertex,
  type VertexMoved,
} from './edits/move-vertex.ts';
export { rectangleBetween } from './edits/rectangle-between.ts';
export {
  type OverlapResolved,
  type ResolveOverlapRefusal,
  type ResolveOverlapRequest,
  resolveOverlap,
} from './edits/resolve-overlap.ts';
export {
  type GapShared,
  type SeatPlace,
  type ShareGapRefusal,
  type ShareGapRequest,
  shareGap,
} from './edits/share-gap.ts';
export {
  type BorderSnapped,
  type SnapBorderRefusal,
  type SnapBorderRequest,
  snapBorder,
} from './edits/snap-border.ts';
export {
  partsAlong,
  type SplitPart,
  type SplitTerritoryRefusal,
  type SplitTerritoryRequest,
  splitTerritory,
  type TerritorySplit,
} from './edits/split-territory.ts';
export { strokeAround } from './edits/stroke-around.ts';
export {
  type BorderTraced,
  type TraceBorderRefusal,
  type TraceBorderRequest,
  traceBorder,
} from './edits/trace-border.ts';
export type { GeometryFault, GeometryFaultCode } from './errors.ts';
export {
  type Filter,
  FilterError,
  type FilterFault,
  type PropertyType,
  type Queryables,
} from './filters/filter.ts';
export { filterAccepts } from './filters/filter-accepts.ts';
export { parseCql2Json } from './filters/parse-cql2-json.ts';
export { parseCql2Text } from './filters/parse-cql2-text.ts';
export { areaKm2, areaM2 } from './geometry/area.ts';
export { TooManyCrossingsError } from './geometry/arrangement/arrangement.ts';
export { type BorderIndex, indexBorders } from './geometry/border-index.ts';
export { checkAgainstArea } from './geometry/check-against-area.ts';
export { checkPosition } from './geometry/check-position.ts';
export {
  checkTerritory,
  DEFAULT_TERRITORY_LIMITS,
  type TerritoryCheck,
  type TerritoryLimits,
} from './geometry/check-territory.ts';
export type { Cell } from './geometry/coverage-map/cells.ts';
export type { CoverageFace } from './geometry/coverage-map/coverage-face.ts';
export {
  type CoverageMap,
  type CoverageMapInput,
  createCoverageMap,
  type TerritoryChange,
} from './geometry/coverage-map/coverage-map.ts';
export type { FaceChanges } from './geometry/coverage-map/face-store.ts';
export { bordersWithin, nearestTerritory, type TerritoryDistance } from './geometry/distance.ts';
export { edgesMeeting } from './geometry/edges-meeting.ts';
export { distanceBetweenM } from './geometry/ellipsoid.ts';
export { FINE_STEPS, POSITION_STEPS } from './geometry/fine-grid.ts';
export { type Box, boxAround, boxMeetsBox, geometryMeetsBox } from './geometry/geometry-meets-box.ts';
export { boxOf, fromGrid, GRID_PER_DEGREE, snapPosition, toGrid } from './geometry/grid.ts';
export { borderEdges, nearestOnBorder } from './geometry/nearest-on-border.ts';
export { pointInPolygon } from './geometry/point-in-polygon.ts';
export { toUtmNorth } from './geometry/projections/transverse-mercator.ts';
export { toWebMercator } from './geometry/projections/web-mercator.ts';
export type { BorderEdge } from './geometry/shared-edges.ts';
export { locateIn, type PointCoverage, type TerritoryLocator } from './geometry/territory-locator.ts';
export { describeGeometryFault } from './geometry-fault-texts.ts';
export { areasOf, contentSeenFrom, seenFrom } from './initiatives/across-areas.ts';
export { canonicalInitiative } from './initiatives/canonical-initiative.ts';
export { type InitiativeFault, initiativeFault } from './initiatives/initiative-faults.ts';
export { hasEnded, type InitiativeAct, initiativeAfter } from './initiatives/initiative-transitions.ts';
export { type JointQuestion, jointNeed } from './initiatives/joint-need.ts';
export { nameIn, thingNamed } from './initiatives/named-things.ts';
export { broughtShare, missingShare, offTrack } from './initiatives/off-track.ts';
export { partiesOf, withoutPartner } from './initiatives/parties.ts';
export { targetVillages } from './initiatives/target-villages.ts';
export { ANSWERED_COLUMNS, ANSWERED_STATUSES } from './lists/answered-columns.ts';
export { harmlessCell } from './lists/harmless-cell.ts';
export { type ListColumns, listColumns } from './lists/list-columns.ts';
export { readCoordinate } from './lists/read-coordinate.ts';
export { actionAsOf } from './meetings/action-as-of.ts';
export { type ActionStep, actionBalance } from './meetings/action-balance.ts';
export { actionTiming, type Reminder, reminderDue } from './meetings/action-timing.ts';
export { type AgendaFact, onePerKey } from './meetings/agenda-facts.ts';
export { gapTitle, missingVillageTitle, overlapTitle, zoneTitle } from './meetings/agenda-titles.ts';
export { isRecorded, type MeetingAct, meetingAfter } from './meetings/meeting-transitions.ts';
export { canonicalMinutes } from './meetings/minutes-content.ts';
export { type SeriesDate, seriesDates } from './meetings/series-dates.ts';
export { type AgendaLine, type KeptItem, writeAgenda } from './meetings/write-agenda.ts';
export * from './model/action.ts';
export * from './model/agenda.ts';
export * from './model/api-key.ts';
export * from './model/area.ts';
export { AsOfSchema } from './model/as-of.ts';
export * from './model/association.ts';
export * from './model/coverage.ts';
export * from './model/decision.ts';
export * from './model/document.ts';
export * from './model/event.ts';
export * from './model/geometry.ts';
export * from './model/guest.ts';
export * from './model/ids.ts';
export * from './model/initiative.ts';
export * from './model/language.ts';
export * from './model/meeting.ts';
export * from './model/meeting-room.ts';
export * from './model/meeting-series.ts';
export * from './model/missing-village.ts';
export * from './model/need.ts';
export * from './model/notice.ts';
export * from './model/person.ts';
export * from './model/plan.ts';
export * from './model/progress.ts';
export * from './model/proposal.ts';
export * from './model/proposal-changes.ts';
export * from './model/reason.ts';
export * from './model/record.ts';
export {
  type NewReportJob,
  NewReportJobSchema,
  type ReportJob,
  ReportJobSchema,
  type ReportStep,
} from './model/report-job.ts';
export {
  type NewReportSchedule,
  NewReportScheduleSchema,
  type OwnReportSchedule,
  OwnReportScheduleSchema,
  type ReportSchedule,
  type ScheduleRule,
} from './model/report-schedule.ts';
export * from './model/shared-zone.ts';
export * from './model/territory.ts';
export * from './model/text.ts';
export * from './model/village.ts';
export * from './model/watch.ts';
export { askedNames } from './names/asked-names.ts';
export {
  closeKeys,
  furtherKeys,
  keptKeys,
  NAME_KEYS_VERSION,
  type NameKeys,
  nameKeys,
} from './names/fold-name.ts';
export { idFromName } from './names/id-from-name.ts';
export { matchName, type NameMatch, type NameMatchReason } from './names/match-name.ts';
export { articlesIn, normaliseName } from './names/normalise-name.ts';
export { sameMissingVillage } from './names/same-missing-village.ts';
export {
  affectedAssociations,
  type ContentsToCompare,
  drawnIn,
  sharesOf,
} from './negotiation/affected-associations.ts';
export {
  canonicalContent,
  canonicalShare,
  canonicalTerritory,
  canonicalZone,
  type SignedContent,
  type SignedReason,
  type SignedTerritory,
} from './negotiation/canonical-content.ts';
export { comparePlans, type HandoverFace, type PlanComparison } from './negotiation/compare-plans.ts';
export type { Handover, PlansToCompare } from './negotiation/handover.ts';
export type { Balance, Exchange, HandoverTotals } from './negotiation/handover-totals.ts';
export { instantOf } from './negotiation/instant-of.ts';
export { linesAlong } from './negotiation/lines-along.ts';
export { followGround, type LiveGround, type MovedGround } from './negotiation/live-ground.ts';
export { planAsOf } from './negotiation/plan-as-of.ts';
export { type ActsThen, proposalAsOf, threadsAsOf } from './negotiation/proposal-as-of.ts';
export {
  enactedState,
  isOpenProposal,
  type ProposalAct,
  type ProposalStage,
  proposalAfter,
} from './negotiation/proposal-transitions.ts';
export {
  type ContentsToMerge,
  type Rebased,
  rebaseContent,
} from './negotiation/rebase-content.ts';
export {
  type SignedRevision,
  standingsOf,
  stateBySignatures,
  stillNeeded,
} from './negotiation/signatures.ts';
export { dayAt, instantAt, startOfDay } from './negotiation/start-of-day.ts';
export type { VillageHandover } from './negotiation/village-handovers.ts';
export { nextDigest } from './notices/digest-time.ts';
export { type DayWords, noticeText } from './notices/notice-text.ts';
export { type NoticedAct, noticesAfter, type PersonalNotice } from './notices/notices-after.ts';
export { type InitiativeNoticedAct, noticesOfInitiative } from './notices/notices-of-initiative.ts';
export { noticesOnArrival } from './notices/notices-on-arrival.ts';
export { channels, type Hex, mix } from './palette/contrast.ts';
export { FILL_OPACITY, TOKENS, type Tokens, territoryColours } from './palette/tokens.ts';
export { DomainError, fillIn, type ProblemCode, type ProblemValues, problemText } from './problems.ts';
export {
  type BorderStretch,
  type DescribedRing,
  describeBorder,
  type PlaceNear,
} from './report/border-description.ts';
export type { Compass } from './report/compass.ts';
export { composeReport } from './report/compose-report.ts';
export * from './report/coverage-report.ts';
export * from './report/kept-report.ts';
export { nextReportAt } from './report/next-report.ts';
export { type ReportMap, reportMapOf } from './report/report-map.ts';
export type {
  EnactedGround,
  NeedAsKnown,
  OpenAction,
  OpenProposal,
  PlanDay,
  PlanGround,
  ReportQuestion,
} from './report/report-question.ts';
export {
  type Action,
  authorize,
  readingOf,
  rightsTable,
  type Thing,
  type Verdict,
} from './rights/authorize.ts';
export {
  type GuardedCount,
  knownCount,
  knownTotal,
  ofEachKind,
  sumOfKnown,
  sumOfNeed,
} from './rights/known-need.ts';
