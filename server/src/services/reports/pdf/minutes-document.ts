import type { AgendaItem, Area, Association, Attendee, Decision, DrawnReport, Minutes } from '@nitaq/core';
import { shortened } from '../maps/text-lines.ts';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import { LONGEST_IN_FOOT, section } from './coverage-document.ts';
import { dateOf } from './date-of.ts';
import { itemMap } from './item-map.ts';
import { actionBlocks, type MinutesContext, whoseIs } from './minutes-actions.ts';
import type { Block, PrintedDocument, TableBlock } from './printed-document.ts';

/** Of agendas with more items than these on a map, the first ones are drawn. */
const MOST_MAPS = 40;

export interface MinutesToPrint {
  readonly minutes: Minutes;
  readonly area: Pick<Area, 'name'>;
  readonly associations: readonly Pick<Association, 'id' | 'name'>[];
  /** The plan as it was at the meeting, as the public knows it; null: none was in force, or nothing is drawn of it. */
  readonly drawn: DrawnReport | null;
  readonly madeAt: string;
}

/** The minutes of a meeting on paper: who was there, what was said and decided, who does what, who approved. */
export function minutesDocument(printed: MinutesToPrint, words: ReportWords): PrintedDocument {
  const { minutes, area, madeAt } = printed;
  const { meeting } = minutes;
  const context: MinutesContext = { minutes, associations: printed.associations, words, madeAt };
  const areaName = breakable(words.name(area.name));
  const title = words.name(meeting.title);
  const place = meeting.place.trim();
  return {
    title: words.say('minutes.title', { title: breakable(title) }),
    lines: [
      'number' in meeting
        ? words.say('minutes.number', { area: areaName, number: meeting.number })
        : areaName,
      words.say('minutes.at', { day: words.day(meeting.startsAt), time: words.time(meeting.startsAt) }),
      ...(place === '' ? [] : [words.say('minutes.place', { place: breakable(place) })]),
    ],
    language: words.language,
    arabicDigits: words.number(1) !== '1',
    foot: words.say('print.foot', {
      area: shortened(areaName, LONGEST_IN_FOOT),
      plan: shortened(title, LONGEST_IN_FOOT),
      day: words.shortDay(meeting.startsAt),
    }),
    pageOf: words.say('print.page'),
    date: dateOf(madeAt),
    blocks: [
      standing(context),
      ...attendance(context),
      ...items(printed, context),
      ...decisions(context),
      ...actionBlocks(context),
      ...approval(context),
    ],
  };
}

function standing({ minutes: { meeting }, words }: MinutesContext): Block {
  switch (meeting.state) {
    case 'approved':
      return {
        kind: 'text',
        text: words.say('minutes.approved', { day: words.day(meeting.approvedAt) }),
        look: 'lead',
      };
    case 'cancelled':
      return {
        kind: 'text',
        text: words.say('minutes.cancelled', { reason: breakable(meeting.reason) }),
        look: 'note',
      };
    case 'planned':
    case 'running':
    case 'held':
      return { kind: 'text', text: words.say(`minutes.${meeting.state}`), look: 'note' };
  }
}

function attendance(context: MinutesContext): Block[] {
  const { minutes, words } = context;
  if (minutes.attendance.length + minutes.guests.length === 0)
    return section('minutes.attendance', [{ kind: 'text', text: words.say('minutes.nobody') }], words);
  const table: TableBlock = {
    kind: 'table',
    columns: [
      column(words, 'print.signatory', 3),
      column(words, 'head.association', 3),
      column(words, 'minutes.presence', 1.2),
    ],
    rows: [
      ...minutes.attendance.map((one) => [...whoIs(one, context), words.say(`minutes.${one.presence}`)]),
      ...minutes.guests.map(({ name, from }) => [
        written(name),
        from === null ? '—' : written(from),
        words.say('minutes.guest'),
      ]),
    ],
  };
  return section('minutes.attendance', [table], words);
}

