import type { JWK } from 'jose';
import type { Draft, Item, Kept } from './outbox.js';
import type { Task } from './task.js';

/** The rooms' public key, and what proves that this account was logged in where it was fetched: `GET /sealing-key`. */
export interface SealingKey {
  readonly key: JWK;
  readonly voucher: string;
}

/** The content of a sealed queue; all but `phone` is the server's `SealedQueue`. */
export interface Content {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly voucher: string;
  readonly sealedAt: string;
  /** How far the device's clock was ahead. */
  readonly deviceOffSeconds: number;
  readonly items: readonly {
    readonly id: string;
    readonly operation: string;
    readonly place: string;
    readonly task: Task;
  }[];
  /** What only a phone needs, should the account be enabled again. */
  readonly phone: Mine;
}

export interface Mine {
  readonly draft?: Draft;
  /** Other forms that were being written, by their name in `kept`. */
  readonly forms?: Readonly<Record<string, unknown>>;
  /** With which key each file that stays here was encrypted: AES-256-GCM, base64. */
  readonly files: readonly {
    readonly id: string;
    readonly part: 'blob' | 'original';
    readonly type: string;
    readonly key: string;
    readonly iv: string;
  }[];
}

/** Where no key was fetched, or the page came without TLS, nothing can be sealed. */
export const canSeal = (key: SealingKey | undefined): key is SealingKey =>
  key !== undefined && typeof crypto.subtle !== 'undefined';

/** A compact JWE: ECDH-ES, A256GCM. Fetched with the page, so that it is there without a signal. */
export async function seal(content: Content, { key }: SealingKey): Promise<string> {
  const [{ CompactEncrypt }, { importJWK }] = await Promise.all([
    import('jose/jwe/compact/encrypt'),
    import('jose/key/import'),
  ]);
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', ...(key.kid === undefined ? {} : { kid: key.kid }) };
  const text = new TextEncoder().encode(JSON.stringify(content));
  return new CompactEncrypt(text).setProtectedHeader(header).encrypt(await importJWK(key, 'ECDH-ES'));
}

/** What is not sent, oldest first. */
export const unsentOf = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ state }) => state !== 'sent').reverse();

/** The file to be handed over. */
export const fileOf = (sealed: string): Blob =>
  new Blob([JSON.stringify({ haetae: 'sealed-queue', version: 1, sealed })], { type: 'application/octet-stream' });

/** `haetae-queue-<login>-<time>.haetae`, the time in Korea. */
export function nameOf(login: string, at: number): string {
  const korea = new Date(at + 9 * 3_600_000).toISOString();
  return `haetae-queue-${login}-${korea.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}.haetae`;
}

type Locks = Mine['files'];

/** Encrypts files that are too large for the sealed text; their keys go into it. */
export async function locked(files: readonly Kept[], sealed: string): Promise<{ files: readonly Kept[]; keys: Locks }> {
  const [done, keys]: [Kept[], Locks[number][]] = [[], []];
  for (const file of files) {
    const blob = await lock(file.id, 'blob', file.blob, keys);
    const original = file.original === undefined ? undefined : await lock(file.id, 'original', file.original, keys);
    done.push({ id: file.id, account: file.account, sealed, blob, ...(original === undefined ? {} : { original }) });
  }
  return { files: done, keys };
}

export async function unlocked(files: readonly Kept[], keys: Locks): Promise<readonly Kept[]> {
  const done: Kept[] = [];
  for (const file of files) {
    const blob = await unlock(file.id, 'blob', file.blob, keys);
    if (blob === undefined) continue;
    const original = file.original === undefined ? undefined : await unlock(file.id, 'original', file.original, keys);
    done.push({ id: file.id, account: file.account, blob, ...(original === undefined ? {} : { original }) });
  }
  return done;
}

async function lock(id: string, part: 'blob' | 'original', blob: Blob, keys: Locks[number][]): Promise<Blob> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, await blob.arrayBuffer());
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  keys.push({ id, part, type: blob.type, key: base64(raw), iv: base64(iv) });
  return new Blob([bytes]);
}

async function unlock(id: string, part: 'blob' | 'original', blob: Blob, keys: Locks): Promise<Blob | undefined> {
  const found = keys.find((one) => one.id === id && one.part === part);
  if (found === undefined) return undefined;
  const key = await crypto.subtle.importKey('raw', bytesOf(found.key), 'AES-GCM', false, ['decrypt']);
  const iv = bytesOf(found.iv);
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, await blob.arrayBuffer());
  return new Blob([bytes], { type: found.type });
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
