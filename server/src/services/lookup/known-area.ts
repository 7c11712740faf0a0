import type { AreaId, AreaSummary, AssociationId, LocalizedText, Position, VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { type AreaStamp, loadBounds } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { changesAfter } from '../../repositories/event-repository.ts';
import { type EnactedPlan, listEnactedPlans } from '../../repositories/plan-repository.ts';
import { listNamedPlaces } from '../../repositories/village-repository.ts';
import { type VillagePlaces, villagePlaces } from './village-places.ts';

/** What answers of an area are made of, but for the territories. */
export interface KnownArea {
  readonly id: AreaId;
  readonly stamp: AreaStamp;
  /** Tells one state of its plans, villages and associations from another; what is drawn in drafts changes nothing of it. */
  readonly ground: string;
  readonly bbox: AreaSummary['bbox'];
  /** Those that are, were or will be in force: the midnight at which one comes is known beforehand. */
  readonly plans: readonly EnactedPlan[];
  readonly names: ReadonlyMap<AssociationId, LocalizedText>;
  readonly villages: VillagePlaces;
}

/** The plan in force in an area at an instant, or null. */
export function planAt({ plans }: KnownArea, at: Date): EnactedPlan | null {
  const instant = at.getTime();
  return (
    plans.find(({ from, to }) => from.getTime() <= instant && (to === null || instant < to.getTime())) ?? null
  );
}

/** Whether the box of an area holds a position. */
export function boxHolds({ bbox }: KnownArea, [lon, lat]: Position): boolean {
  const [west = 180, south = 90, east = -180, north = -90] = bbox;
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

/** An area as it stands, which is that of the stamp or a later one. */
export async function readKnownArea(db: Database, stamp: AreaStamp): Promise<KnownArea> {
  const { id } = stamp;
  return {
    id,
    stamp,
    ground: groundAt(stamp),
    bbox: await loadBounds(db, id),
    plans: await listEnactedPlans(db, id),
    names: new Map((await listAssociations(db, id)).map((one) => [one.id, one.name])),
    villages: villagePlaces(await listNamedPlaces(db, id)),
  };
}

/** What is known, with what was told since then: of drafts and counts, which are most of it, nothing is read again. */
export async function bringUpToDate(db: Database, known: KnownArea, stamp: AreaStamp): Promise<KnownArea> {
  const { id } = known;
  const { log, last, version } = known.stamp;
  if (log !== stamp.log || version !== stamp.version || last > stamp.last) return readKnownArea(db, stamp);
  const changes = await changesAfter(db, id, last);
  if (changes.isReset || changes.first !== last + 1) return readKnownArea(db, stamp);
  return {
    ...known,
    stamp,
    ground: changes.isGround ? groundAt(stamp) : known.ground,
    plans: changes.isPlan ? await listEnactedPlans(db, id) : known.plans,
    villages: await moved(db, known, changes.villages),
  };
}

function groundAt({ log, version, last }: AreaStamp): string {
  return `${log} ${version} ${last}`;
}

/** With those that moved, or came. */
async function moved(db: Database, { id, villages }: KnownArea, ids: readonly VillageId[]) {
  if (ids.length === 0) return villages;
  const now = new Map((await listNamedPlaces(db, id, ids)).map((one) => [one.id, one]));
  const others = villages.all.filter(({ id: one }) => !now.has(one));
  return villagePlaces([...others, ...now.values()]);
}
