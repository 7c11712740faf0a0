import { type Action, type AssociationId, authorize, type Membership } from '@nitaq/core';
import type { Answer } from '../api/problem.ts';
import type { AppState, SliceContext } from './app-state.ts';
import type { PeopleDialog, PeopleSlice, SecretLink } from './people.ts';
import { EMPTY_LINK } from './share-link.ts';

/** Reads the part of an address after #; null: it is no secret link. */
export function parseSecretLink(hash: string): SecretLink | null {
  const match = /^#(invitation|sign-in)=([A-Za-z0-9_-]{43})$/.exec(hash);
  if (match === null) return null;
  const [, kind, secret = ''] = match;
  return { kind: kind === 'invitation' ? 'invitation' : 'sign-in', secret };
}

/** What the person who is signed in is in the open area; null: nothing. */
export function ownRole({ session, area }: Pick<AppState, 'session' | 'area'>): Membership | null {
  const id = area.status === 'ready' ? area.value.area.id : null;
  return session?.person?.memberships.find((one) => one.area === id) ?? null;
}

/** Whether the person who is signed in may do something in the open area. */
export function may(
  { session, area }: Pick<AppState, 'session' | 'area'>,
  action: Action,
  association?: AssociationId | null,
): boolean {
  if (area.status !== 'ready') return false;
  const thing = { area: area.value.area.id, ...(association === undefined ? {} : { association }) };
  return authorize(session?.person ?? null, action, thing) === 'allowed';
}

/** Who is signed in, and how they come and go. */
export function peopleSlice({ get, set, api }: SliceContext): PeopleSlice {
  // An invitation that waits for the person to sign in with the account they have.
  let waiting: PeopleDialog | null = null;

  /** Shows what the service refuses; resolves to whether it did not. */
  const done = async (asked: Promise<Answer<unknown>>): Promise<boolean> => {
    set({ peopleProblem: null });
    const answer = await asked;
    if (!answer.ok) set({ peopleProblem: answer.problem });
    return answer.ok;
  };

  const loadSession = async () => {
    const answer = await api.session();
    if (answer.ok) set({ session: answer.value });
  };

  /** What may be seen depends on who asks: shows it anew, and saves what waited. */
  const enter = async (): Promise<true> => {
    set({ peopleDialog: null, peopleProblem: null });
    await loadSession();
    if (get().editing) get().retrySaving();
    else await reload();
    // What was opened while all was loaded anew stays.
    if (waiting !== null) set({ peopleDialog: waiting });
    waiting = null;
    return true;
  };

  const reload = async () => {
    const { area, plan, day, selection, view, linkedProposal, linkedMeeting } = get();
    const { linkedInitiative } = get();
    const shown = plan.status === 'ready' ? (plan.value?.plan.id ?? null) : null;
    await get().start({
      ...EMPTY_LINK,
      area: area.status === 'ready' ? area.value.area.id : null,
      plan: shown,
      day,
      selection,
      view,
      proposal: linkedProposal,
      initiative: linkedInitiative,
      meeting: linkedMeeting?.id ?? null,
      projects: linkedMeeting?.projects ?? false,
    });
  };

  return {
    session: null,
    peopleDialog: null,
    peopleProblem: null,
    canUsePasskeys: api.canUsePasskeys,
    loadSession,
    reloadAsMyself: async () => {
      await loadSession();
      await reload();
    },
    openPeopleDialog: (peopleDialog) => {
      const { peopleDialog: before } = get();
      waiting = peopleDialog?.kind === 'sign-in' && before?.kind === 'invitation' ? before : null;
      set({ peopleDialog, peopleProblem: null });
    },
    signIn: async (email, password) => {
      set({ peopleProblem: null });
      const answer = await api.signIn(email, password);
      if (!answer.ok) set({ peopleProblem: answer.problem });
      else if (answer.value.state === 'signed-in') return enter();
      else set({ peopleDialog: { kind: 'sign-in', step: 'code' } });
      return false;
    },
    signInWithCode: async (code) => (await done(api.signInWithCode(code))) && enter(),
    signInByPasskey: async () => {
      set({ peopleProblem: null });
      const options = await api.passkeySignInOptions();
      if (!options.ok) set({ peopleProblem: options.problem });
      if (!options.ok) return false;
      const proof = await api.askPasskey(options.value);
      // Null: the person closed the browser's window; they know.
      return proof !== null && (await done(api.signInByPasskey(proof))) && enter();
    },
    sendSignInLink: (email) => done(api.sendSignInLink(email)),
    signOut: async () => {
      if (!(await done(api.signOut()))) return;
      get().stopEditing();
      set({ peopleDialog: null });
      await get().reloadAsMyself();
    },
    openSecretLink: async ({ kind, secret }) => {
      if (kind === 'sign-in') {
        if (await done(api.signInByLink(secret))) await enter();
        else set({ peopleDialog: { kind: 'sign-in', step: 'password' } });
        return;
      }
      set({ peopleDialog: { kind: 'invitation', secret, view: null } });
      const answer = await api.viewInvitation(secret);
      if (answer.ok) set({ peopleDialog: { kind: 'invitation', secret, view: answer.value } });
      else set({ peopleProblem: answer.problem });
    },
    acceptInvitation: async (account) => {
      const { peopleDialog: dialog } = get();
      if (dialog?.kind !== 'invitation') return false;
      return (await done(api.acceptInvitation(dialog.secret, account))) && enter();
    },
  };
}
