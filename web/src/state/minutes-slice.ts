import type { AgendaItemId, Minute } from '@nitaq/core';
import type { SliceContext } from './app-state.ts';
import type { KeptMinutes, MinuteDraft, MinutesSlice } from './minutes.ts';

/** So long after the last letter it is saved. */
const PAUSE_MS = 700;
const AGAIN_MS = 5_000;
const CHANGED_SINCE = 412;

type Kept = Readonly<Record<string, Pick<MinuteDraft, 'text' | 'base'>>>;

/**
 * What is written at the open meeting: on the screen at once, kept in this browser before it is sent, with the service soon
 * after, and never over what somebody else wrote meanwhile.
 */
export function minutesSlice({ get, set, api }: SliceContext, storage: KeptMinutes): MinutesSlice {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    const { room, area } = get();
    return room?.status === 'ready' && area.status === 'ready'
      ? { room: room.value, area: area.value.area.id, meeting: room.value.meeting.id }
      : null;
  };
  const keyOf = (item: AgendaItemId) => `${open()?.area}/${open()?.meeting}/${item}`;
  const readKept = (): Kept => {
    try {
      return keptOf(JSON.parse(storage.read() ?? '{}'));
    } catch {
      return {};
    }
  };
  const keep = (key: string, draft: MinuteDraft | null) => {
    const { [key]: _, ...rest } = readKept();
    const kept = draft === null ? rest : { ...rest, [key]: { text: draft.text, base: draft.base } };
    storage.write(Object.keys(kept).length === 0 ? null : JSON.stringify(kept));
  };
  const put = (item: AgendaItemId, draft: MinuteDraft | null) => {
    const { [item]: _, ...rest } = get().minuteDrafts;
    set({ minuteDrafts: draft === null ? rest : { ...rest, [item]: draft } });
    keep(keyOf(item), draft);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void get().saveMinutes(), ms);
  };

  /** What the service has now of an item, in the meeting that is shown. */
  const replace = (item: AgendaItemId, minute: Minute) => {
    const now = open();
    if (now === null) return;
    const agenda = now.room.agenda.map((one) => (one.id === item ? { ...one, minute } : one));
    set({ room: { status: 'ready', value: { ...now.room, agenda } } });
  };
  const present = (item: AgendaItemId): Minute | undefined =>
    open()?.room.agenda.find(({ id }) => id === item)?.minute;

  const save = async (item: AgendaItemId, draft: MinuteDraft): Promise<void> => {
    const at = open();
    if (at === null) return;
    put(item, { ...draft, standing: { kind: 'saving' } });
    const { area, meeting } = at;
    const key = keyOf(item);
    const answer = await api.writeMinute({ area, meeting, item }, draft.text, draft.base);
    const written = get().minuteDrafts[item];
    if (open()?.meeting !== meeting || written === undefined) {
      // The meeting was left while it was being saved.
      if (answer.ok && readKept()[key]?.text === draft.text) keep(key, null);
      return;
    }
    if (answer.ok) {
      replace(item, answer.value);
      const isAll = written.text === draft.text;
      put(
        item,
        isAll ? null : { text: written.text, base: answer.value.version, standing: { kind: 'waiting' } },
      );
      if (!isAll) later(PAUSE_MS);
      return;
    }
    const { problem } = answer;
    if (problem.kind === 'unreachable') {
      put(item, { ...written, standing: { kind: 'kept' } });
      return later(AGAIN_MS);
    }
    if (problem.status !== CHANGED_SINCE)
      return put(item, { ...written, standing: { kind: 'refused', problem } });
    await get().loadRoom(meeting);
    const theirs = present(item);
    if (theirs === undefined) return;
    const isSame = theirs.text === written.text;
    put(item, isSame ? null : { ...written, standing: { kind: 'conflict', theirs } });
  };

  return {
    minuteDrafts: {},
    writeMinute: (item, text) => {
      const before = get().minuteDrafts[item];
      if (before?.standing.kind === 'conflict') return put(item, { ...before, text });
      const base = before?.base ?? present(item)?.version ?? 0;
      const isSaving = before?.standing.kind === 'saving';
      put(item, { text, base, standing: { kind: isSaving ? 'saving' : 'waiting' } });
      if (!isSaving) later(PAUSE_MS);
    },
    settleMinute: (item, choice) => {
      const draft = get().minuteDrafts[item];
      if (draft?.standing.kind !== 'conflict') return;
      const { theirs } = draft.standing;
      if (choice === 'theirs') return put(item, null);
      const text = choice === 'both' ? `${theirs.text}\n${draft.text}` : draft.text;
      put(item, { text, base: theirs.version, standing: { kind: 'waiting' } });
      void get().saveMinutes();
    },
    seeMinute: (item, minute) => {
      if (minute.version > (present(item)?.version ?? 0)) replace(item, minute);
    },
    dropMinute: (item) => put(item, null),
    saveMinutes: async () => {
      clearTimeout(timer);
      const waiting = Object.entries(get().minuteDrafts).filter(
        ([, { standing }]) => standing.kind === 'waiting' || standing.kind === 'kept',
      );
      await Promise.all(waiting.map(([item, draft]) => save(item as AgendaItemId, draft)));
    },
    takeUpMinutes: () => {
      const kept = readKept();
      const items = open()?.room.agenda ?? [];
      const drafts = items.flatMap(({ id, minute }): [AgendaItemId, MinuteDraft][] => {
        const draft = kept[keyOf(id)];
        if (draft === undefined) return [];
        if (draft.text === minute.text) keep(keyOf(id), null);
        return draft.text === minute.text ? [] : [[id, { ...draft, standing: { kind: 'kept' } }]];
      });
      set({ minuteDrafts: Object.fromEntries(drafts) });
      if (drafts.length > 0) void get().saveMinutes();
    },
  };
}

/** What of a kept text is what this version of the page keeps: another may have written it. */
function keptOf(stored: unknown): Kept {
  const isDraft = (one: unknown): one is Kept[string] =>
    typeof one === 'object' &&
    one !== null &&
    'text' in one &&
    typeof one.text === 'string' &&
    'base' in one &&
    (one.base === null || typeof one.base === 'number');
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, Kept[string]] => isDraft(entry[1])));
}
