import { sha256 } from '@noble/hashes/sha2.js';

/** So much of a file is encrypted at a time: a film is never whole in the memory of a phone. The server counts with it too. */
const pieceBytes = 1_048_576;
const tagBytes = 16;
const nonceBytes = 12;

/** How to open what was encrypted, and what comes out of it. */
export interface Lock {
  /** AES-256, base64. */
  readonly key: string;
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** Why a sealed file is not taken out: the server's code for the same. */
export class Broken extends Error {
  constructor(readonly code: 'queue-truncated' | 'queue-tampered') {
    super(code);
  }
}

/** How long the file is once it is encrypted. */
export const sealedBytes = (bytes: number): number => bytes + Math.ceil(bytes / pieceBytes) * tagBytes;

/**
 * Encrypts a file with a key of its own, piece by piece (STREAM: the nonce is the piece's number and whether it is the last), so that
 * no piece can be changed, left out, put elsewhere or come from another file.
 */
export async function encrypted(blob: Blob): Promise<{ blob: Blob; lock: Lock }> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const sum = sha256.create();
  const pieces: Blob[] = [];
  for (let from = 0; from < blob.size; from += pieceBytes) {
    const plain = new Uint8Array(await blob.slice(from, from + pieceBytes).arrayBuffer());
    sum.update(plain);
    const iv = nonce(pieces.length, from + pieceBytes >= blob.size);
    pieces.push(new Blob([await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)]));
  }
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  return { blob: new Blob(pieces), lock: { key: base64(raw), bytes: blob.size, sha256: hex(sum.digest()) } };
}

/** What was encrypted; rejects with {@link Broken} when it is not that any more. `type` is the result's. */
export async function decrypted(
  blob: Blob,
  { key: base64Key, bytes }: Pick<Lock, 'key' | 'bytes'>,
  type: string,
): Promise<Blob> {
  if (blob.size < sealedBytes(bytes)) throw new Broken('queue-truncated');
  const key = await crypto.subtle.importKey('raw', bytesOf(base64Key), 'AES-GCM', false, ['decrypt']);
  const pieces: Blob[] = [];
  for (let from = 0; from < bytes; from += pieceBytes) {
    const at = pieces.length * (pieceBytes + tagBytes);
    const sealed = await blob.slice(at, at + Math.min(pieceBytes, bytes - from) + tagBytes).arrayBuffer();
    const iv = nonce(pieces.length, from + pieceBytes >= bytes);
    pieces.push(new Blob([await opened(key, iv, sealed)]));
  }
  return new Blob(pieces, { type });
}

async function opened(key: CryptoKey, iv: BufferSource, sealed: ArrayBuffer): Promise<ArrayBuffer> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
  } catch (error) {
    // Web Crypto says no more than that the tag is wrong.
    if (error instanceof DOMException && error.name === 'OperationError') throw new Broken('queue-tampered');
    throw error;
  }
}

function nonce(piece: number, last: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(nonceBytes));
  view.setUint32(nonceBytes - 5, piece);
  view.setUint8(nonceBytes - 1, last ? 1 : 0);
  return new Uint8Array(view.buffer);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
