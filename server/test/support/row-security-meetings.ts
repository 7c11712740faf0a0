import { type Act, nobody, right } from './row-security.ts';

/** A meeting in each state that matters, with something of all that belongs to one. */
export const SOMETHING_OF_MEETINGS = [
  `insert into meeting_series (area_id, series_id, title_ar, title_en, rule, starts_on, time, duration_minutes, place,
      request_digest)
    values ('al-lith', 'regular', 'أ', 'A', '{}', '2026-12-01', '10:00', 60, '', 'd')`,
  `insert into meeting (area_id, meeting_id, title_ar, title_en, starts_at, duration_minutes, place, state, number, opened_at,
      closed_at)
    values ('al-lith', 'planned', 'أ', 'A', '2026-12-06T07:00Z', 60, '', 'planned', null, null, null),
      ('al-lith', 'held', 'أ', 'A', '2026-11-06T07:00Z', 60, '', 'held', 1, '2026-11-06', '2026-11-06'),
      ('al-lith', 'over', 'أ', 'A', '2026-10-06T07:00Z', 60, '', 'held', 2, '2026-10-06', '2026-10-06')`,
  `insert into agenda_item (area_id, meeting_id, item_id, about, reason, title_ar, title_en, added_at)
    select 'al-lith', of_meeting, 'gap', '{"kind":"note"}', 'gap', 'أ', 'A', '2026-11-01'
    from unnest(array['held', 'over']) as of_meeting`,
  `insert into attendance (area_id, meeting_id, person_id, name, role, presence)
    values ('al-lith', 'over', 'p-colleague', 'C', 'member', 'present')`,
  `insert into decision (area_id, number, meeting_id, text, outcome, made_by, made_by_name, made_at)
    values ('al-lith', 1, 'over', 'Well', '{"kind":"note"}', 'p-council', 'C', '2026-10-06')`,
  `insert into meeting_guest values ('al-lith', 'over', 'g', 'G', null, 'p-council', 'C', '2026-10-06', 'd'),
    ('al-lith', 'held', 'g', 'G', null, 'p-council', 'C', '2026-10-06', 'd')`,
  `insert into decision_wording values ('al-lith', 1, 1, 'Good', 'p-council', 'C', '2026-10-06')`,
  `update meeting set state = 'approved', approved_at = '2026-10-07' where meeting_id = 'over'`,
  `insert into decision (area_id, number, meeting_id, text, outcome, made_by, made_by_name, made_at)
    values ('al-lith', 2, 'held', 'Well', '{"kind":"note"}', 'p-council', 'C', '2026-11-06')`,
  `insert into meeting (area_id, meeting_id, title_ar, title_en, starts_at, duration_minutes, place, state, number, opened_at,
      closed_at)
    values ('al-lith', 'attended', 'أ', 'A', '2026-09-06T07:00Z', 60, '', 'held', 3, '2026-09-06', '2026-09-06')`,
  `insert into agenda_item (area_id, meeting_id, item_id, about, reason, title_ar, title_en, added_at, added_by)
    values ('al-lith', 'attended', 'of-member', '{"kind":"note"}', 'added', 'أ', 'A', '2026-09-01', 'p-member')`,
  `insert into attendance (area_id, meeting_id, person_id, name, role, presence)
    select 'al-lith', 'attended', 'p-' || role, 'N', 'member', 'present' from unnest(array['member', 'lith']) as role`,
  `insert into action (area_id, action_id, title, owner_association_id, due_on, opened_by, opened_by_name, opened_at)
    values ('al-lith', 'visit', 'Visit', 'lith', '2026-12-01', 'p-lith', 'L', '2026-11-01')`,
  `insert into action_entry values ('al-lith', 'visit', 1, 'opened', null, 'p-lith', 'L', '2026-11-01')`,
  `insert into calendar_secret values ('${'c'.repeat(64)}', 'al-lith', 'p-colleague', '2026-11-01')`,
];

const isMember: Act['may'] = (who) => who?.id === 'p-member';

const read = (table: string, may: Act['may'] = right('meetings.read')): Act => ({
  what: `read of ${table}`,
  statement: `select 1 from ${table}`,
  may,
});
const write = (what: string, statement: string, may: Act['may']): Act => ({
  what,
  statement: `${statement} returning 1`,
  may,
});

const item = (id: string, reason: string, by: string) =>
  `insert into agenda_item (area_id, meeting_id, item_id, about, reason, title_ar, title_en, added_at, added_by)
    values ('al-lith', 'planned', '${id}', '{"kind":"note"}', '${reason}', 'أ', 'A', '2026-11-24', ${by})`;
const attendee = (who: string) =>
  `insert into attendance (area_id, meeting_id, person_id, name, role, presence)
    values ('al-lith', 'held', ${who}, 'N', 'member', 'present')`;
const decision = (meeting: string, number: number) =>
  `insert into decision (area_id, number, meeting_id, text, outcome, made_by, made_by_name, made_at)
    values ('al-lith', ${number}, '${meeting}', 'Well', '{"kind":"note"}', :me, 'N', '2026-11-24')`;

const guest = (meeting: string, by: string) =>
  `insert into meeting_guest values ('al-lith', '${meeting}', 'x', 'X', 'Y', ${by}, 'N', '2026-11-24', 'd')`;
const wording = (number: number, by: string) =>
  `insert into decision_wording values ('al-lith', ${number}, 1, 'Good', ${by}, 'N', '2026-11-24')`;

