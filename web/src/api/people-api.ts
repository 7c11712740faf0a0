import type { AreaRole, Colleague, Invitation, InvitationView, OpenSession, Session } from '@nitaq/core';
import type { Answer } from './problem.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface SignedIn {
  readonly state: 'signed-in' | 'second-factor-needed';
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
}

/** What WebAuthn passes between browser and service. */
export type WebAuthnJson = Readonly<Record<string, unknown>>;

/** What the web app asks of the service, and of the browser's passkeys, about people. */
export interface PeopleApi {
  /** Whether this page can have passkeys. */
  readonly canUsePasskeys: boolean;
  /** Null: the person turned it down. */
  askPasskey(options: WebAuthnJson): Promise<WebAuthnJson | null>;
  makePasskey(options: WebAuthnJson): Promise<WebAuthnJson | null>;
  session(): Promise<Answer<Session>>;
  signIn(email: string, password: string): Promise<Answer<SignedIn>>;
  signInWithCode(code: string): Promise<Answer<SignedIn>>;
  sendSignInLink(email: string): Promise<Answer<unknown>>;
  signInByLink(secret: string): Promise<Answer<SignedIn>>;
  passkeySignInOptions(): Promise<Answer<WebAuthnJson>>;
  signInByPasskey(response: WebAuthnJson): Promise<Answer<SignedIn>>;
  signOut(): Promise<Answer<unknown>>;
  viewInvitation(secret: string): Promise<Answer<InvitationView>>;
  acceptInvitation(secret: string, account: NewAccount | null): Promise<Answer<unknown>>;
  openSessions(): Promise<Answer<OpenSession[]>>;
  endSession(session: string): Promise<Answer<unknown>>;
  changePassword(present: string, next: string): Promise<Answer<unknown>>;
  startSecondFactor(password: string): Promise<Answer<{ uri: string; backupCodes: string[] }>>;
  confirmSecondFactor(code: string): Promise<Answer<unknown>>;
  passkeys(): Promise<Answer<OwnPasskey[]>>;
  newPasskeyOptions(): Promise<Answer<WebAuthnJson>>;
  addPasskey(name: string, response: WebAuthnJson): Promise<Answer<unknown>>;
  removePasskey(passkey: string): Promise<Answer<unknown>>;
  people(area: string): Promise<Answer<Colleague[]>>;
  removeColleague(area: string, person: string): Promise<Answer<unknown>>;
  invitations(area: string): Promise<Answer<Invitation[]>>;
  /** The link is null where it went out by e-mail. */
  invite(
    area: string,
    to: AreaRole,
    email: string | null,
  ): Promise<Answer<{ invitation: Invitation; link: string | null }>>;
  withdrawInvitation(area: string, invitation: string): Promise<Answer<unknown>>;
}
