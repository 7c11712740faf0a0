import { type Kysely, sql } from 'kysely';

/**
 * Who did what in an area, in its order: each entry holds the hash of the one before it and of itself. Nothing of it is
 * ever changed or removed, whoever asks the database; and nothing is added but after the last.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without a reference to area: checking one would wait for a creation of plans, which in its turn waits for the record.
  await sql`
    create table record_entry (
      area_id text collate "C" not null,
      number integer not null check (number > 0),
      happened_at timestamptz not null,
      person_id text collate "C",
      role text,
      act text not null,
      subject_kind text not null,
      subject_id text collate "C" not null,
      data text not null,
      previous_hash text not null check (previous_hash ~ '^([0-9a-f]{64})?$'),
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      primary key (area_id, number)
    )`.execute(db);
  await sql`create index record_entry_subject on record_entry (area_id, subject_kind, subject_id, number)`.execute(
    db,
  );
  await sql`
    create function record_entry_only_added() returns trigger language plpgsql as $$
    declare
      last record;
    begin
      if tg_op <> 'INSERT' then
        raise exception 'The record is only ever added to' using errcode = 'NT003';
      end if;
      select * into last from record_entry where area_id = new.area_id order by number desc limit 1;
      if new.number <> coalesce(last.number, 0) + 1 or new.previous_hash <> coalesce(last.hash, '')
        or new.happened_at < last.happened_at then
        raise exception 'Entry % does not follow the last entry of the record of area %', new.number, new.area_id
          using errcode = 'NT003';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger record_entry_only_added before insert or update or delete on record_entry
    for each row execute function record_entry_only_added()`.execute(db);
  await sql`
    create trigger record_entry_never_truncated before truncate on record_entry
    for each statement execute function record_entry_only_added()`.execute(db);
}