/** What was talked about, each with its map; what was not, by its title alone. */
function items(
  { drawn }: MinutesToPrint,
  { minutes: { agenda, decisions: taken }, words }: MinutesContext,
): Block[] {
  const numbered = agenda.map((item, index) => ({
    item,
    heading: words.say('minutes.item', { number: index + 1, title: breakable(words.name(item.title)) }),
    decided: taken.filter((decision) => decision.item === item.id),
  }));
  const isTouched = ({ item, decided }: (typeof numbered)[number]) =>
    item.minute.text.trim() !== '' || decided.length > 0;
  const touched = numbered.filter(isTouched);
  const untouched = numbered.filter((one) => !isTouched(one));
  return [
    ...(touched.length === 0 ? [] : section('minutes.items', [], words)),
    ...touched.flatMap(({ item, heading, decided }, index): Block[] => [
      { kind: 'heading', level: 2, text: heading },
      ...(drawn && index < MOST_MAPS ? itemMap(drawn, item, words) : []),
      ...paragraphs(item),
      ...(decided.length === 0 ? [] : [decidedLine(decided, words)]),
    ]),
    ...(untouched.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.say('minutes.untouched') } as const,
          ...untouched.map(({ heading }): Block => ({ kind: 'text', text: heading, look: 'quiet' })),
        ]),
  ];
}

function paragraphs({ minute }: AgendaItem): Block[] {
  return minute.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Block => ({ kind: 'text', text: written(line) }));
}

function decidedLine(decided: readonly Decision[], words: ReportWords): Block {
  const numbers = words.list(decided.map(({ number }) => words.number(number)));
  return { kind: 'text', text: words.say('minutes.decided', { numbers }), look: 'quiet' };
}

function decisions({ minutes, words }: MinutesContext): Block[] {
  if (minutes.decisions.length === 0)
    return section('minutes.decisions', [{ kind: 'text', text: words.say('minutes.noDecisions') }], words);
  const itemOf = ({ item }: Decision) => minutes.agenda.findIndex(({ id }) => id === item) + 1;
  const table: TableBlock = {
    kind: 'table',
    columns: [
      { ...column(words, 'head.number', 0.6), isNumber: true },
      column(words, 'minutes.decision', 4),
      { ...column(words, 'minutes.ofItem', 0.6), isNumber: true },
      column(words, 'minutes.outcome', 2),
    ],
    rows: minutes.decisions
      .toSorted((a, b) => a.number - b.number)
      .map((decision) => [
        words.number(decision.number),
        written(decision.text),
        itemOf(decision) === 0 ? '—' : words.number(itemOf(decision)),
        outcome(decision, words),
      ]),
  };
  return section('minutes.decisions', [table], words);
}

function outcome({ outcome: became }: Decision, words: ReportWords): string {
  return became.kind === 'enacted'
    ? words.say('minutes.outcome.enacted', { day: words.day(became.inForceFrom) })
    : words.say(`minutes.outcome.${became.kind}`);
}

/** Who approved, and lines for those who sign on paper. */
function approval(context: MinutesContext): Block[] {
  const { minutes, words } = context;
  const { contentHash } = minutes;
  const approvers = minutes.attendance.filter(
    ({ approves, approval: given }) => approves || given === 'given',
  );
  if (contentHash === null) return [];
  const hash: Block = {
    kind: 'text',
    // In one direction, or it could not be compared letter by letter.
    text: words.say('minutes.hash', { hash: `\u2066${breakable(contentHash)}\u2069` }),
    look: 'quiet',
  };
  if (approvers.length === 0) return section('minutes.approval', [hash], words);
  const approved: TableBlock = {
    kind: 'table',
    columns: [
      column(words, 'print.signatory', 2.4),
      column(words, 'head.association', 2.4),
      column(words, 'minutes.approval', 3),
    ],
    rows: approvers.map((one) => [...whoIs(one, context), approvalOf(one, words)]),
  };
  const lines: TableBlock = {
    kind: 'table',
    columns: [
      column(words, 'print.signatory', 3),
      column(words, 'print.signature', 3),
      column(words, 'print.signedOn', 2),
    ],
    rows: approvers.map(({ name }) => [breakable(name), '', '']),
    rowHeightMm: 14,
  };
  return [
    ...section('minutes.approval', [approved, hash], words),
    ...section('agreement.signatures', [lines], words),
  ];
}

function approvalOf({ approval: given, approvedAt }: Attendee, words: ReportWords): string {
  if (given !== 'given' || approvedAt === null)
    return words.say(given === 'stale' ? 'minutes.approval.stale' : 'minutes.approval.none');
  const at = words.say('minutes.at', { day: words.shortDay(approvedAt), time: words.time(approvedAt) });
  return words.say('minutes.approval.given', { at });
}

function whoIs({ name, association }: Attendee, context: MinutesContext): string[] {
  return [breakable(name), whoseIs(association, context)];
}

function column(words: ReportWords, head: WordKey, width: number) {
  return { head: words.say(head), width, isNumber: false };
}

/** What somebody wrote, in the direction of its own letters. */
function written(text: string): string {
  return `\u2068${breakable(text)}\u2069`;
}
