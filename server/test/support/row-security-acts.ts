import { AREA_ID, LITH } from './negotiation.ts';
import { type Act, everybody, nobody, right, rightOfLith } from './row-security.ts';
import { INITIATIVE_ACTS } from './row-security-initiatives.ts';

const HASH = 'a'.repeat(64);
const NEXT_HASH = 'b'.repeat(64);

const read = (what: string, from: string, may: Act['may']): Act => ({
  what: `read ${what}`,
  statement: `select 1 from ${from}`,
  may,
});
const write = (what: string, statement: string, may: Act['may']): Act => ({
  what,
  statement: `${statement} returning 1`,
  may,
});
const ofPlan = (plan: string) => `area_id = '${AREA_ID}' and plan_id = '${plan}'`;
const mayNot: Act['may'] = nobody;
/** Everyone with a role writes to the record when they give it up. */
const hasRole = right('record.read');
/** Whoever does anything that others are told of. */
const acts = right('proposal.discuss');

const READING: readonly Act[] = [
  read('an area', 'area', everybody),
  read('associations', 'association', everybody),
  read('villages', 'village', everybody),
  read('the plan in force', `plan where ${ofPlan('opening-claims')}`, right('settled-plan.read')),
  read('territories in force', `territory where ${ofPlan('opening-claims')}`, right('settled-plan.read')),
  ...['scheduled', 'draft-whole', 'frozen'].flatMap((plan) => [
    read(`the plan ${plan}`, `plan where ${ofPlan(plan)}`, right('plan.read')),
    read(`the territories of ${plan}`, `territory where ${ofPlan(plan)}`, right('plan.read')),
  ]),
  read('reasons of a draft', `reason where ${ofPlan('draft-whole')}`, right('plan.read')),
  read('reasons of a plan to come', `reason where ${ofPlan('scheduled')}`, right('plan.read')),
  read('keys of reasons', 'reason_key', right('draft.edit')),
  read('deleted drafts', 'deleted_plan', right('draft.create')),
  ...['proposal', 'proposal_revision', 'proposal_answer', 'thread', 'comment'].map((table) =>
    read(`of ${table}`, table, right('proposals.read')),
  ),
  read('the record', 'record_entry', right('record.read')),
  read('the log of events', 'event_log', right('area.follow')),
  read('events', 'event', right('area.follow')),
  read('who has a role', `membership where area_id = '${AREA_ID}'`, right('people.read')),
  read(
    'a colleague’s name',
    `(select id, name from person) p where id = 'p-colleague'`,
    right('people.read'),
  ),
  read(
    'a stranger’s name',
    `(select id, name from person) p where id = 'p-far'`,
    (who) => who?.id === 'p-elsewhere',
  ),
  read('invitations', 'invitation', right('people.read')),
  read('counts of their own', `need where village_id = 'al-ghalah'`, rightOfLith('need.read')),
  read('counts that nobody has', `need where village_id = 'al-barid'`, right('need.count', null)),
  read('who shares counts', 'need_share', right('need.read')),
  ...['person_session', 'person_account', 'second_factor', 'passkey', 'verification'].map((table) =>
    read(`how people sign in: ${table}`, table, mayNot),
  ),
];