/** What can be done to the tables of meetings, and who may. */
export const MEETING_ACTS: readonly Act[] = [
  ...[
    'meeting_series',
    'meeting',
    'agenda_item',
    'attendance',
    'meeting_guest',
    'decision',
    'decision_wording',
    'action',
    'action_entry',
  ].map((table) => read(table)),
  read('calendar_secret', nobody),
  write(
    'plan a meeting',
    `insert into meeting (area_id, meeting_id, title_ar, title_en, starts_at, duration_minutes, place)
      values ('al-lith', 'x', 'أ', 'A', '2026-12-06T07:00Z', 60, '')`,
    right('meeting.convene'),
  ),
  write(
    'move a meeting',
    `update meeting set starts_at = '2026-12-07T07:00Z' where meeting_id = 'planned'`,
    right('meeting.convene'),
  ),
  write(
    'approve minutes',
    `update meeting set state = 'approved', approved_at = '2026-11-24', version = 2 where meeting_id = 'held'`,
    right('minutes.approve'),
  ),
  write('change an approved meeting', `update meeting set place = 'x' where meeting_id = 'over'`, nobody),
  write('end a series', `update meeting_series set ended = true`, right('meeting.convene')),
  write('add to an agenda', item('own', 'added', ':me'), right('agenda.add')),
  write('add to an agenda for another', item('theirs', 'added', `'p-far'`), right('agenda.edit')),
  write(
    'write minutes',
    `update agenda_item set minute_text = 'x', minute_version = 1 where meeting_id = 'held'`,
    right('meeting.run'),
  ),
  write(
    'take off what a member added',
    `update agenda_item set rank = null, is_off = true where item_id = 'of-member'`,
    (who) => right('agenda.edit')(who) || isMember(who),
  ),
  ...['minute_text = ', 'title_ar = ', 'note = '].map((column) =>
    write(
      `write of what a member added ${column}`,
      `update agenda_item set ${column} 'x' where item_id = 'of-member'`,
      right('meeting.run'),
    ),
  ),
  write(
    'add to an agenda with minutes',
    item('minuted', 'added', ':me')
      .replace(', added_by)', ', added_by, minute_text)')
      .replace(':me)', `:me, 'x')`),
    right('agenda.edit'),
  ),
  write(
    'change approved minutes',
    `update agenda_item set minute_text = 'x' where meeting_id = 'over'`,
    nobody,
  ),
  write('take off approved minutes', `delete from agenda_item where meeting_id = 'over'`, nobody),
  write('be there', attendee(':me'), right('meeting.attend')),
  write('note somebody else', attendee(`'p-far'`), right('meeting.run')),
  write(
    'have been there after all',
    `update attendance set presence = 'absent' where meeting_id = 'over'`,
    nobody,
  ),
  write(
    'not be there after all',
    `update attendance set presence = 'absent' where meeting_id = 'attended' and person_id = :me`,
    (who) => isMember(who) || who?.id === 'p-lith',
  ),
  write(
    'approve minutes for oneself',
    `update attendance set approved_hash = '${'d'.repeat(64)}', approved_at = '2026-11-24'
      where meeting_id = 'attended' and person_id = :me`,
    (who) => who?.id === 'p-lith',
  ),
  write('note a guest', guest('held', ':me'), right('meeting.run')),
  write('note a guest in another’s name', guest('held', `'p-far'`), nobody),
  write('note a guest after the approval', guest('over', ':me'), nobody),
  write('take a guest off', `delete from meeting_guest where meeting_id = 'held'`, right('meeting.run')),
  write(
    'take a guest of approved minutes off',
    `delete from meeting_guest where meeting_id = 'over'`,
    nobody,
  ),
  write('call a guest otherwise', `update meeting_guest set name = 'x'`, nobody),
  write('take a decision', decision('held', 3), right('decision.take')),
  write('take one that leaves a number out', decision('held', 7), nobody),
  write('take one after the approval', decision('over', 3), nobody),
  write('reword a decision of approved minutes', `update decision set text = 'x' where number = 1`, nobody),
  write('reword a decision', `update decision set text = 'x' where number = 2`, right('decision.take')),
  write('keep what a decision said', wording(2, ':me'), right('decision.take')),
  write('keep it in another’s name', wording(2, `'p-far'`), nobody),
  write('keep what approved minutes never said', wording(1, ':me').replace('1, 1', '1, 2'), nobody),
  write('rewrite what a decision said', `update decision_wording set text = 'x'`, nobody),
  write('take a decision back', `delete from decision`, nobody),
  write(
    'make an action',
    `insert into action (area_id, action_id, title, due_on, opened_by, opened_by_name, opened_at)
      values ('al-lith', 'x', 'X', '2026-12-01', :me, 'N', '2026-11-24')`,
    right('action.open'),
  ),
  write(
    'change an action',
    `update action set title = 'x' where action_id = 'visit'`,
    right('action.change'),
  ),
  write(
    'say something of an action',
    `insert into action_entry values ('al-lith', 'visit', 2, 'comment', 'Well', :me, 'N', '2026-11-24')`,
    right('action.discuss'),
  ),
  write(
    'say in nobody’s name that an action falls back',
    `insert into action_entry values ('al-lith', 'visit', 2, 'fell-back', null, null, null, '2026-11-24')`,
    right('action.discuss'),
  ),
  write(
    'say something of an action in nobody’s name',
    `insert into action_entry values ('al-lith', 'visit', 2, 'comment', 'Well', null, null, '2026-11-24')`,
    nobody,
  ),
  write('rewrite what happened to an action', `update action_entry set text = 'x'`, nobody),
  write('follow the calendar of another', `update calendar_secret set person_id = :me`, nobody),
];
