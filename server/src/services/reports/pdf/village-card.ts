import {
  type AssociationId,
  type CoverageStatus,
  type DrawnReport,
  type ReportSheet,
  type ReportVillage,
  TOKENS,
  territoryColours,
} from '@nitaq/core';
import { drawMap } from '../maps/draw-map.ts';
import { type ReportReader, type ReportWords, reportWords, type WordKey } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import { dateOf } from './date-of.ts';
import { pictureOf } from './picture-of.ts';
import { qrSvg } from './qr-svg.ts';

const MOST_CONTACTS = 4;

export interface CardQuestion {
  readonly drawn: DrawnReport;
  readonly village: ReportVillage;
  /** Whom to turn to; in a gap the nearest, and everybody where it is not known. */
  readonly contacts: readonly AssociationId[];
  readonly reader: ReportReader;
  readonly size: 'page' | 'quarter';
  /** Where the page of the village is reached. */
  readonly link: string;
}

/** The card of a village for a noticeboard: who serves it, how to reach them, where it lies. */
export function villageCard({ drawn, village, contacts, reader, size, link }: CardQuestion) {
  const words = reportWords(reader);
  const { report } = drawn;
  const name = breakable(words.name(village.name));
  const map = drawMap(drawn, {
    subject: { kind: 'village', village: village.id },
    words,
    frame: 'bare',
    width: 520,
    mostProportion: 0.62,
  });
  const centre = report.villages.find(({ id }) => id === village.centre);
  return {
    title: words.say('card.title', { village: name }),
    language: words.language,
    size,
    date: dateOf(report.madeAt),
    area: breakable(words.name(report.area.name)),
    village: name,
    otherName: breakable(village.name[words.language === 'ar' ? 'en' : 'ar']),
    centre: centre ? breakable(words.say('card.centre', { name: words.name(centre.name) })) : null,
    verdict: words.say(verdictOf(village.status, village.associations.length)),
    contacts: contacts.slice(0, MOST_CONTACTS).flatMap((id) => contactOf(report.associations, id, words)),
    map: village.location === null ? null : pictureOf(map),
    code: { svg: qrSvg(link), description: words.say('card.qr', { village: name }) },
    scan: words.say('card.scan'),
    link,
    notes: [
      words.say('card.asOf', { day: words.day(report.at) }),
      ...(report.plan.example ? [words.say('map.example')] : []),
    ],
  };
}

function verdictOf(status: CoverageStatus, associations: number): WordKey {
  switch (status) {
    case 'covered':
      return associations > 1 ? 'card.shared' : 'card.covered';
    case 'overlap':
      return 'card.overlap';
    case 'gap':
      return 'card.gap';
    case 'unlocated':
      return 'card.unlocated';
    case 'outside':
      return 'card.outside';
  }
}

function contactOf(associations: readonly ReportSheet[], id: AssociationId, words: ReportWords) {
  const found = associations.find((one) => one.id === id);
  if (!found) return [];
  const { name, seat, phone, colour } = found;
  const { fill, border } = territoryColours(colour, 'light');
  return [
    {
      name: breakable(words.name(name)),
      seat: breakable(words.say('card.seat', { place: words.name(seat.name) })),
      // A number that begins with a sign keeps it in front in Arabic too.
      phone: phone === null ? null : words.say('card.phone', { phone: `\u2066${phone}\u2069` }),
      colour: fill,
      edge: border,
      ground: TOKENS.light.paper,
    },
  ];
}
