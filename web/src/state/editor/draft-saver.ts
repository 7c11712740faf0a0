import type { AssociationId, MultiPolygon, TerritoryCollection, TerritoryFeature } from '@nitaq/core';
import type { Api } from '../../api/api.ts';
import { isGone, isOutrun } from '../../api/problem.ts';
import type { UnsavedTerritory } from './draft-storage.ts';
import type { Saving } from './editing.ts';
import { isSameDrawing } from './history.ts';
import { whoSaved } from './who-saved.ts';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

export interface SaverContext {
  readonly api: Api;
  readonly area: string;
  readonly plan: string;
  /** What is on the screen now. */
  readonly drawn: () => TerritoryCollection;
  readonly report: (saving: Saving) => void;
  /** The service took these, as their new versions. */
  readonly confirm: (saved: TerritoryCollection) => void;
  /** Others saved these territories, which were not changed here. */
  readonly receive: (features: readonly TerritoryFeature[]) => void;
  /** What is not saved has changed; done once it is kept on this device. */
  readonly remember: (unsaved: readonly UnsavedTerritory[]) => Promise<void>;
}

export interface DraftSaver {
  /** Saves what differs from what the service has, now or as soon as it can be reached. */
  save(): void;
  /** What was kept was drawn on these versions: where the service has newer ones, others are in between. */
  startFrom(kept: readonly UnsavedTerritory[]): void;
  /** Others changed these since: a person has to choose. */
  contest(theirs: readonly TerritoryFeature[]): void;
  /** What was drawn here on which versions and is not saved. */
  unsaved(): UnsavedTerritory[];
  /** What the service has of these, as far as is known here. */
  instead(): Map<AssociationId, MultiPolygon | null>;
  /** Takes over what others saved since; a conflict comes up where both changed a territory. */
  refresh(): Promise<void>;
  settle(keep: 'mine' | 'theirs'): Promise<void>;
  stop(): void;
}

interface Known {
  readonly version: number;
  readonly geometry: MultiPolygon | null;
}

/**
 * Saves a draft as it is drawn, one request at a time, all territories of an edit together. What the service does not
 * take stays on the screen and on the device.
 */
export function createDraftSaver(context: SaverContext, opened: TerritoryCollection): DraftSaver {
  const { api, area, plan } = context;
  /** What the service has, as far as is known here. */
  const known = new Map<AssociationId, Known>();
  for (const feature of opened.features) know(feature);
  let planVersion = opened.version;
  let isBusy = false;
  let isStopped = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What others saved while it is still to be chosen what stays; null: nothing is. */
  let contested: readonly TerritoryFeature[] | null = null;

  function know({ id, geometry, properties }: TerritoryFeature): void {
    known.set(id, { version: properties.version, geometry });
  }

  function unsaved(): UnsavedTerritory[] {
    return context.drawn().features.flatMap(({ id, geometry }) => {
      const saved = known.get(id);
      if (!saved || isSameDrawing(saved.geometry, geometry)) return [];
      return [{ association: id, geometry, version: saved.version }];
    });
  }

  async function saveAll(): Promise<void> {
    for (let changes = unsaved(); changes.length > 0; changes = unsaved()) {
      const kept = context.remember(changes);
      context.report({ status: 'saving' });
      const answer = await api.saveTerritories(area, plan, changes);
      if (isStopped) return;
      if (answer.ok) {
        for (const feature of answer.value.features) {
          const sent = changes.find(({ association }) => association === feature.id)?.geometry ?? null;
          // The very drawing that was sent: that it is saved is then seen without comparing all its vertices.
          know(isSameDrawing(sent, feature.geometry) ? { ...feature, geometry: sent } : feature);
        }
        context.confirm(answer.value);
        // Every save counts one: where it is more, others have saved too.
        const isAlone = answer.value.version === planVersion + 1;
        planVersion = answer.value.version;
        if (!isAlone && !(await takeOver())) return;
        retryMs = FIRST_RETRY_MS;
        continue;
      }
      const { problem } = answer;
      if (problem.kind === 'unreachable') {
        // That it is kept on this device is said once it is.
        await kept;
        if (!isStopped) retryLater();
        return;
      }
      if (isGone(problem)) return context.report({ status: 'deleted' });
      if (!isOutrun(problem)) return context.report({ status: 'refused', problem });
      if (!(await takeOver())) return;
    }
    void context.remember([]);
    context.report({ status: 'saved' });
  }

  function retryLater(): void {
    context.report({ status: 'waiting' });
    clearTimeout(timer);
    timer = setTimeout(save, retryMs);
    retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
  }

  /** Takes over what others saved; false where a person has to choose, or the service does not answer. */
  async function takeOver(): Promise<boolean> {
    const answer = await api.territories(area, plan);
    if (isStopped) return false;
    if (!answer.ok) {
      if (answer.problem.kind === 'unreachable') retryLater();
      else if (isGone(answer.problem)) context.report({ status: 'deleted' });
      else context.report({ status: 'refused', problem: answer.problem });
      return false;
    }
    planVersion = answer.value.version;
    const mine = new Set(unsaved().map(({ association }) => association));
    const newer = answer.value.features.filter(
      ({ id, properties }) => properties.version !== known.get(id)?.version,
    );
    const received = newer.filter(({ id }) => !mine.has(id));
    received.forEach(know);
    if (received.length > 0) context.receive(received);
    const theirs = newer.filter(({ id }) => mine.has(id));
    if (theirs.length === 0) return true;
    contest(theirs);
    return false;
  }

  function contest(theirs: readonly TerritoryFeature[]): void {
    contested = theirs;
    context.report({ status: 'conflict', theirs, by: [] });
    const associations = theirs.map(({ id }) => id);
    void whoSaved(api, { area, plan, associations }).then((by) => {
      if (!isStopped && contested === theirs) context.report({ status: 'conflict', theirs, by });
    });
  }

  function save(): void {
    clearTimeout(timer);
    if (isBusy || isStopped) return;
    isBusy = true;
    void saveAll().finally(() => {
      isBusy = false;
    });
  }

  return {
    startFrom: (kept) => {
      for (const { association, version } of kept) {
        const now = known.get(association);
        if (now) known.set(association, { ...now, version });
      }
    },
    save,
    contest,
    unsaved,
    instead: () =>
      new Map(unsaved().map(({ association }) => [association, known.get(association)?.geometry ?? null])),
    refresh: async () => {
      if (!isBusy && (await takeOver())) save();
    },
    settle: async (keep) => {
      contested = null;
      const answer = await api.territories(area, plan);
      if (isStopped) return;
      if (!answer.ok) return retryLater();
      const mine = new Set(unsaved().map(({ association }) => association));
      const newer = answer.value.features.filter(
        ({ id, properties }) => properties.version !== known.get(id)?.version,
      );
      newer.forEach(know);
      const theirs = newer.filter(({ id }) => keep === 'theirs' || !mine.has(id));
      if (theirs.length > 0) context.receive(theirs);
      save();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
