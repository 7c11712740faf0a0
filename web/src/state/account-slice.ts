import type { Answer } from '../api/problem.ts';
import type { AccountSlice } from './account.ts';
import type { SliceContext } from './app-state.ts';

/** What people do with their account, and with the people of the open area. */
export function accountSlice({ get, set, api }: SliceContext): AccountSlice {
  /** The value, or null after showing why there is none. */
  const valueAfter = async <T>(asked: Promise<Answer<T>>): Promise<{ readonly value: T } | null> => {
    set({ peopleProblem: null });
    const answer = await asked;
    if (answer.ok) return { value: answer.value };
    set({ peopleProblem: answer.problem });
    return null;
  };

  const loadAccount = async () => {
    const [sessions, passkeys] = await Promise.all([api.openSessions(), api.passkeys()]);
    if (sessions.ok && passkeys.ok) set({ account: { sessions: sessions.value, passkeys: passkeys.value } });
  };

  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  const loadPeople = async () => {
    const area = areaId();
    if (area === null) return;
    const [people, invitations] = await Promise.all([api.people(area), api.invitations(area)]);
    if (people.ok && invitations.ok) {
      set({ peopleHere: { area, people: people.value, invitations: invitations.value } });
    }
  };

  return {
    account: null,
    newSecondFactor: null,
    peopleHere: null,
    invitationMade: null,
    loadAccount,
    endSession: async (session) => {
      if (await valueAfter(api.endSession(session))) await loadAccount();
    },
    changePassword: async (present, next) => {
      const isChanged = (await valueAfter(api.changePassword(present, next))) !== null;
      if (isChanged) await loadAccount();
      return isChanged;
    },
    startSecondFactor: async (password) => {
      const started = await valueAfter(api.startSecondFactor(password));
      if (started) set({ newSecondFactor: started.value });
    },
    confirmSecondFactor: async (code) => {
      if ((await valueAfter(api.confirmSecondFactor(code))) === null) return false;
      set({ newSecondFactor: null });
      await Promise.all([get().loadSession(), loadAccount()]);
      return true;
    },
    addPasskey: async (name) => {
      const options = await valueAfter(api.newPasskeyOptions());
      const made = options && (await api.makePasskey(options.value));
      if (!made || !(await valueAfter(api.addPasskey(name, made)))) return;
      await Promise.all([get().loadSession(), loadAccount()]);
    },
    removePasskey: async (passkey) => {
      if (!(await valueAfter(api.removePasskey(passkey)))) return;
      await Promise.all([get().loadSession(), loadAccount()]);
    },
    loadPeople,
    removeColleague: async (person) => {
      const area = areaId();
      if (area === null || !(await valueAfter(api.removeColleague(area, person)))) return;
      if (person === get().session?.person?.id) await get().reloadAsMyself();
      else await loadPeople();
    },
    invite: async (to, email) => {
      const area = areaId();
      if (area === null) return;
      set({ invitationMade: null });
      const made = await valueAfter(api.invite(area, to, email));
      if (made === null) return;
      set({ invitationMade: { link: made.value.link } });
      await loadPeople();
    },
    withdrawInvitation: async (invitation) => {
      const area = areaId();
      if (area === null || !(await valueAfter(api.withdrawInvitation(area, invitation)))) return;
      await loadPeople();
    },
  };
}
