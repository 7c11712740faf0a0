import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverMail } from '../../src/mail/deliver-mail.ts';
import { startMail } from '../../src/mail/mail-worker.ts';
import { createMailer } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { PEOPLE } from '../support/people.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { toldPeopleOn, type Who } from '../support/told-people.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let post: MailServer;
let service: TestService;
let people: Awaited<ReturnType<typeof toldPeopleOn>>;
/** Noon in Riyadh. */
let clock = Date.parse('2026-11-24T09:00:00Z');
const now = () => new Date(clock);
let failures = 0;

/** One of the processes of the service sends what is due. */
const deliver = () =>
  deliverMail({
    db: service.db,
    sendMail: createMailer(post.url, 'Nitaq <nitaq@example.org>'),
    publicUrl: PEOPLE.publicUrl,
    now,
    onFailure: () => {
      failures += 1;
    },
  });
const choose = (who: Who, mail: string, language = 'en') =>
  people.send(who, 'PUT', '/api/v1/notices/choice', { mail, language });
const mailsTo = async (who: Who) => {
  const { email } = await people.idOf(who);
  return post.received.filter(({ to }) => to === email);
};

beforeAll(async () => {
  post = await startMailServer();
  service = await startTestService({
    now,
    as: null,
    sendMail: createMailer(post.url, 'Nitaq <nitaq@example.org>'),
  });
  await stateMailSetup(service.db, true);
  people = await toldPeopleOn(service);
  for (const who of ['salma', 'maryam', 'noor', 'council'] as const) await choose(who, 'none');
});
afterAll(async () => {
  await service.close();
  await post.close();
});
beforeEach(() => {
  post.received.length = 0;
  failures = 0;
});

test('whoever wants it at once gets an e-mail in their language, as text and as HTML, with a link to the proposal', async () => {
  await choose('huda', 'at-once', 'ar');
  const { id } = await people.open('salma', 'draft-whole', { title: 'خطة <b>الليث</b>' });
  await deliver();
  const [mail, ...more] = await mailsTo('huda');
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/^نطاق: المقترح «خطة <b>الليث<\/b>» من .*ينتظر اعتمادك/);
  expect(mail?.text).toContain(`http://localhost:3000/?area=al-lith&lang=ar&proposal=${id}`);
  expect(mail?.html).toContain('dir="rtl"');
  expect(mail?.html).toContain('&lt;b&gt;');
  expect(await mailsTo('salma')).toEqual([]);
  await deliver();
  expect(post.received).toHaveLength(1);
});

test('several processes at once send each e-mail once', async () => {
  await choose('huda', 'at-once');
  for (let i = 0; i < 3; i++) await people.open('salma');
  await Promise.all([deliver(), deliver(), deliver()]);
  const mails = await mailsTo('huda');
  expect(mails).toHaveLength(3);
  expect(new Set(mails.map(({ text }) => text)).size).toBe(3);
  expect(mails[0]?.html).toContain('dir="ltr"');
});

test('what the mail server refuses is tried again, later each time', async () => {
  await choose('huda', 'at-once');
  post.accept(false);
  await people.open('salma');
  await deliver();
  expect([failures, post.received.length]).toEqual([1, 0]);
  post.accept(true);
  await deliver();
  expect(post.received).toHaveLength(0);
  clock += 2 * MINUTE_MS;
  await deliver();
  expect(post.received).toHaveLength(1);
});

test('a mail whose process died while sending it is sent by another', async () => {
  await choose('huda', 'at-once');
  await people.open('salma');
  const dies = deliverMail({
    db: service.db,
    sendMail: async () => new Promise(() => {}),
    publicUrl: PEOPLE.publicUrl,
    now,
    onFailure: () => {},
  });
  const waiting = () => service.db.selectFrom('mail').select('attempts').executeTakeFirst();
  await expect.poll(waiting).toEqual({ attempts: 1 });
  void dies;
  await deliver();
  expect(post.received).toHaveLength(0);
  clock += 6 * MINUTE_MS;
  await deliver();
  expect(await mailsTo('huda')).toHaveLength(1);
});

