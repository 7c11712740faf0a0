import {
  type AgendaFact,
  type AreaId,
  actionTiming,
  boxOf,
  dayAt,
  type FaceFeature,
  gapTitle,
  type LocalizedText,
  missingVillageTitle,
  onePerKey,
  overlapTitle,
  type PlanId,
  type Polygon,
  type Position,
  type Proposal,
  type SharedFeature,
  zoneTitle,
} from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import type { Database } from '../../database/open-database.ts';
import { listActions } from '../../repositories/action-repository.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { listMissingVillages } from '../../repositories/missing-village-repository.ts';
import { findPlanInForce } from '../../repositories/plan-repository.ts';
import { listNamedPlaces, type NamedPlace } from '../../repositories/village-repository.ts';
import { sha256 } from '../../sha256.ts';
import { proposalsOf } from '../proposals/proposals-as-of.ts';
import type { CoverageReporter } from '../report-coverage.ts';
import { initiativeFacts } from './initiative-facts.ts';
import { peopleInNeed } from './people-in-need.ts';

export interface FactsQuestion {
  readonly area: AreaId;
  readonly now: Date;
  /** The meeting begins then: what is due soon after it is talked about at it. */
  readonly startsAt: Date;
}

/** What wants to be talked about, as things stand. */
export interface GatheredFacts {
  readonly facts: readonly AgendaFact[];
  /** The plan in force; null: none is. */
  readonly plan: PlanId | null;
}

/** All that wants to be talked about in an area, as far as whoever asks may see it. Not within a transaction. */
export async function gatherFacts(
  db: Database,
  report: CoverageReporter,
  question: FactsQuestion,
): Promise<GatheredFacts> {
  const { area, now } = question;
  const plan = await findPlanInForce(db, area, now);
  const proposals = (await proposalsOf(db, { area, at: undefined, now })).flatMap(proposalFact);
  const actions = await actionFacts(db, question);
  const missing = (await listMissingVillages(db, area)).map(
    ({ id, name, location, reports }): AgendaFact => ({
      key: `missing-village-${id}`,
      reason: 'missing-village',
      about: { kind: 'missing-village', missing: id, position: location },
      title: missingVillageTitle(name),
      weight: reports,
    }),
  );
  const ground = plan === null ? [] : await groundFacts(db, area, await report(area, plan, now));
  const initiatives = await initiativeFacts(db, question);
  const facts = onePerKey([...actions, ...proposals, ...ground, ...initiatives, ...missing]);
  return { facts, plan: plan?.id ?? null };
}

function proposalFact({ id, title, state, openedAt }: Proposal): AgendaFact[] {
  const reasons = {
    open: 'proposal-waiting',
    objected: 'proposal-objected',
    agreed: 'proposal-agreed',
    stale: 'proposal-stale',
  } as const;
  if (!(state in reasons)) return [];
  const reason = reasons[state as keyof typeof reasons];
  // The longer it waits the sooner it is talked about.
  const weight = -Date.parse(openedAt);
  return [{ key: `proposal-${id}`, reason, about: { kind: 'proposal', proposal: id }, title, weight }];
}

async function actionFacts(db: Database, { area, now, startsAt }: FactsQuestion): Promise<AgendaFact[]> {
  const timeZone = await timeZoneOf(db, area);
  const today = dayAt(now.getTime(), timeZone);
  const latest = Math.max(now.getTime(), startsAt.getTime());
  return (await listActions(db, area)).flatMap((action): AgendaFact[] => {
    const isLate = actionTiming(action, today) === 'late';
    const atMeeting = actionTiming(action, dayAt(latest, timeZone));
    if (atMeeting !== 'late' && atMeeting !== 'soon') return [];
    return [
      {
        key: `action-${action.id}`,
        reason: isLate ? 'action-late' : 'action-due',
        about: { kind: 'action', action: action.id },
        title: { ar: action.title, en: action.title },
        weight: -Date.parse(action.dueOn),
      },
    ];
  });
}

async function groundFacts(
  db: Database,
  area: AreaId,
  { plan, gaps, overlaps, shared }: Awaited<ReturnType<CoverageReporter>>,
): Promise<AgendaFact[]> {
  const places = new Map((await listNamedPlaces(db, area)).map((one) => [one.id, one]));
  const names = new Map<string, LocalizedText>(
    (await listAssociations(db, area)).map(({ id, name }) => [id, name]),
  );
  // Counts are weighed as everybody with a role may know them, so that no order tells more.
  const weighed = await peopleInNeed(asService(db), area);
  const villagesOf = ({ properties: { villages } }: Face) =>
    villages.flatMap((id) => places.get(id) ?? []).toSorted((a, b) => weighed([b.id]) - weighed([a.id]));
  const called = (ids: readonly string[]) =>
    ids.map((id): LocalizedText => names.get(id) ?? { ar: id, en: id });
  return [
    ...gaps.features.map((face): AgendaFact => {
      const villages = villagesOf(face);
      const ids = face.properties.villages;
      return {
        key: faceKey('gap', face),
        reason: 'gap',
        about: { kind: 'gap', plan, position: placeOf(face, villages), villages: ids },
        title: gapTitle(
          villages.map(({ name }) => name),
          face.properties.areaKm2,
        ),
        weight: weightOf(face, weighed(ids)),
      };
    }),
    ...overlaps.features.map((face): AgendaFact => {
      const villages = villagesOf(face);
      const { villages: ids, associations } = face.properties;
      return {
        key: faceKey('overlap', face),
        reason: 'overlap',
        about: { kind: 'overlap', plan, position: placeOf(face, villages), associations, villages: ids },
        title: overlapTitle(
          called(associations),
          villages.map(({ name }) => name),
        ),
        weight: weightOf(face, weighed(ids)),
      };
    }),
    ...shared.features
      .filter(({ properties }) => properties.endsSoon)
      .map((face): AgendaFact => {
        const { zone, endsOn, associations } = face.properties;
        return {
          key: `zone-${zone}`,
          reason: 'zone-ends',
          about: { kind: 'zone', plan, zone, position: placeOf(face, villagesOf(face)), endsOn },
          title: zoneTitle(called(associations)),
          weight: -Date.parse(endsOn),
        };
      }),
  ];
}

type Face = FaceFeature | SharedFeature;

/** More people first; of as many, and of places without people, the larger ground. */
function weightOf({ properties: { areaKm2, villages } }: FaceFeature, people: number): number {
  return people + Math.min(villages.length, 999) / 1_000 + Math.min(areaKm2, 99_999) / 1e9;
}

/** The same for the same place, whatever plan it is found in: by who claims it, and its villages or where it is. */
function faceKey(kind: 'gap' | 'overlap', face: FaceFeature): string {
  const { associations, villages } = face.properties;
  const where =
    villages.length > 0 ? villages.toSorted() : centreOf(face.geometry).map((one) => one.toFixed(2));
  return `${kind}-${sha256(JSON.stringify([associations, where])).slice(0, 24)}`;
}

/** Where the map flies to: the village with the most need, or the middle. */
function placeOf({ geometry }: Face, villages: readonly NamedPlace[]): Position {
  return villages[0]?.location ?? centreOf(geometry);
}

function centreOf({ coordinates: [outline = []] }: Polygon): Position {
  const { minX, minY, maxX, maxY } = boxOf(outline.flat());
  const middle = (least: number, most: number) => Math.round(((least + most) / 2) * 1e5) / 1e5;
  return [middle(minX, maxX), middle(minY, maxY)];
}
