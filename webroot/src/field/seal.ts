import type { JWK } from 'jose';
import { commandId } from '../core/id.js';
import { shortened } from '../core/files.js';
import { bytesOf, decrypted, encrypted, sealedBytes, type Lock } from '../core/sealed-medium.js';
import type { Draft, Item, Kept, Part, Sealed } from './outbox.js';
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
  /** In the order in which their bytes follow the sealed text. */
  readonly media: readonly Medium[];
  /** What only a phone needs, should the account be enabled again. */
  readonly phone: Mine;
}

export interface Mine {
  readonly draft?: Draft;
  /** Other forms that were being written, by their name in `kept`. */
  readonly forms?: Readonly<Record<string, unknown>>;
  /** With which key each file here was encrypted. */
  readonly files: readonly (Locked & (Lock | Whole))[];
}

interface Locked {
  readonly id: string;
  readonly part: 'blob' | 'original';
  readonly type: string;
}

/** As earlier editions encrypted, in one piece: AES-256-GCM, base64. */
interface Whole {
  readonly key: string;
  readonly iv: string;
}

/** A file behind the sealed text, for the rooms; `id` is its item's. */
export interface Medium extends Lock {
  readonly id: string;
  readonly type: string;
}

const longestType = 100;

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

/** Photographs whose smaller copies go, or went: they would have followed over Wi-Fi, and follow now. */
export function originalsOf(items: readonly Item[], files: readonly Kept[]): readonly Item[] {
  return items.flatMap((item): Item[] => {
    const { task, receipt: _receipt, refusal: _refusal, ...rest } = item;
    if (task.what !== 'file' || task.send !== 'copy') return [];
    const original = files.find(({ id, sealed }) => id === task.file && sealed === undefined)?.original;
    const queued = items.some(
      (other) => other.task.what === 'file' && other.task.file === task.file && other.task.send === 'original',
    );
    if (original === undefined || queued) return [];
    return [{ ...rest, id: commandId(), state: 'waiting', task: { ...task, send: 'original', bytes: original.size } }];
  });
}

/** The file to be handed over: what is sealed, and behind it the bytes of `parts`, where it has any. Version 1 had none. */
export function fileOf({ text, parts }: Pick<Sealed, 'text' | 'parts'>, files: readonly Kept[] = []): Blob {
  const head = JSON.stringify({ haetae: 'sealed-queue', version: parts === undefined ? 1 : 2, sealed: text });
  return new Blob(parts === undefined ? [head] : [head, '\n', ...parts.map((part) => bytesIn(part, files))], {
    type: 'application/octet-stream',
  });
}

/** Where a browser has lost one, what follows still lies where it is looked for. */
function bytesIn({ file, part, bytes }: Part, files: readonly Kept[]): BlobPart {
  const held = files.find(({ id }) => id === file)?.[part];
  return held?.size === bytes ? held : new Uint8Array(bytes);
}

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

/** The files that wait to be sent, each with the part that its item sends: these go with the sealed text. */
export function mediaOf(items: readonly Item[], keys: Locks): { media: readonly Medium[]; parts: readonly Part[] } {
  const [media, parts]: [Medium[], Part[]] = [[], []];
  for (const { id, task } of items) {
    if (task.what !== 'file') continue;
    const its = keys.filter((key) => key.id === task.file);
    const found = (task.send === 'original' ? its.find(({ part }) => part === 'original') : undefined) ?? its[0];
    // What is gone from the device, or is empty, no server takes.
    if (found === undefined || 'iv' in found || found.bytes === 0) continue;
    const { part, type, key, bytes, sha256 } = found;
    media.push({ id, type: type.slice(0, longestType), key, bytes, sha256 });
    parts.push({ file: task.file, part, bytes: sealedBytes(bytes) });
  }
  return { media, parts };
}

/** As a room takes it: a name that was not sent was not shortened yet. */
export const asSent = (task: Task): Task =>
  task.what === 'file' ? { ...task, body: { ...task.body, name: shortened(task.body.name) } } : task;

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
  const done = await encrypted(blob);
  keys.push({ id, part, type: blob.type, ...done.lock });
  return done.blob;
}

async function unlock(id: string, part: 'blob' | 'original', blob: Blob, keys: Locks): Promise<Blob | undefined> {
  const found = keys.find((one) => one.id === id && one.part === part);
  if (found === undefined) return undefined;
  if (!('iv' in found)) return decrypted(blob, found, found.type);
  const key = await crypto.subtle.importKey('raw', bytesOf(found.key), 'AES-GCM', false, ['decrypt']);
  const iv = bytesOf(found.iv);
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, await blob.arrayBuffer());
  return new Blob([bytes], { type: found.type });
}
