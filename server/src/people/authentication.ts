import { randomBytes } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Database } from '../database/open-database.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** Where better-auth answers within this process; nobody reaches it there but `ask-authentication.ts`. */
export const AUTHENTICATION_PATH = '/api/v1/authentication';
/** The header by which better-auth is told who asks; what a client sends under this name is never passed on. */
export const ADDRESS_HEADER = 'x-nitaq-address';

const LINK_MINUTES = 15;
const SESSION_DAYS = 14;
const DAY_S = 86_400;

export interface AuthenticationOptions {
  readonly db: Database;
  /** Signs cookies and encrypts the secrets of authenticator apps. */
  readonly secret: string;
  /** Where people reach the service; passkeys are bound to its host. */
  readonly publicUrl: URL;
  readonly sendLink: (email: string, secret: string) => Promise<void>;
}

/** Who signs in and how: passwords, links by e-mail, passkeys, authenticator apps; sessions are rows that can be deleted. */
export function createAuthentication({ db, secret, publicUrl, sendLink }: AuthenticationOptions) {
  return betterAuth({
    appName: 'Nitaq',
    secret,
    baseURL: publicUrl.origin,
    basePath: AUTHENTICATION_PATH,
    trustedOrigins: [publicUrl.origin],
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Routes are limited one by one, where they are registered.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'person_session',
      expiresIn: SESSION_DAYS * DAY_S,
      updateAge: DAY_S,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        provenTwice: { type: 'boolean', required: false, input: false, fieldName: 'proven_twice' },
      },
    },
    account: {
      modelName: 'person_account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, provenTwice: PROVES_TWICE.has(context?.path ?? '') },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'nitaq',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: publicUrl.protocol === 'https:',
      // The migrations make the tables, and the tests use all of them.
      database: { generateId: () => crypto.randomUUID(), validateSchema: false },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_MINUTES * 60,
        storeToken: 'hashed',
        generateToken: async () => randomBytes(32).toString('base64url'),
        sendMagicLink: ({ email, token }) => sendLink(email, token),
      }),
      twoFactor({
        issuer: `Nitaq ${publicUrl.host}`,
        allowPasswordless: true,
        twoFactorTable: 'second_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'second_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: publicUrl.hostname,
        rpName: 'Nitaq',
        origin: publicUrl.origin,
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'person_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;

/** Sessions that are opened here rest on a device that the person holds, or on two proofs. */
const PROVES_TWICE = new Set([
  '/passkey/verify-authentication',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]);
