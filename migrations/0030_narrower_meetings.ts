import { type Kysely, sql } from 'kysely';

/**
 * A comment on an action is not said twice where its request is repeated. And of meetings people reach in the database no
 * more than their rights say: of what they added to an agenda its place and nothing that was minuted, of their own
 * attendance the approval only where their role approves; and of an action nobody in particular does but one thing, that it
 * falls back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...KEYS, ...CALENDARS, ...CHANGED]) await sql.raw(statement).execute(db);
  for (const [table, command, clause] of POLICIES) {
    await sql.raw(`drop policy people_${command} on ${table}`).execute(db);
    await sql.raw(`create policy people_${command} on ${table} for ${command} ${clause}`).execute(db);
  }
}

const KEYS = [
  `alter table action_entry add column idempotency_key text, add column request_digest text,
    add check ((idempotency_key is null) = (request_digest is null)),
    add check (idempotency_key is null or by_person is not null)`,
  `create unique index action_entry_key on action_entry (area_id, action_id, by_person, idempotency_key)
    where idempotency_key is not null`,
];

/** Whoever leaves an area follows its calendar no longer, also when they come back. */
const CALENDARS = [
  `delete from calendar_secret secret where not exists (
    select from membership where membership.area_id = secret.area_id and membership.person_id = secret.person_id)`,
  `alter table calendar_secret
    add foreign key (area_id, person_id) references membership (area_id, person_id) on delete cascade`,
];

/** What an update changes of a row, as `changed_in_meeting` tells it. */
const CHANGED = [
  `create function changed_in_item(after agenda_item) returns text[] stable language sql as $$
    select coalesce(array_agg(key), '{}') from agenda_item before, jsonb_each(to_jsonb(before))
    where before.area_id = after.area_id and before.meeting_id = after.meeting_id and before.item_id = after.item_id
      and value is distinct from to_jsonb(after) -> key $$`,
  `create function changed_in_attendance(after attendance) returns text[] stable language sql as $$
    select coalesce(array_agg(key), '{}') from attendance before, jsonb_each(to_jsonb(before))
    where before.area_id = after.area_id and before.meeting_id = after.meeting_id
      and before.person_id = after.person_id and value is distinct from to_jsonb(after) -> key $$`,
];

/** In an area where who asks has one of these roles. */
const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const me = (column: string) => `${column} = (select acting_person())`;

const WRITERS = as('council', 'coordinator', 'member');
const COUNCIL = as('council');
const OWN_ITEM = `${WRITERS} and ${me('added_by')}`;
const ONESELF = `${WRITERS} and ${me('person_id')}`;

const POLICIES: readonly (readonly [table: string, command: 'insert' | 'update', clause: string])[] = [
  [
    'agenda_item',
    'insert',
    `with check (${COUNCIL} or ${OWN_ITEM} and minute_text = '' and minute_version = 0)`,
  ],
  [
    'agenda_item',
    'update',
    `using (${COUNCIL} or ${OWN_ITEM})
      with check (${COUNCIL} or ${OWN_ITEM} and changed_in_item(agenda_item.*) <@ array['rank', 'is_off'])`,
  ],
  ['attendance', 'insert', `with check (${COUNCIL} or ${ONESELF} and approved_hash is null)`],
  [
    'attendance',
    'update',
    `using (${COUNCIL} or ${ONESELF}) with check (${COUNCIL} or ${ONESELF} and (${as('coordinator')}
      or not changed_in_attendance(attendance.*) && array['approved_hash', 'approved_at']))`,
  ],
  // Whoever leaves says in nobody's name that what they had to do falls back.
  [
    'action_entry',
    'insert',
    `with check (${WRITERS} and (${me('by_person')} or by_person is null and by_name is null and text is null
      and change = 'fell-back' and exists (
        select from action fallen where fallen.area_id = action_entry.area_id
          and fallen.action_id = action_entry.action_id and fallen.owner_person_id is null and fallen.state = 'open')))`,
  ],
];
