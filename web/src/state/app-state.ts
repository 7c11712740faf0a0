import type {
  Area,
  AreaSummary,
  Association,
  CoverageAnswer,
  CoverageReport,
  Language,
  Plan,
  PlanId,
  PlanZone,
  Position,
  Reason,
  ReasonId,
  ReasonInput,
  TerritoryCollection,
  Village,
} from '@nitaq/core';
import type { StoreApi } from 'zustand/vanilla';
import type { Api, Land } from '../api/api.ts';
import type { Answer, Problem } from '../api/problem.ts';
import type { AccountSlice } from './account.ts';
import type { ActionsSlice } from './actions.ts';
import type { ApiKeysSlice } from './api-keys.ts';
import type { Bounds } from './bounds.ts';
import type { DocumentsSlice } from './documents.ts';
import type { DraftsSlice } from './drafts.ts';
import type { DrawingAidsSlice } from './editor/drawing-aids.ts';
import type { EditorSlice } from './editor/editing.ts';
import type { HistorySlice } from './history-of.ts';
import type { InitiativesSlice } from './initiatives.ts';
import type { Loadable } from './loadable.ts';
import type { MeetingRoomSlice, MeetingsSlice } from './meetings.ts';
import type { MinutesSlice } from './minutes.ts';
import type { MissingSlice } from './missing.ts';
import type { NeedSlice } from './need.ts';
import type { NeighboursSlice } from './neighbours.ts';
import type { NoticesSlice } from './notices.ts';
import type { OthersSlice } from './others.ts';
import type { PeopleSlice } from './people.ts';
import type { Digits, Preferences, ThemeChoice } from './preferences.ts';
import type { ProposalsSlice } from './proposals.ts';
import type { ReportsSlice } from './reports.ts';
import type { Selection } from './selection.ts';
import type { MapView, ShareLink } from './share-link.ts';
import type { TimelineSlice } from './timeline.ts';
import type { ZonesSlice } from './zones.ts';

export type { Loadable, Problem };

export interface AreaData {
  readonly area: Area;
  readonly land: Land | null;
  readonly associations: readonly Association[];
  readonly villages: readonly Village[];
  readonly plans: readonly Plan[];
}

export interface PlanData {
  readonly plan: Plan;
  readonly territories: TerritoryCollection;
  readonly coverage: CoverageReport;
  readonly zones: readonly PlanZone[];
}

export interface PreferencesSlice {
  readonly preferences: Preferences;
  readonly systemDark: boolean;
  setLanguage(language: Language): void;
  setTheme(theme: ThemeChoice): void;
  setDigits(digits: Digits): void;
  /** The first steps of drawing were read, and are not shown again. */
  learnDrawing(): void;
  setSystemDark(dark: boolean): void;
}

export interface AreaSlice {
  readonly areas: Loadable<readonly AreaSummary[]>;
  readonly area: Loadable<AreaData>;
  /** Null: the area has no plan. */
  readonly plan: Loadable<PlanData | null>;
  /** The plan with what would come of a stroke, while the map draws that; panels say it in the frame in which it is seen. */
  readonly ahead: PlanData | null;
  /** The plan without what would come of a stroke; null while nothing is drawn, and it is what is shown. */
  readonly beneath: PlanData | null;
  /** Loads everything the page shows, and restores what a link asks for. */
  start(link: ShareLink): Promise<void>;
  openArea(area: string): Promise<void>;
  openPlan(plan: string): Promise<void>;
  /** Opens the plan that is in force on a day (null: today) as what is shown of it; null: none is. */
  openPlanOn(plan: string | null, day: string | null): Promise<void>;
  /** Loads the plan that is shown anew, with nothing else on the screen meanwhile. */
  refreshPlan(): Promise<void>;
  /** The list of plans as the service has it now. */
  loadPlans(): Promise<void>;
  /** Loads again what failed. */
  retry(): Promise<void>;
}

/** The answer to *which association covers …* for the selected village or point; null: nothing was asked. */
export type Question = Loadable<CoverageAnswer> | null;

export interface SelectionSlice {
  readonly selection: Selection;
  readonly question: Question;
  /** Selects and flies there; a village or a point is also asked about. */
  select(selection: Selection): Promise<void>;
  /** Selects what was clicked on the map, which then need not move. */
  selectOnMap(selection: Selection): Promise<void>;
  /** Asks again about what is selected, as of the day that is shown now. */
  askAgain(): Promise<void>;
  /** Chooses the next problem of the plan, or the one before, and flies there. */
  goToProblem(by: 1 | -1): void;
  clearSelection(): void;
}

/** Where the map shall go next; `sequence` tells one wish from the next. */
export interface Flight {
  readonly sequence: number;
  readonly target: FlightTarget;
}
export type FlightTarget =
  /** `besideCard`: the card about what is chosen will stand beside it. */
  | { readonly kind: 'bounds'; readonly bounds: Bounds; readonly besideCard: boolean }
  | { readonly kind: 'point'; readonly at: Position }
  | { readonly kind: 'view'; readonly view: MapView }
  | { readonly kind: 'zoom'; readonly by: number };

/** What floats on the map's edges, px: the sheet and the status line below; on the sides the card about what is chosen, or the legend. */
export interface Obscured {
  readonly bottom: number;
  readonly byStatusLine: number;
  /** By the tools that stand above the sheet or the status line. */
  readonly byTools: number;
  readonly byCard: Sides;
  readonly byLegend: Sides;
}
export interface Sides {
  readonly left: number;
  readonly right: number;
}