const PLANS: readonly Act[] = [
  write(
    'make a draft',
    `insert into plan (area_id, plan_id, number, title_ar, title_en, state) values ('al-lith', 'x', 99, 'أ', 'A', 'draft')`,
    right('draft.create'),
  ),
  write(
    'make a plan in force',
    `insert into plan (area_id, plan_id, number, title_ar, title_en, state, in_force_from, in_force_to)
      values ('al-lith', 'x', 99, 'أ', 'A', 'superseded', '2020-01-01', '2020-02-01')`,
    mayNot,
  ),
  write(
    'rename a draft',
    `update plan set title_en = 'B' where ${ofPlan('draft-whole')}`,
    right('draft.edit'),
  ),
  write(
    'rename the plan in force',
    `update plan set title_en = 'B' where ${ofPlan('opening-claims')}`,
    mayNot,
  ),
  write(
    'have the plan in force count as made from another',
    `update plan set base_plan_id = 'draft-whole' where ${ofPlan('opening-claims')}`,
    right('draft.edit'),
  ),
  write('delete a draft', `delete from plan where ${ofPlan('bare')}`, right('draft.edit')),
  write(
    'put a draft to the others',
    `update plan set state = 'proposed' where ${ofPlan('bare')}`,
    right('proposal.open'),
  ),
  write(
    'put a plan into force',
    `update plan set state = 'superseded', in_force_from = '2020-01-01', in_force_to = '2020-02-01' where ${ofPlan('frozen')}`,
    right('proposal.enact'),
  ),
  write('lock the area', `update area set version = version where area_id = 'al-lith'`, mayNot),
  {
    what: 'wait for other plans',
    statement: `select 1 from area where area_id = 'al-lith' for update`,
    may: (who) => right('draft.create')(who) || right('village.place')(who),
  },
  write(
    'draw a territory of a draft',
    `update territory set boundary = null where ${ofPlan('draft-whole')}`,
    right('draft.edit'),
  ),
  write(
    'remove territories of a draft',
    `delete from territory where ${ofPlan('draft-whole')}`,
    right('draft.edit'),
  ),
  write(
    'add a territory to a draft',
    `insert into territory (area_id, plan_id, association_id) values ('al-lith', 'bare', 'lith')`,
    right('draft.edit'),
  ),
  ...['opening-claims', 'scheduled', 'frozen'].flatMap((plan) => [
    write(
      `draw a territory of ${plan}`,
      `update territory set boundary = null where ${ofPlan(plan)}`,
      mayNot,
    ),
    write(`remove a territory of ${plan}`, `delete from territory where ${ofPlan(plan)}`, mayNot),
  ]),
  write(
    'rewrite a reason',
    `update reason set text = 'B' where ${ofPlan('draft-whole')}`,
    right('draft.edit'),
  ),
  write('take a reason away', `delete from reason where ${ofPlan('draft-whole')}`, right('draft.edit')),
  write(
    'keep a key of a reason',
    `insert into reason_key values ('al-lith', 'bare', 'k', 'd', 'r')`,
    right('draft.edit'),
  ),
  write(
    'keep a deleted draft',
    `insert into deleted_plan (area_id, number, plan_id, title_ar, title_en) values ('al-lith', 61, 'x', 'أ', 'A')`,
    right('draft.edit'),
  ),
];

const PLACES: readonly Act[] = [
  write(
    'place a village',
    `update village set location = null where village_id = 'saya'`,
    right('village.place'),
  ),
  write(
    'place a seat',
    `update association set seat = null where area_id = 'al-lith' and association_id = 'lith'`,
    right('seat.place', LITH),
  ),
  write(
    'state a capacity',
    `update association set capacity = 1 where area_id = 'al-lith' and association_id = 'lith'`,
    right('capacity.state', LITH),
  ),
  write(
    'add an association',
    `insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour) values ('al-lith', 'x', 'أ', 'A', 'أ', 'A', 9)`,
    mayNot,
  ),
  write(
    'count where Lith covers',
    `insert into need values ('al-lith', 'al-ghalah', '2026-11', 1, 1, 1)`,
    right('need.count', LITH),
  ),
  write(
    'count again',
    `update need set orphans = 9 where village_id = 'al-ghalah'`,
    right('need.count', LITH),
  ),
  write(
    'count where nobody covers',
    `insert into need values ('al-lith', 'al-barid', '2026-11', 1, 1, 1)`,
    right('need.count', null),
  ),
  write('remove counts', 'delete from need', mayNot),
  write(
    'share the counts of Lith',
    `insert into need_share values ('al-lith', 'lith', 'afaf', '2027-01-01')`,
    rightOfLith('need.share'),
  ),
  write('share them longer', `update need_share set until = '2028-01-01'`, rightOfLith('need.share')),
  write('share them no longer', 'delete from need_share', rightOfLith('need.share')),
];

