import { type AreaId, type AssociationId, LANGUAGES, type Language, type Report } from '@nitaq/core';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOnPaper } from '../support/paper-figures.ts';
import { join } from '../support/people.ts';
import { hasPoppler } from '../support/poppler.ts';
import { numberIn, type ReadTable, rangeIn, tablesOfPage } from '../support/read-tables.ts';
import { AREA, makeDraft, putTerritory } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const PLANS = 10;
/** On a page these stand apart for each association. */
const OWN_SHEETS = new Set(
  ['Associations', 'Shape of the territory', 'Villages by centre', 'Distances from the seat'].concat([
    'الجمعيات',
    'شكل النطاق',
    'القرى حسب المركز',
    'بُعد القرى عن المقر',
  ]),
);
const ASSOCIATIONS = ['afaf', 'ghumayqah', 'lith', 'wasqah'] as const;

let service: TestService;
const cookies: string[] = [];
let asked = 0;

beforeAll(async () => {
  service = await startTestService();
  const lith = { role: 'coordinator', association: 'lith' as AssociationId } as const;
  const cookie = await join(service.app, service.db, 'al-lith' as AreaId, lith);
  const observer = { role: 'observer', association: null } as const;
  cookies.push(cookie, await join(service.app, service.db, 'al-lith' as AreaId, observer));
  for (const [village, orphans] of [
    ['al-ghalah', 3],
    ['al-lith', 41],
  ] as const) {
    const payload = { round: '2026-11', orphans, widows: 12, families: 57 };
    const url = `${AREA}/villages/${village}/need`;
    const counted = await service.app.inject({ method: 'PUT', url, payload, headers: { cookie } });
    expect(counted.statusCode, counted.body).toBe(204);
  }
});
afterAll(() => service.close());

interface Disc {
  readonly lon: number;
  readonly lat: number;
  readonly radius: number;
}
const disc = fc.record({
  lon: fc.double({ min: 40.3, max: 40.6, noNaN: true }),
  lat: fc.double({ min: 20.25, max: 20.6, noNaN: true }),
  radius: fc.double({ min: 0.05, max: 0.3, noNaN: true }),
});
/** A territory for each association; of some nothing is drawn. */
const plans = fc.sample(fc.array(fc.option(disc), { minLength: 4, maxLength: 4 }), {
  numRuns: PLANS,
  seed: 7,
});

async function draw(discs: readonly (Disc | null)[]): Promise<string> {
  const { id } = await makeDraft(service.app, null);
  for (const [at, one] of discs.entries()) {
    if (one === null) continue;
    const drawn = await putTerritory(service.app, {
      plan: id,
      association: ASSOCIATIONS[at] ?? '',
      body: { type: 'Polygon', coordinates: [ringOf(one)] },
      ifMatch: '*',
    });
    expect(drawn.statusCode, drawn.body).toBe(200);
  }
  return id;
}

function ringOf({ lon, lat, radius }: Disc): number[][] {
  const corners = Array.from({ length: 12 }, (_, corner) => {
    const angle = (corner / 12) * 2 * Math.PI;
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
  });
  return [...corners, corners[0] ?? []];
}

async function ask(plan: string, format: string, lang: Language, cookie: string) {
  const response = await service.app.inject({
    url: `${AREA}/reports/coverage?plan=${plan}&format=${format}&lang=${lang}`,
    headers: { cookie },
    // Each is asked for from somewhere else: one address may ask for so many reports a minute.
    remoteAddress: `10.0.0.${asked++ % 250}`,
  });
  expect(response.statusCode, response.body.slice(0, 500)).toBe(200);
  return response;
}

async function workbookOf(bytes: Buffer): Promise<ReadTable[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows: [heads = [], ...rows] }) => ({
    title: name,
    heads: heads.map(String),
    rows: rows.map((row) => heads.map((_, at) => String(row[at] ?? ''))),
  }));
}

const LEAST = /\((?:at least|على الأقل)\)$/;

/** Cells of a page as a workbook has them: a range is two numbers, and what is not known is an empty cell. */
function asInWorkbook({ rows }: ReadTable, { heads }: ReadTable): string[][] {
  const isRange = heads.flatMap((head, at) =>
    at > 0 && LEAST.test(heads[at - 1] ?? '') ? [] : [LEAST.test(head)],
  );
  return rows.map((row) =>
    row.flatMap((cell, at) => {
      if (isRange[at]) return rangeIn(cell).map((value) => String(value ?? ''));
      return [cell === '—' ? '' : cell];
    }),
  );
}

/** A number to so many digits as the page shows, or the text itself. */
function shown(cell: string, like: string): string {
  const number = numberIn(cell);
  const digits = /[.٫]([\d٠-٩]+)$/.exec(like)?.[1]?.length ?? 0;
  return number === null ? cell : number.toFixed(digits);
}

