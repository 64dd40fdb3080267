import { describe, expect, it } from 'vitest';
import { Problem, Unreachable, type Api, type Request } from '../src/core/api.js';
import { Broken, decrypted, encrypted, sealedBytes } from '../src/core/sealed-medium.js';
import { SealedFile, type Line, type Taken } from '../src/dashboard/sealed-media.js';
import type { Item, Kept } from '../src/field/outbox.js';
import { asSent, fileOf, locked, mediaOf, originalsOf, unlocked } from '../src/field/seal.js';

const piece = 1_048_576;
const bytes = (length: number, seed = 1): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17 + (index >> 10)) % 256);
const blob = (length: number, seed?: number): Blob => new Blob([bytes(length, seed)], { type: 'video/mp4' });
const read = async (from: Blob): Promise<Uint8Array> => new Uint8Array(await from.arrayBuffer());
const why = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'opened',
    (error: unknown) => (error instanceof Broken ? error.code : error),
  );

describe('a photograph or film that is sealed', () => {
  it.each([1, piece - 1, piece, piece + 1, 2 * piece + 500])('comes back as it was: %d bytes', async (length) => {
    const { blob: sealed, lock } = await encrypted(blob(length));
    expect(sealed.size).toBe(sealedBytes(length));
    expect(lock.bytes).toBe(length);
    const opened = await decrypted(sealed, lock, 'video/mp4');
    expect(opened.type).toBe('video/mp4');
    expect(Buffer.compare(await read(opened), bytes(length))).toBe(0);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes(length))).toString('hex');
    expect(lock.sha256).toBe(digest);
  });

  it('opens in no other way than it was sealed', async () => {
    const { blob: sealed, lock } = await encrypted(blob(2 * piece + 500));
    const other = await encrypted(blob(2 * piece + 500, 2));
    const whole = await read(sealed);
    const long = piece + 16;
    const changed = whole.slice();
    changed[long + 5] = (changed[long + 5] ?? 0) ^ 1;
    const swapped = new Blob([whole.slice(long, 2 * long), whole.slice(0, long), whole.slice(2 * long)]);
    const mixed = new Blob([
      whole.slice(0, long),
      (await read(other.blob)).slice(long, 2 * long),
      whole.slice(2 * long),
    ]);

    expect(await why(decrypted(sealed.slice(0, sealed.size - 1), lock, ''))).toBe('queue-truncated');
    expect(await why(decrypted(new Blob([changed]), lock, ''))).toBe('queue-tampered');
    expect(await why(decrypted(swapped, lock, ''))).toBe('queue-tampered');
    expect(await why(decrypted(mixed, lock, ''))).toBe('queue-tampered');
    expect(await why(decrypted(sealed, other.lock, ''))).toBe('queue-tampered');
    // Its first pieces are no shorter film.
    expect(await why(decrypted(sealed.slice(0, 2 * long), { ...lock, bytes: 2 * piece }, ''))).toBe('queue-tampered');
  });
});

const fileItem = (id: string, file: string, send: 'copy' | 'original' | 'only' = 'only', name = `${id}.jpg`): Item => ({
  id,
  account: 'a',
  operation: 'o',
  task: { what: 'file', report: 'r', file, send, body: { subject: 'incident/r', name, takenAt: '', occurredAt: '' } },
  place: name,
  writtenAt: 1,
  state: 'waiting',
});
const kept = (id: string, length: number, original?: Blob): Kept => ({
  id,
  account: 'a',
  blob: blob(length, id.length),
  ...(original === undefined ? {} : { original }),
});

