import { Problem, Unreachable, type Api } from '../core/api.js';
import { upload } from '../core/files.js';
import { inside } from '../core/remote.js';
import { Broken, decrypted, sealedBytes } from '../core/sealed-medium.js';

/** Where a photograph or film lies in a sealed file, and how it is read and uploaded: `medium` of the API. */
export interface Medium {
  readonly upload: string;
  readonly type: string;
  readonly bytes: number;
  readonly key: string;
  /** In bytes behind the first line feed. */
  readonly from: number;
}

/** What became of one unsent report: `SealedQueueTaken` of the API. */
export interface Line {
  readonly id: string;
  readonly what: string;
  readonly place: string;
  readonly outcome: 'ACCEPTED' | 'KNOWN' | 'REFUSED' | 'AWAITED';
  readonly number?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly task?: { readonly body?: { readonly text?: string; readonly reason?: string; readonly name?: string } };
  readonly medium?: Medium;
}

export interface Taken {
  readonly login: string;
  readonly name: string;
  readonly sealedAt: string;
  readonly accepted: number;
  readonly known: number;
  readonly refused: number;
  readonly awaited: number;
  readonly items: readonly Line[];
}

/** How far the photographs and films are: the one on its way, of how many, and how much of it is there, from 0 to 1. */
export interface Progress {
  readonly place: number;
  readonly of: number;
  readonly part: number;
}

const lookedAtBytes = 1_048_576;
const lineFeed = 10;

/** Where what is sealed ends and the bytes of the files begin; a file of version 1 is sealed as a whole. */
async function headOf(file: Blob): Promise<number> {
  for (let from = 0; from < file.size; from += lookedAtBytes) {
    const found = new Uint8Array(await file.slice(from, from + lookedAtBytes).arrayBuffer()).indexOf(lineFeed);
    if (found >= 0) return from + found;
  }
  return file.size;
}

/** A sealed file that a room takes in: its reports first, then what is not there yet of its photographs and films. */
export class SealedFile {
  private readonly accepted = new Set<string>();
  private readonly refused = new Map<string, { readonly code: string; readonly detail: string }>();

  private constructor(
    private readonly api: Api,
    private readonly operation: string,
    private readonly file: Blob,
    private readonly head: number,
  ) {}

  static async of(api: Api, operation: string, file: Blob): Promise<SealedFile> {
    return new SealedFile(api, operation, file, await headOf(file));
  }

  /** May be repeated; rejects when the file as a whole is refused. */
  async take(): Promise<Taken> {
    const content = { type: 'application/octet-stream', bytes: await this.file.slice(0, this.head).arrayBuffer() };
    const path = `${inside(this.operation)}/sealed-queues`;
    return this.judged(await this.api.request<Taken>(path, { method: 'POST', content, timeoutMillis: 120_000 }));
  }

  /**
   * Uploads what is awaited, one after the other, and takes the file in once more. What is broken or is not taken is refused and keeps nobody
   * waiting; where nothing answers, the rest stays awaited.
   */
  async send(taken: Taken, told: (progress: Progress) => void): Promise<Taken> {
    const awaited = taken.items.filter(({ outcome }) => outcome === 'AWAITED');
    for (const [index, line] of awaited.entries()) {
      const at = (part: number): void => told({ place: index + 1, of: awaited.length, part });
      at(0);
      if (!(await this.sent(line, at))) break;
    }
    return awaited.length === 0 ? taken : this.take();
  }

  /** Takes a photograph or film out; rejects with {@link Broken}. */
  out({ from, bytes, key, type }: Medium): Promise<Blob> {
    const start = this.head + 1 + from;
    return decrypted(this.file.slice(start, start + sealedBytes(bytes)), { key, bytes }, type);
  }

  /** Whether to go on with the next. */
  private async sent({ id, medium }: Line, told: (part: number) => void): Promise<boolean> {
    if (medium === undefined) return true;
    try {
      await upload(this.api, { id: medium.upload, blob: await this.out(medium) }, told);
      return true;
    } catch (error) {
      if (error instanceof Broken) this.refused.set(id, { code: error.code, detail: '' });
      else if (error instanceof Problem && !error.passing && error.status !== 401) this.refused.set(id, error);
      else if (error instanceof Problem || error instanceof Unreachable) return false;
      else throw error;
      return true;
    }
  }

  /** With what this side found out; what it brought in itself was not known before. */
  private judged(taken: Taken): Taken {
    const items = taken.items.map((line): Line => {
      if (line.outcome === 'ACCEPTED') this.accepted.add(line.id);
      if (line.outcome === 'KNOWN' && this.accepted.has(line.id)) return { ...line, outcome: 'ACCEPTED' };
      const why = line.outcome === 'AWAITED' ? this.refused.get(line.id) : undefined;
      return why === undefined ? line : { ...line, outcome: 'REFUSED', code: why.code, detail: why.detail };
    });
    const count = (of: Line['outcome']): number => items.filter(({ outcome }) => outcome === of).length;
    const [accepted, known] = [count('ACCEPTED'), count('KNOWN')];
    return { ...taken, items, accepted, known, refused: count('REFUSED'), awaited: count('AWAITED') };
  }
}
