import type { Person } from '@nitaq/core';
import { type Act, nobody, right, rightOfLith } from './row-security.ts';

const HASH = 'c'.repeat(64);
const NEXT_HASH = 'd'.repeat(64);

const read = (table: string, may: Act['may']): Act => ({
  what: `read of ${table}`,
  statement: `select 1 from ${table}`,
  may,
});
const write = (what: string, statement: string, may: Act['may']): Act => ({
  what,
  statement: `${statement} returning 1`,
  may,
});
const mayNot: Act['may'] = nobody;
/** Coordinators of an association that takes part. */
const takesPart: Act['may'] = (who) =>
  right('initiative.change')(who) && ['lith', 'wasqah'].includes(who?.memberships[0]?.association ?? '');
/** Whoever added it, the coordinators of their association, and the council. */
const keeps = (who: Person | null) =>
  right('document.change')(who) &&
  (who?.id === 'p-member' || who?.memberships[0]?.role === 'council' || rightOfLith('initiative.open')(who));

/** What can be done to the tables of initiatives and of the shelf. */
export const INITIATIVE_ACTS: readonly Act[] = [
  ...['initiative', 'initiative_revision', 'initiative_answer', 'initiative_milestone'].map((table) =>
    read(table, right('initiatives.read')),
  ),
  read('initiative_reached', rightOfLith('need.read')),
  ...['document', 'document_link', 'document_file'].map((table) => read(table, right('documents.read'))),
  write(
    'write an initiative of Lith down',
    `insert into initiative (area_id, initiative_id, state, lead_id, parties, opened_by, opened_by_name, opened_at)
      values ('al-lith', 'x', 'idea', 'lith', '{lith,afaf}', :me, 'P', '2026-11-01')`,
    (who) => rightOfLith('initiative.open')(who) || isCouncil(who),
  ),
  write(
    'move an initiative on',
    `update initiative set version = version + 1`,
    (who) => takesPart(who) || isCouncil(who),
  ),
  write('have it agreed by one alone', `update initiative set state = 'agreed'`, mayNot),
  write('remove an initiative', 'delete from initiative', mayNot),
  write(
    'give it another content',
    `insert into initiative_revision values ('al-lith', 'bus', 2, '{}', '${NEXT_HASH}', '{lith,wasqah}', :me, 'P', '2026-11-03')`,
    (who) => takesPart(who) || isCouncil(who),
  ),
  write(
    'approve it for Lith',
    `insert into initiative_answer values ('al-lith', 'bus', 2, 'lith', 'signed', 1, '${HASH}', null, :me, 'P', '2026-11-03')`,
    rightOfLith('initiative.answer'),
  ),
  write(
    'approve it for Lith in another’s name',
    `insert into initiative_answer values ('al-lith', 'bus', 2, 'lith', 'signed', 1, '${HASH}', null, 'p-colleague', 'P', '2026-11-03')`,
    mayNot,
  ),
  ...['initiative_revision', 'initiative_answer', 'initiative_reached'].flatMap((table) => [
    write(`change ${table}`, `update ${table} set area_id = area_id`, mayNot),
    write(`remove ${table}`, `delete from ${table}`, mayNot),
  ]),
  write(
    'note a milestone',
    `insert into initiative_milestone values ('al-lith', 'bus', 'x', '2026-11-03', null)`,
    takesPart,
  ),
  write('take a milestone back', 'delete from initiative_milestone', takesPart),
  write(
    'enter who was reached',
    `insert into initiative_reached values ('al-lith', 'bus', 'x', 'al-ghalah', '2026-11', 1, 1, 1, :me, '2026-11-03')`,
    takesPart,
  ),
  write(
    'put a document on the shelf',
    `insert into document (area_id, document_id, title, text, tags, search_text, made_by, made_by_name, made_at, changed_at)
      values ('al-lith', 'x', 'T', 'T', '{}', 't', :me, 'P', '2026-11-01', '2026-11-01')`,
    right('document.add'),
  ),
  write('rewrite a document', `update document set title = 'B'`, keeps),
  write('put a file in the place of another', `update document_file set bytes = 'b'`, keeps),
  write('take a file away', 'delete from document_file', keeps),
  write(
    'say what else it is about',
    `insert into document_link values ('al-lith', 'lesson', 'village', 'x')`,
    keeps,
  ),
  write('take a document off the shelf', 'delete from document', keeps),
];

function isCouncil(who: Person | null): boolean {
  return right('initiative.stop')(who) && who?.memberships[0]?.role === 'council';
}
