import {
  type AssociationId,
  type Decision,
  type DrawnReport,
  describeBorder,
  type Reason,
  type ReportSheet,
} from '@nitaq/core';
import type { TableContext } from '../tables/names-of-report.ts';
import { sharedTable } from '../tables/place-tables.ts';
import { tableContext } from '../tables/report-tables.ts';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { borderTable } from './border-table.ts';
import { breakable } from './breakable.ts';
import { frameOf, section } from './coverage-document.ts';
import { mapBlock } from './map-block.ts';
import type { Block, PrintedDocument } from './printed-document.ts';
import { printedTable } from './printed-table.ts';
import { qrSvg } from './qr-svg.ts';
import { villageSchedule } from './village-schedule.ts';

export interface Agreement {
  /** Without need: it is no part of what is agreed. */
  readonly drawn: DrawnReport;
  readonly reasons: readonly Pick<Reason, 'line' | 'associations' | 'text'>[];
  /** When each association signed in the service; empty where that may not be known. */
  readonly signed: readonly { readonly association: AssociationId; readonly at: string }[];
  /** Of the meeting that put it into force; null: none did, or that may not be known. */
  readonly decision: Pick<Decision, 'number' | 'text' | 'at'> | null;
  /** Where a reader sees whether this is still the content of the plan. */
  readonly link: string;
}

/** The document that the leaders sign: each territory in words and on a map, what is shared, and how to verify it. */
export function agreementDocument(
  agreement: Agreement,
  words: ReportWords,
  isBeside: boolean,
): PrintedDocument {
  const { drawn } = agreement;
  const { report } = drawn;
  const context = tableContext(report, words);
  const map = mapBlock(drawn, words, { subject: { kind: 'area' }, mostHeightMm: 105 });
  return {
    ...frameOf(drawn, words),
    title: words.say('agreement.title'),
    blocks: [
      ...(report.plan.example
        ? [{ kind: 'text', text: words.say('report.example'), look: 'note' } as const]
        : []),
      { kind: 'text', text: preamble(context), look: 'lead' },
      { kind: 'text', text: validity(context) },
      ...decided(agreement, words),
      ...(words.language === 'ar' && !isBeside
        ? []
        : [{ kind: 'text', text: words.say('agreement.translation'), look: 'quiet' } as const]),
      // Beside a translation the page is low: the map has one of its own.
      ...(isBeside ? [...parties(agreement, context), map] : [map, ...parties(agreement, context)]),
      ...report.associations.flatMap((sheet) => territoryPart(agreement, context, sheet)),
      ...(report.shared.length === 0
        ? []
        : section('section.shared', [printedTable(sharedTable(context), words)], words)),
      { kind: 'page' },
      ...signatures(context),
      ...verification(agreement, words),
    ],
  };
}

function preamble({ report, words, names }: TableContext): string {
  return words.say('agreement.preamble', {
    area: breakable(words.name(report.area.name)),
    associations: breakable(names.associations(report.associations.map(({ id }) => id))),
  });
}

function validity({ report, words }: TableContext): string {
  const { inForceFrom, inForceTo } = report.plan;
  if (inForceFrom === null) return words.say('agreement.agreed');
  const from = words.say('agreement.from', { day: words.day(inForceFrom) });
  return inForceTo === null ? from : `${from} ${words.say('agreement.until', { day: words.day(inForceTo) })}`;
}

function decided({ decision }: Agreement, words: ReportWords): Block[] {
  if (decision === null) return [];
  const { number, at, text } = decision;
  const day = words.day(at);
  return [{ kind: 'text', text: words.say('agreement.decision', { number, day, text: breakable(text) }) }];
}

