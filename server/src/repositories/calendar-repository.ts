import type { AreaId, PersonId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';

/** Has a person follow the calendar of an area by a new secret; one from before is of no use then. */
export async function setCalendarSecret(
  db: Database,
  area: AreaId,
  { person, digest, at }: { readonly person: PersonId; readonly digest: string; readonly at: Date },
): Promise<void> {
  const made = { secret_digest: digest, made_at: at };
  await db
    .insertInto('calendar_secret')
    .values({ area_id: area, person_id: person, ...made })
    .onConflict((conflict) => conflict.columns(['area_id', 'person_id']).doUpdateSet(made))
    .execute();
}

export async function removeCalendarSecret(db: Database, area: AreaId, person: PersonId): Promise<void> {
  await db
    .deleteFrom('calendar_secret')
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .execute();
}

/** Whose calendar a secret opens; null: nobody's who still has a role in the area. */
export async function findCalendar(db: Database, area: AreaId, digest: string): Promise<PersonId | null> {
  const row = await db
    .selectFrom('calendar_secret')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.area_id', '=', 'calendar_secret.area_id')
        .onRef('membership.person_id', '=', 'calendar_secret.person_id'),
    )
    .select('calendar_secret.person_id')
    .where('calendar_secret.area_id', '=', area)
    .where('secret_digest', '=', digest)
    .executeTakeFirst();
  return row === undefined ? null : (row.person_id as PersonId);
}
