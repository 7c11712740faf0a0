import { LANGUAGES } from '@nitaq/core';
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
    const links = [...body.matchAll(/<figcaption class="actions"><a href="([^"]*)">/g)].map(
      ([, href = '']) => new URL(href.replaceAll('&amp;', '&')),
    );
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
