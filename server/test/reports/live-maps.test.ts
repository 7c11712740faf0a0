import { LANGUAGES, type Report, type ReportMap } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AREA } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

/** Where a link to the live map says that the map stands, degrees. */
function placeOf(link: URL): number[] {
  return (link.searchParams.get('at') ?? '').split(',').map(Number).slice(0, 2);
}

test('each map of the page leads to the same place on the live one, in its plan, as of its day', async () => {
  const { associations } = await shippedArea();
  for (const lang of LANGUAGES) {
    const url = `${AREA}/reports/coverage?format=html&lang=${lang}&at=2026-11-01`;
    const { body } = await service.app.inject({ url });
    const links = [
      ...body.matchAll(/<figcaption class="actions"><button[^<]*<\/button><a href="([^"]*)">/g),
    ].map(([, href = '']) => new URL(href.replaceAll('&amp;', '&')));
    expect(links).toHaveLength(1 + associations.length);
    for (const { searchParams } of links) {
      expect(Object.fromEntries(searchParams)).toMatchObject({
        area: 'al-lith',
        plan: 'opening-claims',
        day: '2026-11-01',
        lang,
      });
    }
    for (const [i, { location }] of associations.map(({ seat }) => seat).entries()) {
      const [x = 0, y = 0] = placeOf(links[i + 1] ?? new URL('about:blank'));
      // Half a degree: a territory is around its seat.
      if (location) expect(Math.hypot(x - location[0], y - location[1])).toBeLessThan(0.5);
    }
  }
});

/** What the page carries along for its maps. */
function mapsOf(body: string): { readonly map: ReportMap } {
  const [, text = ''] = /<script type="application\/json" id="maps">(.*?)<\/script>/s.exec(body) ?? [];
  return JSON.parse(text);
}

test('the maps that one moves on the page show what the report says of its day, and no counts whoever asks', async () => {
  const url = `${AREA}/reports/coverage?plan=opening-claims&at=2026-11-01`;
  const page = await service.app.inject({ url: `${url}&format=html` });
  const { map } = mapsOf(page.body);
  const report: Report = (await service.app.inject({ url: `${url}&format=json` })).json();
  expect(report.knowledge).not.toBe('public');
  const { gaps, overlaps, villages, territories, ...others } = map;
  const numbersOf = (places: readonly { readonly number: number }[]) =>
    [...new Set(places.map(({ number }) => number))].sort((a, b) => a - b);
  expect(numbersOf(gaps)).toEqual(numbersOf(report.gaps));
  expect(numbersOf(overlaps)).toEqual(numbersOf(report.overlaps));
  const located = report.villages.filter(({ location }) => location !== null);
  expect(villages.map(({ id, status, associations }) => [id, status, associations])).toEqual(
    located.map(({ id, status, associations }) => [id, status, associations]),
  );
  expect(territories.map(({ association }) => association).sort()).toEqual(
    (await shippedArea()).associations.map(({ id }) => id).sort(),
  );
  expect(JSON.stringify({ gaps, overlaps, villages, territories, ...others })).not.toMatch(
    /orphans|widows|families|need|capacity/,
  );
});

test('the maps that one moves have the legend of the drawings, in both languages and themes', async () => {
  for (const lang of LANGUAGES) {
    const url = `${AREA}/reports/coverage?plan=opening-claims&format=html&lang=${lang}`;
    const { body } = await service.app.inject({ url });
    const [, legend = ''] = /<template id="legend">(.*?)<\/template>/s.exec(body) ?? [];
    const meanings = [...legend.matchAll(/<bdi>([^<]*)<\/bdi><\/li>/g)].map(([, text]) => text);
    const [drawing = ''] = /<figure class="map".*?<\/svg>/s.exec(body) ?? [];
    for (const meaning of meanings) expect(drawing).toContain(`>${meaning}</text>`);
    const said =
      lang === 'ar' ? ['فجوة', 'تداخل', 'مقر جمعية'] : ['Gap', 'Overlap', 'Seat of an association'];
    expect(meanings).toEqual(expect.arrayContaining(said));
    for (const theme of ['light', 'dark'])
      expect(legend.split(`<span class="${theme}"><svg`)).toHaveLength(meanings.length + 1);
    // Nothing on the page bears the name of something else on it.
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
