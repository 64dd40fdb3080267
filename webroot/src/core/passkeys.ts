import type { Api } from './api.js';
import type { Session, Who } from './session.js';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** The domain whose addresses it is for. */
  readonly domain: string;
  readonly addedAt: string;
  readonly lastUsedAt?: string;
}

/** Why there are no passkeys on this page: its address is a number, its connection is not protected, the browser has none. */
export type NoPasskeys = 'address' | 'insecure' | 'browser';

interface Descriptor {
  readonly type: 'public-key';
  readonly id: string;
}

interface Asked {
  readonly publicKey: {
    readonly challenge: string;
    readonly rpId: string;
    readonly timeout: number;
    readonly userVerification: 'required';
  };
}

interface Wanted {
  readonly publicKey: {
    readonly rp: { readonly id: string; readonly name: string };
    readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
    readonly challenge: string;
    readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
    readonly timeout: number;
    readonly excludeCredentials: readonly Descriptor[];
    readonly authenticatorSelection: AuthenticatorSelectionCriteria;
    readonly attestation: 'none';
  };
}

const mark = 'haetae.passkey';
const ipAddress = /^[\d.]+$|^\[/;

/** Why there can be none here; undefined where there can. WebAuthn wants a domain, and TLS or this very machine. */
export function noPasskeys(): NoPasskeys | undefined {
  if (ipAddress.test(location.hostname)) return 'address';
  if (!isSecureContext) return 'insecure';
  return typeof PublicKeyCredential === 'undefined' ? 'browser' : undefined;
}

/** Whether somebody has used or made one on this device: then it is what is offered first. */
export const passkeyUsed = (): boolean => localStorage.getItem(mark) === 'used';

/** Whether the browser offers passkeys among the names that it fills in. */
export async function passkeysFilledIn(): Promise<boolean> {
  if (noPasskeys() !== undefined) return false;
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

/**
 * Has the device sign what logs in. With `filling` the browser asks nobody: it offers its passkeys with the names that it fills in,
 * until one is chosen or the signal aborts. Rejects with a DOMException when the person or the device did not want to.
 */
export async function signed(session: Session, signal: AbortSignal, filling = false): Promise<PublicKeyCredential> {
  const { publicKey } = await session.api.request<Asked>('/session/passkey/challenge', {
    method: 'POST',
    plain: true,
  });
  const credential = (await navigator.credentials.get({
    publicKey: { ...publicKey, challenge: decoded(publicKey.challenge) },
    signal,
    ...(filling ? { mediation: 'conditional' as const } : {}),
  })) as PublicKeyCredential | null;
  if (credential === null) throw new DOMException('no passkey', 'NotAllowedError');
  return credential;
}

/** Logs in with what was signed. */
export async function present(session: Session, credential: PublicKeyCredential): Promise<void> {
  const body = asserted(credential);
  session.entered(await session.api.request<Who>('/session/passkey', { method: 'POST', plain: true, body }));
  localStorage.setItem(mark, 'used');
}

/** One's own passkeys. */
export class Passkeys {
  constructor(
    private readonly session: Session,
    private readonly api: Api = session.api,
  ) {}

  async list(): Promise<readonly Passkey[]> {
    return (await this.api.get<{ items: readonly Passkey[] }>('/session/passkeys')).items;
  }

  /** Has this device make one. Rejects with a DOMException when the person or the device did not want to. */
  async add(name: string, password: string): Promise<void> {
    // A wrong password is a 401 too, and must not be sent twice.
    await this.session.fresh();
    const { publicKey } = await this.api.request<Wanted>('/session/passkeys/challenge', {
      method: 'POST',
      plain: true,
      body: { password },
    });
    const made = (await navigator.credentials.create({
      publicKey: {
        ...publicKey,
        pubKeyCredParams: [...publicKey.pubKeyCredParams],
        challenge: decoded(publicKey.challenge),
        user: { ...publicKey.user, id: decoded(publicKey.user.id) },
        excludeCredentials: publicKey.excludeCredentials.map((one) => ({ type: one.type, id: decoded(one.id) })),
      },
    })) as PublicKeyCredential | null;
    if (made === null) throw new DOMException('no passkey', 'NotAllowedError');
    await this.api.request('/session/passkeys', { method: 'POST', body: { name, credential: attested(made) } });
    localStorage.setItem(mark, 'used');
  }

  async rename(id: string, name: string): Promise<void> {
    await this.api.request(`/session/passkeys/${id}`, { method: 'PUT', body: { name } });
  }

  async remove(id: string): Promise<void> {
    await this.api.request(`/session/passkeys/${id}`, { method: 'DELETE' });
  }
}

/** As PublicKeyCredential.toJSON writes it, which Safari before 18.4 and Samsung Internet do not have. */
function asserted(credential: PublicKeyCredential): unknown {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    type: credential.type,
    response: {
      clientDataJSON: encoded(response.clientDataJSON),
      authenticatorData: encoded(response.authenticatorData),
      signature: encoded(response.signature),
      ...(response.userHandle === null ? {} : { userHandle: encoded(response.userHandle) }),
    },
  };
}

function attested(credential: PublicKeyCredential): unknown {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    type: credential.type,
    response: {
      clientDataJSON: encoded(response.clientDataJSON),
      attestationObject: encoded(response.attestationObject),
    },
  };
}

/** Base64url without padding, as WebAuthn writes bytes in JSON. */
export function encoded(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function decoded(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