export type SheetHeight = 'low' | 'half' | 'full';

export interface MapSlice {
  /** Null until the map is there. */
  readonly view: MapView | null;
  readonly pointer: Position | null;
  readonly flight: Flight | null;
  readonly sheet: SheetHeight;
  readonly obscured: Obscured;
  setView(view: MapView): void;
  setPointer(pointer: Position | null): void;
  fly(target: FlightTarget): void;
  showWholeArea(): void;
  setSheet(sheet: SheetHeight): void;
  setObscured(obscured: Partial<Obscured>): void;
}

export interface PlacingTarget {
  readonly kind: 'village' | 'seat';
  /** Id of the village, or of the association whose seat it is. */
  readonly id: string;
}
export interface Placing {
  readonly target: PlacingTarget;
  readonly by: 'map' | 'coordinates';
  readonly saving: boolean;
  readonly problem: Problem | null;
}

/** One quiet line about what just happened, with a way back. */
export interface Placed {
  readonly target: PlacingTarget;
  readonly before: Position | null;
}

export interface PlacingSlice {
  readonly placing: Placing | null;
  readonly placed: Placed | null;
  startPlacing(target: PlacingTarget, by: Placing['by']): void;
  cancelPlacing(): void;
  /** Saves the location; true when the service took it. */
  place(location: Position): Promise<boolean>;
  undoPlacing(): Promise<void>;
  dismissPlaced(): void;
}

export const COMPARISON_VIEWS = ['dashed', 'beside', 'swipe'] as const;
/** The other plan as dashed borders on the map, on a map of its own beside it, or on one that a handle draws over it. */
export type ComparisonView = (typeof COMPARISON_VIEWS)[number];

export interface ComparisonSlice {
  /** The plan that the one shown is compared with; null: none. */
  readonly comparison: PlanData | null;
  readonly comparisonView: ComparisonView;
  /** Compares the plan shown with another one of the area; null: with none. */
  compareWith(plan: string | null): Promise<void>;
  chooseComparisonView(view: ComparisonView): void;
}

export interface PlanReasons {
  readonly plan: PlanId;
  readonly items: readonly Reason[];
}

/** A reason that is being written. */
export interface ReasonForm {
  readonly plan: PlanId;
  /** The one that is rewritten; null: a new one. */
  readonly reason: Reason | null;
  readonly stretch: Pick<ReasonInput, 'line' | 'associations'>;
  /** So that a repeated request makes nothing new. */
  readonly key: string;
  readonly saving: boolean;
  readonly problem: Problem | null;
}

export interface ReasonsSlice {
  /** Why the borders of the plan that is shown run where they do; null: the area has no plan. */
  readonly reasons: Loadable<PlanReasons | null>;
  readonly chosenReason: ReasonId | null;
  /** The one under the pointer. */
  readonly hoveredReason: ReasonId | null;
  readonly reasonForm: ReasonForm | null;
  /** One that was just deleted, and why that failed if it did. */
  readonly removedReason: { readonly reason: Reason; readonly problem: Problem | null } | null;
  loadReasons(): Promise<void>;
  chooseReason(reason: ReasonId | null): void;
  /** Chooses it and flies there. */
  showReason(reason: ReasonId): void;
  hoverReason(reason: ReasonId | null): void;
  /** Begins to write why the border runs through the chosen vertex; false where none is chosen. */
  startReason(): boolean;
  /** Takes the stretch of the reason that is written, or of a new one, up to another place of the same border. False where neither can be. */
  extendReason(to: Position): boolean;
  /** Takes it on to where another neighbour begins, or back. */
  extendReasonToCorner(by: 1 | -1): void;
  rewriteReason(reason: ReasonId): void;
  cancelReason(): void;
  /** Saves what was written; true when the service took it. */
  saveReason(text: string): Promise<boolean>;
  removeReason(reason: ReasonId): Promise<void>;
  /** Writes down again what was just deleted. */
  restoreReason(): Promise<void>;
  dismissRemovedReason(): void;
  /** Writes the reasons that are shown down in another draft of the area; the problem of the first that failed. */
  copyReasonsTo(plan: PlanId): Promise<Problem | null>;
}

export type AppState = PreferencesSlice &
  AreaSlice &
  SelectionSlice &
  MapSlice &
  PlacingSlice &
  EditorSlice &
  DrawingAidsSlice &
  OthersSlice &
  ReasonsSlice &
  ZonesSlice &
  DraftsSlice &
  PeopleSlice &
  NeedSlice &
  MissingSlice &
  AccountSlice &
  ApiKeysSlice &
  ProposalsSlice &
  InitiativesSlice &
  NeighboursSlice &
  DocumentsSlice &
  NoticesSlice &
  ReportsSlice &
  TimelineSlice &
  HistorySlice &
  MeetingsSlice &
  MeetingRoomSlice &
  MinutesSlice &
  ActionsSlice &
  ComparisonSlice;
export type AppStore = StoreApi<AppState>;

/** What a slice is made of: the store's two functions, and the service. */
export interface SliceContext {
  readonly get: AppStore['getState'];
  readonly set: (change: Partial<AppState>) => void;
  readonly api: Api;
}

export const LOADING = { status: 'loading' } as const;

/** An answer of the API as something that was fetched. */
export function loaded<T>(answer: Answer<T>): Loadable<T> {
  return answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', problem: answer.problem };
}
