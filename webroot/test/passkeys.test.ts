// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Api, Problem } from '../src/core/api.js';
import { decoded, encoded, noPasskeys, Passkeys, passkeyUsed, present, signed } from '../src/core/passkeys.js';
import { Session } from '../src/core/session.js';
import { ko } from '../src/i18n/ko.js';
import { passkeyTrouble } from '../src/ui/passkey-words.js';

const who = { account: { id: 'a', login: 'officer' }, actions: [], works: [], expiresAt: '2126-06-03T00:00:00Z' };
const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

/** A server that answers each path with what is given, and notes what it was sent. */
function serving(answers: Readonly<Record<string, unknown>>) {
  const sent: [string, unknown][] = [];
  const fetcher = (input: string | URL | Request, init?: RequestInit) => {
    const path = String(input).replace('/api/v1', '');
    const body = typeof init?.body === 'string' ? init.body : undefined;
    sent.push([`${init?.method ?? 'GET'} ${path}`, body === undefined ? undefined : JSON.parse(body)]);
    return Promise.resolve(new Response(JSON.stringify(answers[path] ?? {})));
  };
  return { session: new Session(new Api('/api/v1', fetcher)), sent };
}

function device(credentials: object): void {
  vi.stubGlobal('navigator', { ...navigator, credentials });
}

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('passkeys', () => {
  it('write bytes as base64url and read them back', () => {
    expect(encoded(bytes(251, 255, 254))).toBe('-__-');
    expect(encoded(bytes(1))).toBe('AQ');
    for (const length of [0, 1, 2, 3, 56]) {
      const some = Uint8Array.from({ length }, (_, index) => (index * 37) % 256);
      expect(decoded(encoded(some.buffer))).toEqual(some);
    }
  });

  it('log in with what the device signed, and are remembered', async () => {
    const { session, sent } = serving({
      '/session/passkey/challenge': {
        publicKey: { challenge: 'AQID', rpId: 'room.test', timeout: 300_000, userVerification: 'required' },
      },
      '/session/passkey': who,
    });
    const get = vi.fn(() =>
      Promise.resolve({
        id: 'AQ',
        type: 'public-key',
        response: {
          clientDataJSON: bytes(1),
          authenticatorData: bytes(2),
          signature: bytes(3),
          userHandle: bytes(4),
        },
      }),
    );
    device({ get });
    const { signal } = new AbortController();
    expect(passkeyUsed()).toBe(false);
    await present(session, await signed(session, signal, true));
    expect(get).toHaveBeenCalledWith({
      publicKey: {
        challenge: Uint8Array.from([1, 2, 3]),
        rpId: 'room.test',
        timeout: 300_000,
        userVerification: 'required',
      },
      signal,
      mediation: 'conditional',
    });
    expect(sent.at(-1)).toEqual([
      'POST /session/passkey',
      {
        id: 'AQ',
        type: 'public-key',
        response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw', userHandle: 'BA' },
      },
    ]);
    expect(session.who?.account.login).toBe('officer');
    expect(passkeyUsed()).toBe(true);
    session.end('none');
  });

  it('are not remembered when the person did not want to', async () => {
    const { session, sent } = serving({ '/session/passkey/challenge': { publicKey: { challenge: 'AQID' } } });
    device({ get: () => Promise.resolve(null) });
    await expect(signed(session, new AbortController().signal)).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(sent).toHaveLength(1);
    expect(passkeyUsed()).toBe(false);
  });

  it('are made of what the server asks for', async () => {
    const { session, sent } = serving({
      '/session/passkeys/challenge': {
        publicKey: {
          rp: { id: 'room.test', name: '해태' },
          user: { id: 'BQ', name: 'officer', displayName: '근무자' },
          challenge: 'AQ',
          pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
          excludeCredentials: [{ type: 'public-key', id: 'Bg' }],
        },
      },
    });
    const create = vi.fn((options: CredentialCreationOptions) =>
      Promise.resolve({
        id: 'AQ',
        type: 'public-key',
        asked: options,
        response: { clientDataJSON: bytes(1), attestationObject: bytes(2) },
      }),
    );
    device({ create });
    await new Passkeys(session).add('내 전화', 'secret');
    const asked = create.mock.calls[0]?.[0].publicKey;
    expect(asked?.user.id).toEqual(Uint8Array.from([5]));
    expect(asked?.excludeCredentials).toEqual([{ type: 'public-key', id: Uint8Array.from([6]) }]);
    expect(sent).toEqual([
      ['POST /session/passkeys/challenge', { password: 'secret' }],
      [
        'POST /session/passkeys',
        {
          name: '내 전화',
          credential: { id: 'AQ', type: 'public-key', response: { clientDataJSON: 'AQ', attestationObject: 'Ag' } },
        },
      ],
    ]);
  });

  it('are not at an address of digits, nor without a secure connection', () => {
    const at = (hostname: string, secure: boolean, known: boolean) => {
      vi.stubGlobal('location', { hostname });
      vi.stubGlobal('isSecureContext', secure);
      vi.stubGlobal('PublicKeyCredential', known ? (): void => undefined : undefined);
      return noPasskeys();
    };
    expect(at('10.1.2.3', true, true)).toBe('address');
    expect(at('[::1]', true, true)).toBe('address');
    expect(at('room.test', false, true)).toBe('insecure');
    expect(at('room.test', true, false)).toBe('browser');
    expect(at('3.room.test', true, true)).toBeUndefined();
  });

  it('have words for whatever goes wrong', () => {
    expect(passkeyTrouble(new DOMException('', 'NotAllowedError'))).toBe(ko['passkey.cancelled']);
    expect(passkeyTrouble(new DOMException('', 'NotAllowedError'), true)).toBe(ko['passkey.not.made']);
    expect(passkeyTrouble(new DOMException('', 'InvalidStateError'), true)).toBe(ko['passkey.there']);
    expect(passkeyTrouble(new DOMException('', 'SecurityError'))).toBe(ko['passkey.security']);
    expect(passkeyTrouble(new Problem(401, 'passkey-unknown', ''))).toBe(ko['refusal.passkey-unknown']);
  });
});