describe('the files of a sealed queue', () => {
  it('go behind what is sealed, each as the part that waits to be sent', async () => {
    const { files, keys } = await locked([kept('f1', 3_000), kept('f22', 100, blob(5_000, 9))], 's');
    const items = [
      fileItem('1', 'f1'),
      fileItem('2', 'f22', 'original'),
      fileItem('3', 'f22', 'copy'),
      fileItem('4', 'x'),
    ];

    const { media, parts } = mediaOf(items, keys);

    expect(media.map((one) => [one.id, one.bytes])).toEqual([
      ['1', 3_000],
      ['2', 5_000],
      ['3', 100],
    ]);
    const file = fileOf({ text: 'jwe', parts }, files);
    const head = '{"haetae":"sealed-queue","version":2,"sealed":"jwe"}\n';
    expect(await file.slice(0, head.length).text()).toBe(head);
    expect(file.size).toBe(head.length + 3_016 + 5_016 + 116);
    const [, second] = media;
    if (second === undefined) throw new Error('none');
    const out = await decrypted(file.slice(head.length + 3_016, head.length + 3_016 + 5_016), second, second.type);
    expect(Buffer.compare(await read(out), bytes(5_000, 9))).toBe(0);
    // One that the browser lost leaves its place empty.
    expect(fileOf({ text: 'jwe', parts }, files.slice(1)).size).toBe(file.size);
    expect((await unlocked(files, keys)).map((one) => [one.blob.size, one.original?.size])).toEqual([
      [3_000, undefined],
      [100, 5_000],
    ]);
  });

  it('have their originals with them, which would have followed over Wi-Fi', () => {
    const big = blob(5_000, 9);
    const files = [
      kept('sent', 10, big),
      kept('small', 10),
      kept('both', 10, big),
      { ...kept('old', 10, big), sealed: 's' },
    ];
    const items: Item[] = [
      { ...fileItem('1', 'sent', 'copy'), state: 'sent', receipt: { number: 'n', incident: 'r', at: '' } },
      fileItem('2', 'small'),
      fileItem('3', 'both', 'copy'),
      fileItem('4', 'both', 'original'),
      fileItem('5', 'old', 'copy'),
      fileItem('6', 'gone', 'copy'),
    ];
    const [only, ...more] = originalsOf(items, files);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ state: 'waiting', task: { file: 'sent', send: 'original', bytes: 5_000 } });
    expect(only?.receipt).toBeUndefined();
    expect(only?.id).not.toBe('1');
  });

  it('that an earlier edition encrypted in one piece still open', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes(500));
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
    const lock = { key: Buffer.from(raw).toString('base64'), iv: Buffer.from(iv).toString('base64') };
    const keys = [{ id: 'f', part: 'blob' as const, type: 'image/png', ...lock }];

    const [opened] = await unlocked([{ id: 'f', account: 'a', blob: new Blob([sealed]) }], keys);

    expect(opened?.blob.type).toBe('image/png');
    expect(opened?.blob.size).toBe(500);
    expect(mediaOf([fileItem('1', 'f')], keys).media).toEqual([]);
  });

  it('are named as a room takes them', () => {
    const { task } = fileItem('1', 'f', 'only', `${'가'.repeat(150)}.jpg`);
    const sent = asSent(task);
    expect(sent.what === 'file' ? sent.body.name : '').toBe(`${'가'.repeat(96)}.jpg`);
  });
});

/** A server that knows what was uploaded. */
class Rooms {
  readonly uploaded: string[] = [];
  private readonly attached = new Set<string>();
  heads = 0;
  away = false;

  constructor(private readonly media: Awaited<ReturnType<typeof made>>['media']) {}

  readonly api = {
    request: (_path: string, { content, method }: Request) => {
      if (method === 'PUT') return Promise.resolve({ complete: true, received: content?.bytes.byteLength });
      this.heads += 1;
      expect(new TextDecoder().decode(content?.bytes)).toBe('{"haetae":"sealed-queue","version":2,"sealed":"jwe"}');
      return Promise.resolve(this.taken());
    },
    command: (_path: string, { sha256 }: { sha256: string }, id: string) => {
      if (this.away) return Promise.reject(new Unreachable());
      if (id === 'up-2') return Promise.reject(new Problem(413, 'file-too-large', 'so large'));
      const known = this.media.find((one) => `up-${one.id}` === id);
      expect(known?.sha256).toBe(sha256);
      this.uploaded.push(id.slice(3));
      return Promise.resolve({ complete: false, received: 0 });
    },
  } as unknown as Api;

