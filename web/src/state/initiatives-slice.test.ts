import type { AreaId, AssociationId, Initiative, InitiativeId, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import { currentLink } from './current-link.ts';
import { inputOf } from './initiative-draft.ts';
import { initiativesOnMap } from './initiatives-on-map.ts';
import { EMPTY_LINK } from './share-link.ts';

const [A, B] = ['a', 'b'] as AssociationId[] as [AssociationId, AssociationId];

const BUS: Initiative = {
  id: 'bus' as InitiativeId,
  area: 'square' as AreaId,
  content: {
    title: 'A bus',
    purpose: 'To school',
    lead: A,
    partners: [B],
    villages: ['west' as VillageId],
    place: null,
    people: { orphans: 4, widows: 0, families: 0 },
    budget: { money: 0, people: 0, goods: 0 },
    shares: [],
    milestones: [],
    risks: [],
  },
  contentHash: 'a'.repeat(64),
  revision: 1,
  standings: [],
  elsewhere: { associations: [], villages: [] },
  progress: [],
  troubles: [],
  openedAt: '2026-11-24T00:00:00Z',
  version: 1,
  state: 'idea',
};
const changed: Initiative = { ...BUS, version: 2, content: { ...BUS.content, purpose: 'Theirs' } };
const stopped: Initiative = {
  ...BUS,
  id: 'old' as InitiativeId,
  state: 'stopped',
  endedAt: BUS.openedAt,
  reason: 'No money',
};

async function opened(changes: Partial<Api> = {}) {
  const api = smallService({
    initiatives: async () => ({ ok: true, value: [BUS, stopped] }),
    initiative: async () => ({ ok: true, value: BUS }),
    ...changes,
  });
  const store = firstVisit(api);
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadInitiatives();
  return store;
}

test('an initiative is shown on the map where it is, and all that have not ended where one asks for them', async () => {
  const store = await opened();
  expect(initiativesOnMap(store.getState())).toEqual([]);
  await store.getState().showInitiative(BUS.id);
  expect(store.getState().flight?.target).toEqual({
    kind: 'bounds',
    bounds: [0.5, 0.5, 0.5, 0.5],
    besideCard: false,
  });
  expect(initiativesOnMap(store.getState())).toEqual([BUS.content]);
  await store.getState().showInitiative(null);
  store.getState().showInitiativesOnMap(true);
  expect(initiativesOnMap(store.getState())).toEqual([BUS.content]);
  // The map draws anew what is another object.
  expect(initiativesOnMap(store.getState())).toBe(initiativesOnMap(store.getState()));
});

test('a form whose initiative another changed first keeps what is typed, and is saved on the newer one next time', async () => {
  const asked: number[] = [];
  let now = BUS;
  const store = await opened({
    initiative: async () => ({ ok: true, value: now }),
    changeInitiative: async ({ version }) => {
      asked.push(version);
      return version === now.version
        ? { ok: true, value: { ...now, version: version + 1 } }
        : {
            ok: false,
            problem: { kind: 'refused', status: 412, type: '', title: 'Changed', detail: '', fields: [] },
          };
    },
  });
  await store.getState().showInitiative(BUS.id);
  store.getState().openInitiativeForm(BUS);
  store.getState().changeInitiativeDraft({ title: 'Two buses' });
  now = changed;
  const save = async () => {
    const input = inputOf(store.getState().initiativeForm?.draft ?? expect.fail());
    if (typeof input === 'string') return expect.fail(input);
    return store.getState().saveInitiative(input);
  };
  expect(await save()).toBe(false);
  expect(store.getState().initiativeProblem).toMatchObject({ status: 412 });
  expect(store.getState().initiativeForm?.draft.title).toBe('Two buses');
  expect(await save()).toBe(true);
  expect(asked).toEqual([1, 2]);
  expect(store.getState().initiativeForm).toBeNull();
});

test('places pressed on the map are corners only while an area is drawn', async () => {
  const store = await opened();
  store.getState().openInitiativeForm(null);
  store.getState().addTargetCorner([0, 0]);
  expect(store.getState().targetOutline).toBeNull();
  store.getState().drawTarget([]);
  store.getState().addTargetCorner([0, 0]);
  store.getState().addTargetCorner([1, 0]);
  expect(store.getState().targetOutline).toEqual([
    [0, 0],
    [1, 0],
  ]);
  store.getState().closeInitiativeForm();
  expect(store.getState().targetOutline).toBeNull();
});

test('a link opens the initiative that it names, and what is read is in the link', async () => {
  const store = await opened();
  await store.getState().openLinkedInitiative(BUS.id, true);
  expect(store.getState().shownInitiative?.initiative.id).toBe(BUS.id);
  expect(currentLink(store.getState()).initiative).toBe(BUS.id);
});
