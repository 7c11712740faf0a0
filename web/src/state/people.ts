import type { InvitationView, Session } from '@nitaq/core';
import type { NewAccount } from '../api/people-api.ts';
import type { Problem } from '../api/problem.ts';

/** The dialog about people that is open. */
export type PeopleDialog =
  | { readonly kind: 'sign-in'; readonly step: 'password' | 'code' }
  | {
      readonly kind: 'invitation';
      readonly secret: string;
      /** What it is to; null: not known yet. */
      readonly view: InvitationView | null;
    }
  | { readonly kind: 'account' }
  | { readonly kind: 'people' };

export interface PeopleSlice {
  /** Null until the service has said who is signed in. */
  readonly session: Session | null;
  readonly peopleDialog: PeopleDialog | null;
  readonly peopleProblem: Problem | null;
  readonly canUsePasskeys: boolean;
  loadSession(): Promise<void>;
  /** Shows everything anew, as the person who is signed in may see it. */
  reloadAsMyself(): Promise<void>;
  openPeopleDialog(dialog: PeopleDialog | null): void;
  /** True when signed in; where a second factor is needed the dialog asks for it. */
  signIn(email: string, password: string): Promise<boolean>;
  signInWithCode(code: string): Promise<boolean>;
  signInByPasskey(): Promise<boolean>;
  /** True when the link was sent. */
  sendSignInLink(email: string): Promise<boolean>;
  signOut(): Promise<void>;
  /** Does what a link with a secret is for: signs in, or shows an invitation. */
  openSecretLink(link: SecretLink): Promise<void>;
  acceptInvitation(account: NewAccount | null): Promise<boolean>;
}

/** A link with a secret, as it stands after the # of the address. */
export interface SecretLink {
  readonly kind: 'invitation' | 'sign-in';
  readonly secret: string;
}
