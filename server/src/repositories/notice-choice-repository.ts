import type { NoticeChoice, PersonId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** Until somebody chooses, a day's notices come in one e-mail. */
const UNCHOSEN: NoticeChoice = { mail: 'daily', language: 'ar' };

/** How each of some people wants to be told; also those of other areas, with whom one shares initiatives. */
export async function noticeChoices(
  db: Database,
  people: readonly string[],
): Promise<(person: string) => NoticeChoice> {
  const { rows } = await sql<NoticeChoice & { person_id: string }>`
    select person_id, mail, language from notice_choice where person_id = any (${people}::text[])
    union select person_id, mail, language from joint_choices(${people}::text[])`.execute(db);
  const choices = new Map(rows.map(({ person_id, mail, language }) => [person_id, { mail, language }]));
  return (person) => choices.get(person) ?? UNCHOSEN;
}

export async function setNoticeChoice(db: Database, person: PersonId, choice: NoticeChoice): Promise<void> {
  await db
    .insertInto('notice_choice')
    .values({ person_id: person, ...choice })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(choice))
    .execute();
}
