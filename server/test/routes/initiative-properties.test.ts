import type { Initiative } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUS, type InitiativePeople, initiativePeople, type Who } from '../support/initiatives.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: InitiativePeople;

beforeAll(async () => {
  service = await startTestService();
  people = await initiativePeople(service);
});
afterAll(() => service.close());

const PARTIES: readonly Who[] = ['lith', 'ghumayqah', 'wasqah'];

type Step =
  | {
      readonly does: 'answer';
      readonly who: Who;
      readonly answer: 'signed' | 'objected';
      readonly old: boolean;
    }
  | { readonly does: 'change'; readonly title: number }
  | { readonly does: 'move'; readonly to: 'proposed' | 'running' | 'done' }
  | { readonly does: 'leave'; readonly who: Who };

const party = fc.constantFrom(...PARTIES);
const answer: fc.Arbitrary<Step> = fc.record({
  does: fc.constant('answer' as const),
  who: party,
  answer: fc.constantFrom('signed' as const, 'signed' as const, 'objected' as const),
  old: fc.nat({ max: 4 }).map((n) => n === 0),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: answer, weight: 6 },
  { arbitrary: fc.record({ does: fc.constant('change' as const), title: fc.nat({ max: 2 }) }), weight: 1 },
  {
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      to: fc.constantFrom('proposed' as const, 'running' as const, 'done' as const),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ does: fc.constant('leave' as const), who: party }), weight: 1 },
);

/** What anybody could keep on paper: who takes part, and what each said last, of which content. */
interface Paper {
  parties: Who[];
  readonly said: Map<Who, { readonly hash: string; readonly answer: 'signed' | 'objected' }>;
}

test('whatever happens: each approval names one content, and it is agreed if, and only if, all approved the present one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const opened = (await people.open('lith', { ...BUS, shares: [], milestones: [] })).json<Initiative>();
      const { id } = opened;
      const paper: Paper = { parties: [...PARTIES], said: new Map() };
      let before = (await people.move(id, 'proposed')).json<Initiative>();
      for (const one of steps) {
        await take(id, one, { before, first: opened.contentHash, paper });
        const after = await people.get(id);
        const approved = paper.parties.every((who) => {
          const last = paper.said.get(who);
          return last?.answer === 'signed' && last.hash === after.contentHash;
        });
        if (after.state === 'proposed') expect(approved).toBe(false);
        if (after.state === 'agreed' || after.state === 'running' || after.state === 'done')
          expect(approved).toBe(true);
        for (const { standing, answer: given } of after.standings) {
          if (standing === 'signed' || standing === 'objected')
            expect(given?.contentHash).toBe(after.contentHash);
        }
        expect(after.version).toBeGreaterThanOrEqual(before.version);
        before = after;
      }
    }),
    { numRuns: 6 },
  );
});

async function take(
  id: string,
  step: Step,
  { before, first, paper }: { before: Initiative; first: string; paper: Paper },
): Promise<void> {
  switch (step.does) {
    case 'answer': {
      const hash = step.old ? first : before.contentHash;
      const response = await people.answer(id, step.who, step.answer, hash);
      if (response.statusCode === 200) {
        expect(hash).toBe(before.contentHash);
        paper.said.set(step.who, { hash, answer: step.answer });
      }
      return;
    }
    case 'change': {
      const { place, ...content } = before.content;
      const response = await people.change(id, { ...content, place, title: `عنوان ${step.title}` });
      // Back to an earlier content is another one to be approved, should its mark be the same.
      if (response.statusCode === 200 && response.json<Initiative>().revision > before.revision)
        paper.said.clear();
      return;
    }
    case 'move':
      await people.move(id, step.to);
      return;
    case 'leave': {
      if ((await people.leave(id, step.who)).statusCode !== 200) return;
      paper.parties = paper.parties.filter((who) => who !== step.who);
      paper.said.clear();
    }
  }
}