  private taken(): Taken {
    let from = 0;
    const items = this.media.map(({ id, ...one }): Line => {
      const medium = { upload: `up-${id}`, from, ...one };
      from += sealedBytes(one.bytes);
      const attached = this.attached.has(id);
      if (this.uploaded.includes(id)) this.attached.add(id);
      return this.uploaded.includes(id)
        ? { id, what: 'file', place: '', outcome: attached ? 'KNOWN' : 'ACCEPTED' }
        : { id, what: 'file', place: '', outcome: 'AWAITED', medium };
    });
    const awaited = items.filter(({ outcome }) => outcome === 'AWAITED').length;
    return {
      login: '',
      name: '',
      sealedAt: '',
      accepted: items.length - awaited,
      known: 0,
      refused: 0,
      awaited,
      items,
    };
  }
}

async function made(): Promise<{ file: Blob; media: ReturnType<typeof mediaOf>['media'] }> {
  const { files, keys } = await locked([kept('f1', 2_000), kept('f2', 10), kept('f3', 20), kept('f4', 30)], 's');
  const { media, parts } = mediaOf(
    ['1', '2', '3', '4'].map((id) => fileItem(id, `f${id}`)),
    keys,
  );
  return { file: fileOf({ text: 'jwe', parts }, files), media };
}

const codes = (taken: Taken): unknown => taken.items.map(({ outcome, code }) => code ?? outcome);

describe('a room that takes in a sealed file', () => {
  it('uploads what is awaited; what is broken or not taken keeps nothing else back', async () => {
    const { file, media } = await made();
    const rooms = new Rooms(media);
    const all = new Uint8Array(await file.arrayBuffer());
    // In the third medium, and one byte less at the end.
    const third = all.length - 46 - 30;
    all[third] = (all[third] ?? 0) ^ 1;
    const sealed = await SealedFile.of(rooms.api, 'o', new Blob([all.slice(0, -1)]));
    const told: string[] = [];

    const first = await sealed.take();
    const taken = await sealed.send(first, ({ place, of, part }) => told.push(`${place}/${of} ${part}`));

    expect(codes(first)).toEqual(['AWAITED', 'AWAITED', 'AWAITED', 'AWAITED']);
    expect(codes(taken)).toEqual(['ACCEPTED', 'file-too-large', 'queue-tampered', 'queue-truncated']);
    expect([taken.accepted, taken.refused, taken.awaited]).toEqual([1, 3, 0]);
    expect(rooms.uploaded).toEqual(['1']);
    expect(codes(await sealed.take()), 'of this very file').toContain('ACCEPTED');
    expect(codes(await (await SealedFile.of(rooms.api, 'o', file)).take())).toContain('KNOWN');
    expect(told).toContain('4/4 0');
    const [, second] = taken.items;
    expect(second?.medium && (await sealed.out(second.medium)).size).toBe(10);
  });

  it('says what is left where nothing answers, and goes on another time', async () => {
    const { file, media } = await made();
    const rooms = new Rooms(media.slice(0, 1));
    const sealed = await SealedFile.of(rooms.api, 'o', file);
    rooms.away = true;
    expect(codes(await sealed.send(await sealed.take(), () => undefined))).toEqual(['AWAITED']);
    rooms.away = false;
    expect(codes(await sealed.send(await sealed.take(), () => undefined))).toEqual(['ACCEPTED']);
    const before = rooms.heads;
    await sealed.send(await sealed.take(), () => undefined);
    expect(rooms.heads).toBe(before + 1);
  });
});
