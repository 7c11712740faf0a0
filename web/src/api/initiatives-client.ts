import type {
  Initiative,
  InitiativeInput,
  InitiativeMove,
  JointNeed,
  MilestoneInput,
  NeedInput,
  NewAnswer,
  Reached,
} from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** One initiative. */
export interface InitiativeOf {
  readonly area: string;
  readonly id: string;
}

/** An initiative as one version of it. */
export interface InitiativeAt extends InitiativeOf {
  readonly version: number;
}

/** Joint initiatives of an area. */
export interface InitiativesApi {
  initiatives(area: string): Promise<Answer<Initiative[]>>;
  initiative(of: InitiativeOf): Promise<Answer<Initiative>>;
  jointNeed(of: InitiativeOf): Promise<Answer<JointNeed>>;
  reached(of: InitiativeOf): Promise<Answer<Reached>>;
  /** Repeated with the same key it makes nothing new. */
  openInitiative(area: string, input: InitiativeInput, key: string): Promise<Answer<Initiative>>;
  changeInitiative(at: InitiativeAt, input: InitiativeInput): Promise<Answer<Initiative>>;
  answerInitiative(of: InitiativeOf, association: string, answer: NewAnswer): Promise<Answer<Initiative>>;
  moveInitiative(at: InitiativeAt, to: InitiativeMove['to']): Promise<Answer<Initiative>>;
  stopInitiative(at: InitiativeAt, reason: string): Promise<Answer<Initiative>>;
  leaveInitiative(at: InitiativeAt, association: string, reason: string): Promise<Answer<Initiative>>;
  reachMilestone(of: InitiativeOf, milestone: string, input: MilestoneInput): Promise<Answer<Initiative>>;
  enterReached(of: InitiativeOf, village: string, counts: NeedInput): Promise<Answer<Initiative>>;
}

const ALL = '/api/v1/areas/{area}/initiatives';
const ONE = `${ALL}/{initiative}` as const;

/** The initiatives of the service as the web app uses them. */
export function createInitiativesApi(http: HttpClient): InitiativesApi {
  const path = ({ area, id }: InitiativeOf) => ({ area, initiative: id });
  const params = (at: InitiativeAt) => ({ path: path(at), header: { 'if-match': `"${at.version}"` } });
  return {
    initiatives: (area) => allPages(() => http.GET(ALL, { params: { path: { area } } })),
    initiative: (of) => answerOf(http.GET(ONE, { params: { path: path(of) } })),
    jointNeed: (of) => answerOf(http.GET(`${ONE}/joint-need`, { params: { path: path(of) } })),
    reached: (of) => answerOf(http.GET(`${ONE}/reached`, { params: { path: path(of) } })),
    openInitiative: (area, body, key) =>
      answerOf(http.POST(ALL, { params: { path: { area }, header: { 'idempotency-key': key } }, body })),
    changeInitiative: (at, body) => answerOf(http.PUT(ONE, { params: params(at), body })),
    answerInitiative: (of, association, body) =>
      answerOf(
        http.PUT(`${ONE}/answers/{association}`, { params: { path: { ...path(of), association } }, body }),
      ),
    moveInitiative: (at, to) => answerOf(http.POST(`${ONE}/state`, { params: params(at), body: { to } })),
    stopInitiative: (at, reason) =>
      answerOf(http.POST(`${ONE}/stop`, { params: params(at), body: { reason } })),
    leaveInitiative: (at, association, reason) =>
      answerOf(
        http.POST(`${ONE}/partners/{association}/withdrawal`, {
          params: { ...params(at), path: { ...path(at), association } },
          body: { reason },
        }),
      ),
    reachMilestone: (of, milestone, body) =>
      answerOf(
        http.PUT(`${ONE}/milestones/{milestone}`, { params: { path: { ...path(of), milestone } }, body }),
      ),
    enterReached: (of, village, body) =>
      answerOf(
        http.PUT(`${ONE}/villages/{village}/reached`, { params: { path: { ...path(of), village } }, body }),
      ),
  };
}
