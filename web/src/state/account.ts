import type { AreaRole, Colleague, Invitation, OpenSession } from '@nitaq/core';
import type { OwnPasskey } from '../api/people-api.ts';

export type { OwnPasskey };

export interface OwnAccount {
  readonly sessions: readonly OpenSession[];
  readonly passkeys: readonly OwnPasskey[];
}

/** An authenticator app that waits for its first code. */
export interface NewSecondFactor {
  /** An otpauth:// address, for a QR code. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

export interface PeopleHere {
  readonly area: string;
  readonly people: readonly Colleague[];
  readonly invitations: readonly Invitation[];
}

/** An invitation that was just made; link null: it went out by e-mail. */
export interface InvitationMade {
  readonly link: string | null;
}

export interface AccountSlice {
  /** Null until it was loaded. */
  readonly account: OwnAccount | null;
  readonly newSecondFactor: NewSecondFactor | null;
  readonly peopleHere: PeopleHere | null;
  readonly invitationMade: InvitationMade | null;
  loadAccount(): Promise<void>;
  endSession(session: string): Promise<void>;
  /** True when it was changed. */
  changePassword(present: string, next: string): Promise<boolean>;
  startSecondFactor(password: string): Promise<void>;
  confirmSecondFactor(code: string): Promise<boolean>;
  addPasskey(name: string): Promise<void>;
  removePasskey(passkey: string): Promise<void>;
  loadPeople(): Promise<void>;
  removeColleague(person: string): Promise<void>;
  invite(to: AreaRole, email: string | null): Promise<void>;
  withdrawInvitation(invitation: string): Promise<void>;
}
