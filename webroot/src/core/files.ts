import { sha256 } from '@noble/hashes/sha2.js';
import { Problem, type Answer, type Api } from './api.js';
import type { Attachment } from './entities.js';
import { inside } from './remote.js';
import type { Word } from '../i18n/index.js';

/** What the server says of an upload; the next piece begins at `received`. */
interface Standing {
  readonly received: number;
  readonly complete: boolean;
}

/** A file to be attached, with what it is known by. */
export interface Attaching {
  /** The attachment's id, and its upload's: the same over every attempt. */
  readonly id: string;
  readonly operation: string;
  /** Kind and id, such as `incident/0192…`. */
  readonly subject: string;
  readonly blob: Blob;
  readonly name: string;
  readonly takenAt?: string;
}

/** What a file may be, as the field to choose one wants it: Hangul's documents have no type that all systems know. */
export const attachable = 'image/*,video/*,audio/*,application/pdf,.pdf,.hwp,.hwpx';

/** What the file is, by its bytes. */
export const whatIs = ({ type }: Pick<Attachment, 'type'>): Word =>
  type.startsWith('image/')
    ? 'files.photo'
    : type.startsWith('video/')
      ? 'files.film'
      : type.startsWith('audio/')
        ? 'files.recording'
        : 'files.document';

/** Something more urgent is to be sent first; what was sent of the file stays. */
export class Interrupted extends Error {}

/** Whole chunks of the server's 256 KiB, and short enough for a bad line. */
const pieceBytes = 1_048_576;
const pieceMillis = 120_000;
const longestName = 100;

/** Bit by bit: a film is never whole in the memory of a phone. */
async function hash(blob: Blob): Promise<string> {
  const sum = sha256.create();
  for (let from = 0; from < blob.size; from += pieceBytes) {
    sum.update(new Uint8Array(await blob.slice(from, from + pieceBytes).arrayBuffer()));
  }
  return Array.from(sum.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends a file's bytes from where the server stands. Tells how much of it is there, from 0 to 1, before each piece; `urgent` is asked
 * as often.
 */
export async function upload(
  api: Api,
  { id, blob }: Pick<Attaching, 'id' | 'blob'>,
  told: (part: number) => void,
  urgent: () => boolean = () => false,
): Promise<void> {
  const announced = { sha256: await hash(blob), bytes: blob.size, type: blob.type || 'application/octet-stream' };
  let standing = await api.command<Standing & Answer>('/uploads', announced, id);
  while (!standing.complete) {
    if (urgent()) throw new Interrupted('something else first');
    told(standing.received / blob.size);
    standing = await piece(api, id, blob, standing.received);
  }
}

/** Attaches what was sent. */
export function bind(api: Api, file: Omit<Attaching, 'blob'>): Promise<Answer> {
  const { id, subject, takenAt } = file;
  const name = shortened(file.name);
  return api.command(
    `${inside(file.operation)}/attachments`,
    { subject, upload: id, ...(name === '' ? {} : { name }), ...(takenAt === undefined ? {} : { takenAt }) },
    id,
  );
}

/** Sends a file, then attaches it. */
export async function attach(
  api: Api,
  file: Attaching,
  told: (part: number) => void,
  urgent: () => boolean = () => false,
): Promise<Answer> {
  await upload(api, file, told, urgent);
  return bind(api, file);
}

/** Keeps the ending, by which one knows what it is. */
export function shortened(name: string): string {
  const point = name.lastIndexOf('.');
  const ending = point > 0 && name.length - point < 10 ? name.slice(point) : '';
  return `${name.slice(0, Math.min(name.length - ending.length, longestName - ending.length))}${ending}`.trim();
}

async function piece(api: Api, id: string, blob: Blob, from: number): Promise<Standing> {
  const path = `/uploads/${encodeURIComponent(id)}`;
  try {
    const bytes = await blob.slice(from, from + pieceBytes).arrayBuffer();
    const content = { type: 'application/octet-stream', bytes };
    return await api.request<Standing>(path, { method: 'PUT', content, query: { from }, timeoutMillis: pieceMillis });
  } catch (error) {
    // An earlier attempt, cut off before its answer came, got further than it seemed.
    if (error instanceof Problem && error.code === 'upload-moved-on') return api.get<Standing>(path);
    throw error;
  }
}
