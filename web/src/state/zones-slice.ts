import type { PlanZone, ZoneId } from '@nitaq/core';
import { isOutrun } from '../api/problem.ts';
import type { SliceContext } from './app-state.ts';
import type { ZoneForm, ZonesSlice } from './zones.ts';

/** What the associations of a plan agreed to share: read with every plan, agreed while a draft is drawn. */
export function zonesSlice({ get, set, api }: SliceContext): ZonesSlice {
  const shown = () => {
    const { area, plan } = get();
    if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return null;
    return { area: area.value.area.id, plan: plan.value.plan.id, data: plan.value };
  };
  const find = (id: ZoneId) => shown()?.data.zones.find((zone) => zone.id === id) ?? null;
  const changeForm = (part: Partial<ZoneForm>) => {
    const { zoneForm } = get();
    if (zoneForm) set({ zoneForm: { ...zoneForm, ...part } });
  };

  /** What is drawn is assessed on this page; of another plan the service knows. */
  const put = async (zones: readonly PlanZone[]) => {
    const now = shown();
    if (!now) return;
    set({ plan: { status: 'ready', value: { ...now.data, zones } } });
    if (get().editing) get().seePlaces();
    else await get().refreshPlan();
  };

  const load = async () => {
    const asked = shown();
    if (!asked) return;
    const answer = await api.zones(asked.area, asked.plan);
    if (answer.ok && shown()?.plan === asked.plan) await put(answer.value);
  };

  /** Chooses the place where a zone holds. */
  const choose = (id: ZoneId) => {
    const place = shown()?.data.coverage.shared.features.find(({ properties }) => properties.zone === id);
    if (place) void get().select({ kind: 'shared', id: place.id });
    else get().clearSelection();
  };

  return {
    zoneForm: null,
    zoneProblem: null,
    loadZones: load,
    startZone: ({ geometry, properties: { associations } }) => {
      const now = shown();
      if (!now) return;
      const key = crypto.randomUUID();
      const form = { plan: now.plan, zone: null, geometry, associations, key, saving: false, problem: null };
      set({ zoneForm: form, zoneProblem: null });
    },
    changeZone: (id) => {
      const now = shown();
      const zone = find(id);
      if (!now || !zone) return;
      const { geometry, lead, partners } = zone;
      const associations = [lead, ...partners];
      const form = { plan: now.plan, zone, geometry, associations, key: '', saving: false, problem: null };
      set({ zoneForm: form, zoneProblem: null });
    },
    cancelZone: () => set({ zoneForm: null }),
    saveZone: async ({ lead, services, endsOn }) => {
      const { zoneForm: form } = get();
      const now = shown();
      if (!form || form.saving || now?.plan !== form.plan) return false;
      changeForm({ saving: true, problem: null });
      const { area, plan } = now;
      const partners = form.associations.filter((id) => id !== lead);
      const input = { geometry: form.geometry, lead, partners, services, endsOn };
      const { zone } = form;
      const saved = zone
        ? await api.changeZone({ area, plan, id: zone.id, version: zone.version }, input)
        : await api.agreeZone(area, plan, { input, key: form.key });
      if (saved.ok) {
        const others = (shown()?.data.zones ?? []).filter(({ id }) => id !== saved.value.id);
        if (shown()?.plan === plan) await put([...others, saved.value]);
        set({ zoneForm: null });
        choose(saved.value.id);
        return true;
      }
      changeForm({ saving: false, problem: saved.problem });
      if (zone && isOutrun(saved.problem)) {
        // Somebody changed it first: the next try starts from what they made of it.
        await load();
        changeForm({ zone: find(zone.id) ?? zone });
      }
      return false;
    },
    copyZonesTo: async (plan) => {
      const now = shown();
      for (const { id, geometry, lead, partners, services, endsOn } of now?.data.zones ?? []) {
        if (!now) return null;
        const input = { geometry, lead, partners, services, endsOn };
        const agreed = await api.agreeZone(now.area, plan, { input, key: `copied-${id}` });
        // One that has ended, or whose overlap is gone, is not agreed anew.
        if (!agreed.ok && agreed.problem.kind === 'unreachable') return agreed.problem;
      }
      return null;
    },
    removeZone: async (id) => {
      const now = shown();
      const zone = find(id);
      if (!now || !zone) return;
      const { area, plan } = now;
      const removed = await api.removeZone({ area, plan, id, version: zone.version });
      set({ zoneProblem: removed.ok ? null : removed.problem });
      if (!removed.ok) return load();
      get().clearSelection();
      await put((shown()?.data.zones ?? []).filter((one) => one.id !== id));
    },
  };
}