test('a day of notices is one e-mail in the morning, without what was read meanwhile', async () => {
  await choose('huda', 'daily');
  const read = await people.open('salma', 'draft-whole', { title: 'Read already' });
  for (const title of ['One', 'Two']) await people.open('salma', 'draft-whole', { title });
  const { items } = await people.notices('huda');
  const seen = items.filter(({ proposal }) => proposal?.id === read.id).map(({ id }) => id);
  await people.send('huda', 'PUT', '/api/v1/notices/read', { notices: seen });
  await deliver();
  expect(post.received).toEqual([]);
  // Seven in the morning in Riyadh.
  clock = Date.parse('2026-11-25T04:00:00Z');
  await deliver();
  const [digest, ...more] = await mailsTo('huda');
  expect(more).toEqual([]);
  expect(digest?.subject).toMatch(/^Nitaq: news of /);
  for (const title of ['One', 'Two']) expect(digest?.text).toContain(title);
  expect(digest?.text).not.toContain('Read already');
  clock += DAY_MS;
  await deliver();
  expect(post.received).toHaveLength(1);
});

test('nobody is written to who has turned e-mail off since, or has no role any more', async () => {
  await choose('huda', 'daily');
  await choose('noor', 'daily');
  await people.open('salma');
  await choose('huda', 'none');
  const { id } = await people.idOf('noor');
  await service.db.deleteFrom('membership').where('person_id', '=', id).execute();
  clock += DAY_MS;
  await deliver();
  expect(post.received).toEqual([]);
  expect((await people.notices('noor')).items).toEqual([]);
});

/** Goes on until nothing waits any more, as a service that runs for days. */
async function deliverForDays() {
  const before = clock;
  for (let i = 0; i < 20; i++) {
    clock += 7 * 60 * MINUTE_MS;
    await deliver();
  }
  clock = before;
}
const givenUp = async () => {
  const mails = await service.db.selectFrom('mail').select('attempts').where('given_up', '=', true).execute();
  await service.db.deleteFrom('mail').execute();
  return mails;
};

test('a mail that cannot be written is given up in the end, and holds up no other', async () => {
  await choose('huda', 'at-once');
  await people.open('salma', 'draft-whole', { title: 'Broken' });
  await service.db
    .updateTable('notice')
    .set({ content: sql`'{}'` })
    .where('notice_id', 'in', (mail) =>
      mail.selectFrom('mail').select('notice_id').$castTo<{ notice_id: string }>(),
    )
    .execute();
  await people.open('salma', 'draft-whole', { title: 'Whole' });
  await deliver();
  expect(failures).toBe(1);
  expect((await mailsTo('huda')).map(({ subject }) => subject)).toEqual([expect.stringContaining('Whole')]);
  await deliverForDays();
  expect(await givenUp()).toEqual([{ attempts: 16 }]);
});

test('a mail of which it cannot be noted that it was sent is not sent without end', async () => {
  await choose('huda', 'at-once');
  await people.open('salma');
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`.execute(
    service.db,
  );
  await sql`create trigger kept before delete on mail for each row execute function refuse()`.execute(
    service.db,
  );
  await deliver();
  await deliver();
  expect([failures, post.received.length]).toEqual([1, 1]);
  await deliverForDays();
  expect(post.received).toHaveLength(16);
  await sql`drop trigger kept on mail`.execute(service.db);
  expect(await givenUp()).toEqual([{ attempts: 16 }]);
});

test('a mail with which processes die again and again is given up too', async () => {
  await choose('huda', 'at-once');
  await people.open('salma');
  await service.db.updateTable('mail').set({ attempts: 16 }).execute();
  await deliver();
  expect(post.received).toEqual([]);
  expect(await givenUp()).toEqual([{ attempts: 16 }]);
});

test('a service that stops waits for the mail that it sends, and leaves the others to be sent later', async () => {
  await choose('huda', 'at-once');
  for (let i = 0; i < 3; i++) await people.open('salma');
  const begun = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  let sent = 0;
  const stop = await startMail({
    db: service.db,
    notifications: service.notifications,
    publicUrl: PEOPLE.publicUrl,
    now,
    onFailure: (error) => expect.fail(String(error)),
    sendMail: async () => {
      sent += 1;
      begun.resolve();
      await taken.promise;
    },
  });
  await begun.promise;
  const stopped = stop();
  taken.resolve();
  await stopped;
  expect(sent).toBe(1);
  await deliver();
  expect(await mailsTo('huda')).toHaveLength(2);
});
