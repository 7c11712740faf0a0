import type { HeardEvent } from '../api/area-events.ts';
import type { AreaData, SliceContext } from './app-state.ts';
import type { Other, OthersSlice } from './others.ts';
import { may } from './people-slice.ts';

/** Whoever was not heard of for so long has gone, even if nobody said so. */
const GONE_AFTER_MS = 15_000;

/** What others do in the open area: their saved changes appear, and where they are. */
export function othersSlice({ get, set, api }: SliceContext): OthersSlice {
  let stop = () => {};

  const shownPlan = () => {
    const { plan } = get();
    return plan.status === 'ready' ? (plan.value?.plan ?? null) : null;
  };

  /** Puts newly fetched parts of the area in the place of the old ones, unless another area was opened meanwhile. */
  const replace = async (area: string, fetch: () => Promise<Partial<AreaData> | null>) => {
    const parts = await fetch();
    const now = get().area;
    if (parts === null || now.status !== 'ready' || now.value.area.id !== area) return;
    set({ area: { status: 'ready', value: { ...now.value, ...parts } } });
  };

  const fetchPlans = async (area: string) => {
    const plans = await api.plans(area);
    return plans.ok ? { plans: plans.value } : null;
  };

  const planInForce = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.plans.find(({ state }) => state === 'in-force')?.id : null;
  };

  const fetchPlaces = async (area: string) => {
    const [villages, associations] = await Promise.all([api.villages(area), api.associations(area)]);
    return villages.ok && associations.ok
      ? { villages: villages.value, associations: associations.value }
      : null;
  };

  const reloadShown = async () => {
    const shown = shownPlan();
    if (get().editing) await get().refreshDraft();
    else if (shown) await get().refreshPlan();
  };

  const hear = async (event: HeardEvent): Promise<void> => {
    const { area } = event.data;
    switch (event.kind) {
      case 'territories':
        if (event.data.plan === shownPlan()?.id) await reloadShown();
        if (event.data.plan === get().comparison?.plan.id) await get().compareWith(event.data.plan);
        return;
      case 'plan': {
        const shown = shownPlan();
        const inForce = planInForce();
        await replace(area, () => fetchPlans(area));
        // Whose counts are one's own follows from the plan in force.
        if (planInForce() !== inForce) await get().loadNeed();
        // Another plan may be in force on the day that is shown.
        if (get().day !== null) await get().showDay(get().day);
        if (event.data.plan === shown?.id) await get().hearOfDraft(shown, event.data.change);
        // One that was deleted is compared with no more.
        if (event.data.plan === get().comparison?.plan.id) await get().compareWith(event.data.plan);
        return;
      }
      case 'reason':
        if (event.data.plan === shownPlan()?.id) await get().loadReasons();
        return;
      case 'zone':
        if (event.data.plan === shownPlan()?.id) await get().loadZones();
        if (event.data.plan === get().comparison?.plan.id) await get().compareWith(event.data.plan);
        return;
      case 'proposal':
        await Promise.all([get().hearOfProposal(event.data.proposal), get().loadNotices()]);
        return;
      case 'initiative':
        await Promise.all([get().hearOfInitiative(event.data.initiative), get().loadNotices()]);
        return;
      case 'document':
        return get().loadShelf();
      case 'meeting':
        return get().hearOfMeeting(event.data);
      case 'action':
        await Promise.all([get().hearOfAction(event.data.action), get().loadNotices()]);
        return;
      case 'place':
        await replace(area, () => fetchPlaces(area));
        get().seePlaces();
        await Promise.all([reloadShown(), get().loadNeed()]);
        return;
      case 'need':
        return get().loadNeed();
      case 'missing-village':
        return get().loadMissing();
      case 'reset':
        await replace(area, () => fetchPlans(area));
        await replace(area, () => fetchPlaces(area));
        get().seePlaces();
        await reloadShown();
        await Promise.all([
          get().loadReasons(),
          get().loadZones(),
          get().loadNeed(),
          get().loadMissing(),
          get().loadNotices(),
          get().loadInitiatives(),
          get().loadShelf(),
          get().loadMeetings(),
          get().loadActions(),
          get().reloadRoom(),
        ]);
        return;
      case 'presence': {
        const { client, name, pointer, editing, gone, plan } = event.data;
        const rest = get().others.filter((other) => other.client !== client && isThere(other));
        if (gone || plan !== shownPlan()?.id) set({ others: rest });
        else
          set({ others: [...rest, { client, name, pointer, editing: editing ?? [], heardAt: Date.now() }] });
      }
    }
  };

  const tell = (name: string, gone: boolean) => {
    const { area, editing, pointer } = get();
    const plan = shownPlan();
    if (area.status !== 'ready' || !plan || editing?.saving.status === 'deleted') return;
    const association = editing?.association ?? null;
    void api.tellPresence(area.value.area.id, plan.id, {
      name,
      pointer,
      editing: association === null ? null : [association],
      gone,
    });
  };

  return {
    others: [],
    followOthers: () => {
      stop();
      const { area } = get();
      set({ others: [] });
      if (area.status !== 'ready' || !may(get(), 'area.follow')) return;
      const forget = setInterval(() => {
        const there = get().others.filter(isThere);
        if (there.length < get().others.length) set({ others: there });
      }, GONE_AFTER_MS / 3);
      const close = api.listen(area.value.area.id, (event) => void hear(event));
      stop = () => {
        clearInterval(forget);
        close();
      };
    },
    tellPresence: (name) => tell(name, false),
    tellGone: () => tell('-', true),
  };
}

function isThere({ heardAt }: Other): boolean {
  return Date.now() - heardAt < GONE_AFTER_MS;
}
