import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../support/negotiation.ts';
import { addSomethingOfAll } from '../support/row-security.ts';
import { ACTS_ACROSS, SOMETHING_JOINT, whoReaches } from '../support/row-security-across-areas.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ now: () => NOW });
  await addSomethingOfAll(service.db);
  for (const statement of SOMETHING_JOINT) await sql.raw(statement).execute(service.db);
});
afterAll(() => service.close());

test.each(ACTS_ACROSS)('whoever %s by way of the database alone may', async (what, statement, may) => {
  expect(await whoReaches(service.db, what, statement)).toEqual(may);
});
