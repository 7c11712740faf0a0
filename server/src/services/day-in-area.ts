import { type AreaId, dayAt } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { timeZoneOf } from '../repositories/area-repository.ts';

/** The day on which an instant lies in the time zone of an area. */
export async function dayInArea(db: Database, area: AreaId, at: Date): Promise<string> {
  return dayAt(at.getTime(), await timeZoneOf(db, area));
}
