import { DomainError, type PersonId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { findIdentity, type Identity } from '../repositories/person-repository.ts';
import type { Account } from '../services/accept-invitation.ts';
import { linkTo } from '../services/link-secret.ts';
import { type Authentication, createAuthentication } from './authentication.ts';
import { signInLinkMail } from './mail-texts.ts';
import type { SendMail } from './mailer.ts';

export interface PeopleOptions {
  readonly signingSecret: string;
  readonly publicUrl: URL;
  /** Null: no e-mail is set up, and links are shown to whoever made them. */
  readonly sendMail: SendMail | null;
}

/** Who is there: the people of the service, and how they are known again. */
export interface People {
  /** Made at the first use: a service that is only described needs none. */
  readonly authentication: () => Authentication;
  readonly publicUrl: URL;
  readonly sendMail: SendMail | null;
  /** Who sent these cookies; null: nobody who is signed in. */
  readonly identify: (cookie: string | undefined) => Promise<Identity | null>;
  /** Makes somebody who signs in with a password. Errors: `account-exists`. */
  readonly makePerson: (account: Account) => Promise<PersonId>;
}

export function createPeople(db: Database, options: PeopleOptions): People {
  const { signingSecret: secret, publicUrl, sendMail } = options;
  let made: Authentication | undefined;
  const authentication = () => {
    made ??= createAuthentication({
      db,
      secret,
      publicUrl,
      sendLink: async (email, linkSecret) => {
        await sendMail?.({ to: email, ...signInLinkMail(linkTo(publicUrl, 'sign-in', linkSecret)) });
      },
    });
    return made;
  };
  return {
    authentication,
    publicUrl,
    sendMail,
    identify: (cookie) => identify(db, cookie),
    makePerson: (account) => makePerson(authentication(), account),
  };
}

/** The token is a secret of 32 random letters; what follows its dot is a signature that adds nothing to it. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?nitaq\.session_token=([A-Za-z0-9]+)/;

async function identify(db: Database, cookie: string | undefined): Promise<Identity | null> {
  const token = SESSION_COOKIE.exec(cookie ?? '')?.[1];
  return token === undefined ? null : findIdentity(db, token, new Date());
}

async function makePerson(
  authentication: Authentication,
  { name, email, password }: Account,
): Promise<PersonId> {
  const { internalAdapter, password: passwords } = await authentication.$context;
  const hash = await passwords.hash(password);
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new DomainError('account-exists');
  const { id } = await internalAdapter.createUser(
    { name, email, emailVerified: false },
    { method: 'invitation' },
  );
  await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
  return id as PersonId;
}
