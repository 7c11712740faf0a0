import type { ApiKeysSlice } from './api-keys.ts';
import type { SliceContext } from './app-state.ts';
import { ownAssociation } from './need-slice.ts';

/** Keys with which programs of one's association ask. */
export function apiKeysSlice({ get, set, api }: SliceContext): ApiKeysSlice {
  const own = () => {
    const { area } = get();
    const association = ownAssociation(get());
    if (area.status !== 'ready' || association === null) throw new Error('Keys belong to an association');
    return { area: area.value.area.id, association };
  };

  const loadApiKeys = async () => {
    const { area, association } = own();
    const answer = await api.apiKeys(area, association);
    if (!answer.ok) return answer.problem;
    set({ apiKeys: answer.value });
    return null;
  };

  return {
    apiKeys: null,
    loadApiKeys,
    makeApiKey: async ({ title, addresses, onlyHere }) => {
      const { area, association } = own();
      const input = { title, addresses: [...addresses], areas: onlyHere ? [area] : null };
      const made = await api.makeApiKey(area, association, input);
      if (!made.ok) return made;
      await loadApiKeys();
      return { ok: true, value: made.value.secret };
    },
    revokeApiKey: async (key) => {
      const { area, association } = own();
      const answer = await api.revokeApiKey(area, association, key);
      return answer.ok ? loadApiKeys() : answer.problem;
    },
  };
}
