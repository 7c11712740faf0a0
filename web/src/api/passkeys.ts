import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { WebAuthnJson } from './people-api.ts';

/** Has the browser prove a passkey; null where the person does not want to, or has none. */
export async function askPasskey(options: WebAuthnJson): Promise<WebAuthnJson | null> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return startAuthentication({ optionsJSON }).then(plain, () => null);
}

/** Has the browser make a passkey; null where the person does not want to, or has this one already. */
export async function makePasskey(options: WebAuthnJson): Promise<WebAuthnJson | null> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { startRegistration } = await import('@simplewebauthn/browser');
  return startRegistration({ optionsJSON }).then(plain, () => null);
}

/** Browsers make passkeys for names, never for the numbers of an address, and only where nobody can listen. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && !/^[\d.:[\]]+$/.test(location.hostname);
}

function plain(credential: object): WebAuthnJson {
  return { ...credential };
}