function parties({ signed }: Agreement, { report, words }: TableContext): Block[] {
  if (report.associations.length === 0) return [];
  const days = new Map(signed.map(({ association, at }) => [association, words.day(at)]));
  const column = (head: WordKey, width: number) => ({ head: words.say(head), width, isNumber: false });
  return section(
    'agreement.parties',
    [
      {
        kind: 'table',
        columns: [
          column('head.association', 3),
          column('head.seat', 1.5),
          ...(signed.length > 0 ? [column('agreement.signedOnline', 2.5)] : []),
        ],
        rows: report.associations.map(({ id, name, seat }) => [
          breakable(words.name(name)),
          breakable(words.name(seat.name)),
          ...(signed.length > 0 ? [days.get(id) ?? '—'] : []),
        ]),
      },
    ],
    words,
  );
}

function territoryPart(agreement: Agreement, context: TableContext, sheet: ReportSheet): Block[] {
  const { words } = context;
  const { drawn } = agreement;
  const title: Block = {
    kind: 'heading',
    level: 1,
    text: words.say('agreement.territory', { association: breakable(words.name(sheet.name)) }),
  };
  if (!drawn.shapes.territories.some(({ association }) => association === sheet.id))
    return [{ kind: 'page' }, title, { kind: 'text', text: words.say('agreement.nothing') }];
  const measures = words.say('agreement.measures', {
    area: words.number(sheet.areaKm2, 2),
    perimeter: words.number(sheet.perimeterKm, 1),
  });
  return [
    { kind: 'page' },
    title,
    { kind: 'text', text: measures },
    mapBlock(drawn, words, {
      subject: { kind: 'association', association: sheet.id },
      mostHeightMm: 75,
    }),
    { kind: 'heading', level: 2, text: words.say('agreement.schedule') },
    ...(sheet.villages.total === 0
      ? [{ kind: 'text', text: words.say('none.covered') } as const]
      : villageSchedule(context, sheet)),
    ...borderPart(agreement, context, sheet),
  ];
}

function borderPart({ drawn, reasons }: Agreement, context: TableContext, { id }: ReportSheet): Block[] {
  const { words } = context;
  const { report, shapes } = drawn;
  const territory = shapes.territories.find(({ association }) => association === id);
  if (!territory) return [];
  const rings = describeBorder({
    territory,
    others: shapes.territories.filter(({ association }) => association !== id),
    boundary: shapes.boundary,
    landmarks: report.villages.flatMap(({ id: village, location }) =>
      location === null ? [] : [{ village, location }],
    ),
    reasons,
  });
  const km = (metres: number) => words.number(metres / 1000, 1);
  return [
    { kind: 'heading', level: 2, text: words.say('agreement.border') },
    { kind: 'text', text: words.say('agreement.border.lead'), look: 'quiet' },
    ...rings.flatMap((ring, index): Block[] => [
      ...(rings.length === 1
        ? []
        : [
            {
              kind: 'heading',
              level: 3,
              text: words.say('agreement.ring', { number: index + 1, length: km(ring.lengthM) }),
            } as const,
          ]),
      borderTable(ring, context),
    ]),
    {
      kind: 'text',
      text: words.say('agreement.total', {
        length: km(rings.reduce((sum, { lengthM }) => sum + lengthM, 0)),
      }),
    },
  ];
}

function signatures({ report, words }: TableContext): Block[] {
  if (report.associations.length === 0) return [];
  const column = (head: WordKey, width: number) => ({ head: words.say(head), width, isNumber: false });
  return section(
    'agreement.signatures',
    [
      {
        kind: 'table',
        columns: [
          column('head.association', 3),
          column('agreement.leader', 3),
          column('print.signature', 3),
          column('print.signedOn', 2),
        ],
        rows: report.associations.map(({ name }) => [breakable(words.name(name)), '', '', '']),
        rowHeightMm: 20,
      },
    ],
    words,
  );
}

function verification({ drawn, link }: Agreement, words: ReportWords): Block[] {
  return section(
    'agreement.verify',
    [
      {
        kind: 'code',
        svg: qrSvg(link),
        description: words.say('agreement.verify.qr'),
        lines: [
          words.say('agreement.verify.how'),
          // In one direction, or it could not be compared letter by letter.
          words.say('agreement.verify.hash', {
            hash: `\u2066${breakable(drawn.report.plan.contentHash)}\u2069`,
          }),
        ],
      },
    ],
    words,
  );
}
