import type { NewThread, Proposal, VillageId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { listThreads } from '../../src/repositories/thread-repository.ts';
import { addComment, openThread, resolveThread } from '../../src/services/proposals/discuss.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
import {
  AFAF,
  AREA_ID,
  changeOf,
  coordinatorOf,
  LITH,
  NOW,
  negotiationOn,
  refusal,
} from '../support/negotiation.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let analyser: Analyser;
let proposal: Proposal;

beforeAll(async () => {
  analyser = createAnalyser();
  service = await startTestService({ now: () => NOW });
  proposal = await negotiationOn(service, analyser).open('draft-whole');
});
afterAll(async () => {
  await service.close();
  await analyser.close();
});

const key = () => ({ area: AREA_ID, proposal: proposal.id, client: null, now: NOW });
const begin = (input: NewThread, idempotencyKey: string | null = null) =>
  openThread(service.db, { ...key(), input, idempotencyKey, actor: coordinatorOf(AFAF) });
const SAYA = { kind: 'village', village: 'saya' as VillageId } as const;

describe('a thread', () => {
  test.for([
    [{ kind: 'whole' }],
    [SAYA],
    [{ kind: 'place', position: [40.5, 20.3] }],
    [{ kind: 'border', position: [40.5867, 20.154], associations: [LITH, AFAF] }],
  ] as [NewThread['pin']][])('is pinned to %o and begins with a comment', async ([pin]) => {
    const thread = await begin({ pin, text: ' لماذا هنا؟ ', mentions: [coordinatorOf(LITH).person] });
    expect(thread).toMatchObject({ pin, revision: 1, resolved: false, version: 1 });
    expect(thread.comments).toMatchObject([
      { text: 'لماذا هنا؟', mentions: ['p-lith'], by: { person: 'p-afaf', name: 'Coordinator of afaf' } },
    ]);
    expect(await listThreads(service.db, key())).toContainEqual(thread);
  });

  test('on nothing that is there is refused', async () => {
    const text = 'Where?';
    const village = 'atlantis' as VillageId;
    expect(await refusal(begin({ pin: { kind: 'village', village }, text }))).toBe('village-not-found');
    const position: [number, number] = [400, 20];
    expect(await refusal(begin({ pin: { kind: 'place', position }, text }))).toBe('geometry-invalid');
  });

  test('is answered, resolved and opened again, each on its present version', async () => {
    const { id: thread } = await begin({ pin: SAYA, text: 'One' });
    const saying = { ...key(), thread, actor: coordinatorOf(LITH), idempotencyKey: null };
    await addComment(service.db, { ...saying, input: { text: 'Two' } });
    const resolve = (resolved: boolean, version: number) =>
      resolveThread(service.db, { ...saying, resolved, version: [version] });
    expect(await refusal(resolve(true, 1))).toBe('changed-since');
    expect(await resolve(true, 2)).toMatchObject({ resolved: true, version: 3 });
    expect(await resolve(false, 3)).toMatchObject({ resolved: false, version: 4 });
    const all = await Promise.all(
      ['Three', 'Four', 'Five'].map((text) => addComment(service.db, { ...saying, input: { text } })),
    );
    expect(Math.max(...all.map(({ comments }) => comments.length))).toBe(5);
  });

  test('or a comment that is sent again with its key is there once', async () => {
    const [one, other] = await Promise.all([
      begin({ pin: SAYA, text: 'Once' }, 'thread'),
      begin({ pin: SAYA, text: 'Once' }, 'thread'),
    ]);
    expect(one).toEqual(other);
    expect(await refusal(begin({ pin: SAYA, text: 'Twice' }, 'thread'))).toBe('idempotency-key-reused');
    const saying = { ...key(), thread: one.id, actor: coordinatorOf(LITH), idempotencyKey: 'comment' };
    await addComment(service.db, { ...saying, input: { text: 'Answer' } });
    expect((await addComment(service.db, { ...saying, input: { text: 'Answer' } })).comments).toHaveLength(2);
  });

  test('is recorded without what was said in it, and goes on when nothing of the proposal can change any more', async () => {
    await withdrawProposal(service.db, changeOf(proposal));
    const { id } = await begin({ pin: { kind: 'whole' }, text: 'Secret words' });
    const { rows } = await sql<{ act: string; data: string }>`
      select act, data from record_entry order by number desc limit 1`.execute(service.db);
    expect(rows).toEqual([{ act: 'thread-opened', data: JSON.stringify({ thread: id }) }]);
  });
});