test.each(plans.map((discs, at) => [at, discs] as const))(
  'the numbers of a report are the same in every form and language (plan %i)',
  async (_, discs) => {
    const plan = await draw(discs);
    for (const [reader, cookie] of cookies.entries()) {
      const report = (await ask(plan, 'json', 'en', cookie)).json<Report>();
      for (const language of LANGUAGES) {
        const page = tablesOfPage((await ask(plan, 'html', language, cookie)).body);
        const workbook = await workbookOf((await ask(plan, 'xlsx', language, cookie)).rawPayload);
        expectFigures(report, workbook);
        let compared = 0;
        for (const sheet of workbook) {
          const table = page.find(({ title }) => title.slice(0, 31) === sheet.title);
          if (table === undefined || OWN_SHEETS.has(table.title)) continue;
          expectSame(table, sheet);
          compared++;
        }
        expect(compared).toBeGreaterThanOrEqual(7);
        const csv = (await ask(plan, 'csv', language, cookie)).body;
        expect(csv.startsWith('\ufeff')).toBe(true);
        expect(parse(csv, { bom: true })).toEqual(tableLike(workbook.at(-1)));
        if (hasPoppler && reader === 0)
          expectOnPaper((await ask(plan, 'pdf', language, cookie)).rawPayload, report);
      }
      expectFeatures(report, (await ask(plan, 'geojson', 'en', cookie)).json());
    }
  },
);

function tableLike(sheet: ReadTable | undefined): string[][] {
  return sheet === undefined ? [] : [[...sheet.heads], ...sheet.rows.map((row) => [...row])];
}

function expectSame(table: ReadTable, sheet: ReadTable): void {
  const read = asInWorkbook(table, sheet);
  const compared = sheet.rows.map((row, at) =>
    row.map((cell, column) => shown(cell, read[at]?.[column] ?? '')),
  );
  const seen = read.map((row) => row.map((cell) => shown(cell, cell)));
  expect([sheet.title, compared]).toEqual([sheet.title, seen]);
}

/** What the workbook says is what programs are told. */
function expectFigures(report: Report, workbook: readonly ReadTable[]): void {
  const numbers = (at: number) => workbook[at]?.rows.map((row) => row.map(numberIn));
  const { summary, gaps, overlaps, associations, villages } = report;
  expect(numbers(1)?.map(([, km2]) => km2)).toEqual([
    summary.areaKm2,
    summary.coveredOnceKm2,
    summary.sharedKm2,
    summary.overlapKm2,
    summary.gapKm2,
    summary.outsideKm2,
  ]);
  const { need } = summary;
  const statuses = ['total', 'covered', 'overlap', 'gap', 'outside', 'unlocated'] as const;
  expect(numbers(2)?.map((row) => row.slice(1, 4))).toEqual(
    statuses.map((status) => [
      summary.villages[status],
      need?.[status].orphans.least,
      need?.[status].orphans.most ?? null,
    ]),
  );
  expect(numbers(4)?.map((row) => row.slice(0, 5))).toEqual(
    gaps.map((gap) => [
      gap.number,
      gap.areaKm2,
      gap.villages.length,
      gap.need?.orphans.least ?? null,
      gap.need?.orphans.most ?? null,
    ]),
  );
  expect(numbers(6)?.map(([number, , km2]) => [number, km2])).toEqual(
    overlaps.map(({ number, areaKm2 }) => [number, areaKm2]),
  );
  expect(numbers(8)?.map((row) => [row[3], row[9]])).toEqual(
    associations.map((sheet) => [sheet.areaKm2, sheet.villages.total]),
  );
  expect(workbook.at(-1)?.rows.map((row) => row[2])).toEqual(villages.map(({ id }) => id));
}

interface Features {
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
}

function expectFeatures(report: Report, { features }: Features): void {
  const layer = (name: string) =>
    features.filter(({ properties }) => properties.layer === name).map(({ properties }) => properties);
  expect(layer('gaps').map((gap) => [gap.number, gap.area_km2, gap.villages, gap.orphans_least])).toEqual(
    report.gaps.map((gap) => [gap.number, gap.areaKm2, gap.villages.length, gap.need?.orphans.least ?? null]),
  );
  expect(layer('overlaps').map(({ area_km2 }) => area_km2)).toEqual(
    report.overlaps.map(({ areaKm2 }) => areaKm2),
  );
  expect(layer('villages').map(({ village, status }) => [village, status])).toEqual(
    report.villages.map(({ id, status }) => [id, status]),
  );
  expect(layer('territories').map(({ association, area_km2 }) => [association, area_km2])).toEqual(
    report.associations
      .filter(({ areaKm2 }) => areaKm2 > 0)
      .map(({ id, areaKm2 }) => [id, areaKm2])
      .toSorted(),
  );
}
