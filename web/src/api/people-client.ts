import { allPages, answerOf, type HttpClient } from './http.ts';
import { askPasskey, canUsePasskeys, makePasskey } from './passkeys.ts';
import type { PeopleApi } from './people-api.ts';

/** The people of the service as the web app uses them. */
export function createPeopleApi(http: HttpClient): PeopleApi {
  return {
    canUsePasskeys: canUsePasskeys(),
    askPasskey,
    makePasskey,
    session: () => answerOf(http.GET('/api/v1/session')),
    signIn: (email, password) => answerOf(http.POST('/api/v1/session', { body: { email, password } })),
    signInWithCode: (code) => answerOf(http.POST('/api/v1/session/second-factor', { body: { code } })),
    sendSignInLink: (email) => answerOf(http.POST('/api/v1/session/links', { body: { email } })),
    signInByLink: (secret) => answerOf(http.POST('/api/v1/session/by-link', { body: { secret } })),
    passkeySignInOptions: () => answerOf(http.POST('/api/v1/session/passkey-options')),
    signInByPasskey: (response) => answerOf(http.POST('/api/v1/session/by-passkey', { body: response })),
    signOut: () => answerOf(http.DELETE('/api/v1/session')),
    viewInvitation: (secret) => answerOf(http.POST('/api/v1/invitations/view', { body: { secret } })),
    acceptInvitation: (secret, account) =>
      answerOf(
        http.POST('/api/v1/invitations/accept', {
          body: { secret, ...(account === null ? {} : { account }) },
        }),
      ),
    openSessions: () => allPages(() => http.GET('/api/v1/account/sessions')),
    endSession: (session) =>
      answerOf(http.DELETE('/api/v1/account/sessions/{session}', { params: { path: { session } } })),
    changePassword: (present, next) =>
      answerOf(http.PUT('/api/v1/account/password', { body: { present, next } })),
    startSecondFactor: (password) =>
      answerOf(http.POST('/api/v1/account/second-factor', { body: { password } })),
    confirmSecondFactor: (code) => answerOf(http.PUT('/api/v1/account/second-factor', { body: { code } })),
    passkeys: () => allPages(() => http.GET('/api/v1/account/passkeys')),
    newPasskeyOptions: () => answerOf(http.POST('/api/v1/account/passkey-options')),
    addPasskey: (name, response) =>
      answerOf(http.POST('/api/v1/account/passkeys', { body: { name, response } })),
    removePasskey: (passkey) =>
      answerOf(http.DELETE('/api/v1/account/passkeys/{passkey}', { params: { path: { passkey } } })),
    people: (area) => allPages(() => http.GET('/api/v1/areas/{area}/people', { params: { path: { area } } })),
    removeColleague: (area, person) =>
      answerOf(http.DELETE('/api/v1/areas/{area}/people/{person}', { params: { path: { area, person } } })),
    invitations: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/invitations', { params: { path: { area } } })),
    invite: (area, to, email) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/invitations', {
          params: { path: { area } },
          body: { ...to, email },
        }),
      ),
    withdrawInvitation: (area, invitation) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/invitations/{invitation}', {
          params: { path: { area, invitation } },
        }),
      ),
  };
}
