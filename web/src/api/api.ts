import type {
  Area,
  AreaSummary,
  Association,
  CoverageAnswer,
  CoverageReport,
  LocalizedText,
  MultiPolygon,
  NewPlan,
  Plan,
  Position,
  Presence,
  Reason,
  ReasonInput,
  RecordEntry,
  TerritoryCollection,
  Village,
} from '@nitaq/core';
import type { ApiKeysApi } from './api-keys-client.ts';
import type { HeardEvent } from './area-events.ts';
import type { DocumentsApi } from './documents-client.ts';
import type { InitiativesApi } from './initiatives-client.ts';
import type { MeetingsApi } from './meetings-api.ts';
import type { MissingApi } from './missing-client.ts';
import type { NeedApi } from './need-api.ts';
import type { NoticesApi } from './notices-api.ts';
import type { PeopleApi } from './people-api.ts';
import type { Answer } from './problem.ts';
import type { ProposalsApi } from './proposals-api.ts';
import type { RecordApi } from './record-api.ts';
import type { ReportsApi } from './reports-client.ts';
import type { ZonesApi } from './zones-client.ts';

/** The land around an area, for the map's background. */
export interface Land {
  readonly type: 'Feature';
  readonly geometry: MultiPolygon;
}

/** Something whose location one person may change: `version` guards against changing what another changed. */
export interface Relocation {
  readonly area: string;
  readonly id: string;
  readonly version: number;
  /** Null takes the location away. */
  readonly location: Position | null;
}

/** A territory as it was drawn on one version of it; null: nothing is left of it. */
export interface Drawing {
  readonly association: string;
  readonly version: number;
  readonly geometry: MultiPolygon | null;
}

/** A draft as one version of it. */
export interface DraftAt {
  readonly area: string;
  readonly id: string;
  readonly version: number;
}

/** A reason of a draft as one version of it. */
export interface ReasonAt {
  readonly area: string;
  readonly plan: string;
  readonly id: string;
  readonly version: number;
}

/** What the web app asks of the service. Every call resolves, also when it fails. */
export interface Api
  extends PeopleApi,
    ProposalsApi,
    NeedApi,
    ZonesApi,
    NoticesApi,
    ReportsApi,
    RecordApi,
    MissingApi,
    InitiativesApi,
    DocumentsApi,
    MeetingsApi,
    ApiKeysApi {
  areas(): Promise<Answer<AreaSummary[]>>;
  area(area: string): Promise<Answer<Area>>;
  /** Null where the area has no land around it on record. */
  land(area: string): Promise<Answer<Land | null>>;
  associations(area: string): Promise<Answer<Association[]>>;
  villages(area: string): Promise<Answer<Village[]>>;
  plans(area: string): Promise<Answer<Plan[]>>;
  territories(area: string, plan: string): Promise<Answer<TerritoryCollection>>;
  coverage(area: string, plan: string): Promise<Answer<CoverageReport>>;
  /** As of a day in its area; null: now. */
  whoCoversPoint(point: Position, day: string | null): Promise<Answer<CoverageAnswer>>;
  whoCoversVillage(area: string, village: string, day: string | null): Promise<Answer<CoverageAnswer>>;
  moveVillage(relocation: Relocation): Promise<Answer<Village>>;
  createPlan(area: string, plan: NewPlan): Promise<Answer<Plan>>;
  renamePlan(draft: DraftAt, title: LocalizedText): Promise<Answer<Plan>>;
  /** Deletes a draft with its territories and reasons. */
  deletePlan(draft: DraftAt): Promise<Answer<unknown>>;
  /** Who did what to a plan, the newest first. */
  recordOfPlan(area: string, plan: string): Promise<Answer<RecordEntry[]>>;
  /** Saves territories of a draft together, or none of them. */
  saveTerritories(
    area: string,
    plan: string,
    drawings: readonly Drawing[],
  ): Promise<Answer<TerritoryCollection>>;
  /** Why the borders of a plan run where they do. */
  reasons(area: string, plan: string): Promise<Answer<Reason[]>>;
  /** Adds a reason to a draft; repeated with the same key it adds nothing. */
  addReason(
    area: string,
    plan: string,
    reason: { readonly input: ReasonInput; readonly key: string },
  ): Promise<Answer<Reason>>;
  changeReason(reason: ReasonAt, input: ReasonInput): Promise<Answer<Reason>>;
  removeReason(reason: ReasonAt): Promise<Answer<unknown>>;
  /** Tells what others do in an area, from now on; returns how to stop. */
  listen(area: string, hear: (event: HeardEvent) => void): () => void;
  /** Tells others who draws on a plan, and where. */
  tellPresence(area: string, plan: string, presence: Omit<Presence, 'client'>): Promise<Answer<unknown>>;
  moveSeat(relocation: Relocation): Promise<Answer<Association>>;
}
