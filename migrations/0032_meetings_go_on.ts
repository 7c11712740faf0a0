import { type Kysely, sql } from 'kysely';

/**
 * A series is changed, and the meetings go along that nobody invited to and nobody changed by themselves. Their days change
 * places among each other, and so each is one meeting’s at the end only. What a decision said before it was said in other
 * words is kept. And guests without an account are noted down by name until the minutes are approved.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...SERIES, ...WORDINGS, ...GUESTS]) await sql.raw(statement).execute(db);
}

/** In an area where who asks has one of these roles. */
const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const EVERY_ROLE = as('council', 'coordinator', 'member', 'observer');
const COUNCIL = as('council');

const SERIES = [
  `alter table meeting add column is_apart boolean not null default false`,
  `update meeting set is_apart = true where state = 'planned' and version > 1`,
  `alter table meeting drop constraint meeting_area_id_series_id_occurs_on_key`,
  `alter table meeting add constraint meeting_one_a_day unique (area_id, series_id, occurs_on)
    deferrable initially deferred`,
];

const WORDINGS = [
  `create table decision_wording (
    area_id text collate "C" not null,
    number integer not null,
    version integer not null check (version > 0),
    text text not null check (char_length(text) between 1 and 5000),
    replaced_by text collate "C" not null,
    replaced_by_name text not null,
    replaced_at timestamptz not null,
    primary key (area_id, number, version),
    foreign key (area_id, number) references decision
  )`,
  `create function decision_wording_stays() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        raise exception 'What decisions said is only ever added to' using errcode = 'NT008';
      end if;
      perform from decision join meeting using (area_id, meeting_id)
        where decision.area_id = new.area_id and decision.number = new.number and meeting.state = 'approved';
      if found then
        raise exception 'The minutes of decision % of area % are approved', new.number, new.area_id
          using errcode = 'NT007';
      end if;
      return new;
    end $$`,
  `create trigger decision_wording_stays before insert or update or delete on decision_wording
    for each row execute function decision_wording_stays()`,
  `create trigger decision_wording_never_truncated before truncate on decision_wording
    for each statement execute function decision_wording_stays()`,
  `alter table decision_wording enable row level security`,
  `create policy service on decision_wording using ((select acts_as_service()))`,
  `create policy people_select on decision_wording for select using (${EVERY_ROLE})`,
  `create policy people_insert on decision_wording for insert
    with check (${COUNCIL} and replaced_by = (select acting_person()))`,
];

const GUESTS = [
  `create table meeting_guest (
    area_id text collate "C" not null,
    meeting_id text collate "C" not null,
    guest_id text collate "C" not null,
    name text not null check (char_length(name) between 1 and 120),
    comes_from text check (char_length(comes_from) between 1 and 200),
    noted_by text collate "C" not null,
    noted_by_name text not null,
    noted_at timestamptz not null,
    request_digest text not null,
    primary key (area_id, meeting_id, guest_id),
    foreign key (area_id, meeting_id) references meeting
  )`,
  `create trigger meeting_guest_stays_approved before insert or update or delete on meeting_guest
    for each row execute function minutes_stay_approved()`,
  `alter table meeting_guest enable row level security`,
  `create policy service on meeting_guest using ((select acts_as_service()))`,
  `create policy people_select on meeting_guest for select using (${EVERY_ROLE})`,
  `create policy people_insert on meeting_guest for insert
    with check (${COUNCIL} and noted_by = (select acting_person()))`,
  `create policy people_delete on meeting_guest for delete using (${COUNCIL})`,
];