const NEGOTIATING: readonly Act[] = [
  write(
    'propose for Lith',
    `insert into proposal (area_id, proposal_id, association_id, title_ar, title_en, reason, deadline, state, opened_by, opened_by_name, opened_at)
      values ('al-lith', 'x', 'lith', 'أ', 'A', 'Why', '2027-01-01', 'open', :me, 'P', '2026-11-01')`,
    rightOfLith('proposal.open'),
  ),
  write(
    'settle where it stands',
    `update proposal set state = 'objected'`,
    (who) => rightOfLith('proposal.change')(who) || right('proposal.enact')(who),
  ),
  write('remove a proposal', 'delete from proposal', mayNot),
  write(
    'revise',
    `insert into proposal_revision values ('al-lith', 'agreed', 2, 'revised', 'revised', null, '${NEXT_HASH}', '{lith}', '{}', :me, 'P', '2026-11-03')`,
    rightOfLith('proposal.change'),
  ),
  write(
    'revise in another’s name',
    `insert into proposal_revision values ('al-lith', 'agreed', 2, 'revised', 'revised', null, '${NEXT_HASH}', '{lith}', '{}', 'p-colleague', 'P', '2026-11-03')`,
    mayNot,
  ),
  write(
    'sign for Lith',
    `insert into proposal_answer values ('al-lith', 'agreed', 2, 'lith', 'signed', 1, '${HASH}', null, :me, 'P', '2026-11-03')`,
    right('proposal.answer', LITH),
  ),
  write(
    'sign for Lith in another’s name',
    `insert into proposal_answer values ('al-lith', 'agreed', 2, 'lith', 'signed', 1, '${HASH}', null, 'p-colleague', 'P', '2026-11-03')`,
    mayNot,
  ),
  ...['proposal_revision', 'proposal_answer'].flatMap((table) => [
    write(`change ${table}`, `update ${table} set content_hash = content_hash`, mayNot),
    write(`remove ${table}`, `delete from ${table}`, mayNot),
  ]),
  write(
    'begin a thread',
    `insert into thread (area_id, proposal_id, thread_id, pin, revision, opened_at) values ('al-lith', 'agreed', 'x', '{"kind":"whole"}', 1, '2026-11-01')`,
    right('proposal.discuss'),
  ),
  write('resolve a thread', 'update thread set resolved = true', right('proposal.discuss')),
  write(
    'say something',
    `insert into comment values ('al-lith', 'agreed', 'talk', 'x', 2, 'Well', '{}', :me, 'P', '2026-11-01', null, null)`,
    right('proposal.discuss'),
  ),
  write(
    'say it in another’s name',
    `insert into comment values ('al-lith', 'agreed', 'talk', 'x', 2, 'Well', '{}', 'p-colleague', 'P', '2026-11-01', null, null)`,
    mayNot,
  ),
  write('unsay something', `update comment set text = 'Not so'`, mayNot),
  write('remove what was said', 'delete from comment', mayNot),
];

const nextEntry = (who: string) =>
  `insert into record_entry select area_id, number + 1, happened_at, ${who}, 'role', act, subject_kind, subject_id, data, hash, '${HASH}'
   from (select * from record_entry where area_id = 'al-lith' order by number desc limit 1) last`;

const PEOPLE: readonly Act[] = [
  write('record what they did', nextEntry(':me'), hasRole),
  write('record what another did', nextEntry(`'p-colleague'`), mayNot),
  write('change the record', `update record_entry set data = data`, mayNot),
  write('remove from the record', 'delete from record_entry', mayNot),
  write(
    'tell of something',
    `insert into event (area_id, number, kind, data) values ('al-lith', 99, 'reset', '{}')`,
    acts,
  ),
  write('count what is told', 'update event_log set last_number = last_number + 1', acts),
  write('change what was told', `update event set kind = kind`, mayNot),
  write(
    'invite to Lith',
    `insert into invitation (area_id, invitation_id, secret_digest, role, association_id, invited_by, expires_at) values ('al-lith', 'x', 'd', 'member', 'lith', :me, '2027-01-01')`,
    right('people.invite', LITH),
  ),
  write(
    'invite for the whole area',
    `insert into invitation (area_id, invitation_id, secret_digest, role, association_id, invited_by, expires_at) values ('al-lith', 'x', 'd', 'council', null, :me, '2027-01-01')`,
    right('people.invite', null),
  ),
  write(
    'take an invitation to Lith back',
    `update invitation set withdrawn_at = '2026-11-24' where invitation_id = 'for-lith'`,
    right('people.invite', LITH),
  ),
  write(
    'take another back',
    `update invitation set withdrawn_at = '2026-11-24' where invitation_id = 'for-nobody'`,
    right('people.invite', null),
  ),
  write('accept an invitation of others', `update invitation set accepted_at = '2026-11-24'`, mayNot),
  write(
    'take a role',
    `insert into membership (area_id, person_id, role) values ('al-lith', 'p-far', 'council')`,
    mayNot,
  ),
  write('change a role', `update membership set role = 'council', association_id = null`, mayNot),
  write(
    'remove a member of Lith',
    `delete from membership where person_id = 'p-colleague'`,
    right('people.remove', LITH),
  ),
  write(
    'give up their role',
    `delete from membership where area_id = 'al-lith' and person_id = :me`,
    hasRole,
  ),
  write('rename a person', `update person set name = 'x'`, mayNot),
  write('prove a session', `update person_session set proven_twice = true`, mayNot),
];

/** What can be done to each table that holds something of an area or of people. */
export const ACTS: readonly Act[] = [
  ...READING,
  ...PLANS,
  ...PLACES,
  ...NEGOTIATING,
  ...PEOPLE,
  ...INITIATIVE_ACTS,
];
