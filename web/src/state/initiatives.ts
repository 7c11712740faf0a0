import type {
  Initiative,
  InitiativeInput,
  InitiativeMove,
  JointNeed,
  MilestoneId,
  MilestoneInput,
  NeedInput,
  NewAnswer,
  Position,
  Reached,
  ShelfDocument,
  VillageId,
} from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { InitiativeDraft } from './initiative-draft.ts';

/** An initiative with what belongs to its page; null: not known yet, or not to be had. */
export interface ShownInitiative {
  readonly initiative: Initiative;
  readonly why: JointNeed | null;
  readonly reached: Reached | null;
  readonly documents: readonly ShelfDocument[];
}

/** An initiative that is written down or changed. */
export interface InitiativeForm {
  /** Null: a new one. */
  readonly initiative: Initiative | null;
  /** What is typed so far. */
  readonly draft: InitiativeDraft;
  /** So that a repeated request makes nothing new. */
  readonly key: string;
}

export interface InitiativesSlice {
  /** Null: not for whoever is signed in, or not asked yet. */
  readonly initiatives: readonly Initiative[] | null;
  readonly shownInitiative: ShownInitiative | null;
  readonly initiativeForm: InitiativeForm | null;
  /** The one that a link leads to, which whoever is signed in now may not see; null: none. */
  readonly linkedInitiative: string | null;
  /** Why what was asked for last was refused. */
  readonly initiativeProblem: Problem | null;
  /** The corners of the area that is being drawn for the form; null: none is. */
  readonly targetOutline: readonly Position[] | null;
  /** Whether the map shows what all of them are for, and not only the one that is read. */
  readonly areInitiativesOnMap: boolean;
  loadInitiatives(): Promise<void>;
  hearOfInitiative(id: string): Promise<void>;
  showInitiative(id: string | null): Promise<void>;
  /** Of a link that says where the map stands, the map stays there. */
  openLinkedInitiative(id: string, staysThere: boolean): Promise<void>;
  showInitiativesOnMap(on: boolean): void;
  /** Null: a new one. */
  openInitiativeForm(initiative: Initiative | null): void;
  changeInitiativeDraft(part: Partial<InitiativeDraft>): void;
  closeInitiativeForm(): void;
  /** Each of these resolves to whether the service took it. */
  saveInitiative(input: InitiativeInput): Promise<boolean>;
  answerInitiative(association: string, answer: NewAnswer): Promise<boolean>;
  moveInitiative(to: InitiativeMove['to']): Promise<boolean>;
  stopInitiative(reason: string): Promise<boolean>;
  leaveInitiative(association: string, reason: string): Promise<boolean>;
  reachMilestone(milestone: MilestoneId, input: MilestoneInput): Promise<boolean>;
  enterReached(village: VillageId, counts: NeedInput): Promise<boolean>;
  drawTarget(outline: readonly Position[] | null): void;
  addTargetCorner(at: Position): void;
}
