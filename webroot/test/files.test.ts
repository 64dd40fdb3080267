import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Api, Problem, Unreachable } from '../src/core/api.js';
import { attach, Interrupted } from '../src/core/files.js';
import { Outbox, type Item } from '../src/field/outbox.js';
import { Sender } from '../src/field/sender.js';
import type { FileTask } from '../src/field/task.js';

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 31) >>> 3);
const blob = new Blob([bytes], { type: 'video/mp4' });
const file = { id: 'f-1', operation: 'op', subject: 'incident/i-1', blob, name: '영상.mp4' };

/** What the server keeps of an upload, and what it is told to do instead of answering. */
class Store {
  received = Buffer.alloc(0);
  announced: { sha256: string; bytes: number } | undefined;
  attached: unknown;
  readonly faults: ('lost' | 'answer-lost')[] = [];
  readonly froms: number[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input as string, 'http://x');
    const answer = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
    if (init?.method === 'PUT')
      return this.piece(Number(url.searchParams.get('from')), init.body as ArrayBuffer, answer);
    if (url.pathname.endsWith('/uploads'))
      this.announced = JSON.parse(init?.body as string) as { sha256: string; bytes: number };
    if (url.pathname.endsWith('/attachments')) this.attached = JSON.parse(init?.body as string);
    return answer(this.standing());
  };

  private piece(from: number, body: ArrayBuffer, answer: (body: unknown, status?: number) => Response): Response {
    this.froms.push(from);
    const fault = this.faults.shift();
    if (fault === 'lost') throw new TypeError('no network');
    if (from !== this.received.length) return answer({ code: 'upload-moved-on' }, 409);
    this.received = Buffer.concat([this.received, new Uint8Array(body)]);
    if (fault === 'answer-lost') throw new TypeError('no network');
    return answer(this.standing());
  }

  private standing() {
    return { received: this.received.length, complete: this.received.length === this.announced?.bytes };
  }
}

describe('a file on its way', () => {
  let store: Store;
  let api: Api;

  beforeEach(() => {
    store = new Store();
    api = new Api('/api/v1', store.fetch);
  });

  it('is announced with its hash, sent in pieces and attached', async () => {
    const parts: number[] = [];
    await attach(api, file, (part) => parts.push(part));
    expect(store.announced?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(store.received.equals(bytes)).toBe(true);
    expect(store.froms).toEqual([0, 1_048_576, 2_097_152]);
    expect(parts[0]).toBe(0);
    expect(store.attached).toEqual({ subject: 'incident/i-1', upload: 'f-1', name: '영상.mp4' });
  });

  it('goes on where the server stands after the line was lost', async () => {
    store.faults.push('lost');
    await expect(attach(api, file, () => undefined)).rejects.toBeInstanceOf(Unreachable);
    store.faults.push('answer-lost');
    await expect(attach(api, file, () => undefined)).rejects.toBeInstanceOf(Unreachable);
    await attach(api, file, () => undefined);
    expect(store.froms).toEqual([0, 0, 1_048_576, 2_097_152]);
    expect(store.received.equals(bytes)).toBe(true);
  });

  it('asks anew when an earlier attempt got further than it seemed', async () => {
    let once = true;
    const late = new Api('/api/v1', async (input, init) => {
      if (init?.method === 'PUT' && once) {
        once = false;
        await store.fetch(input, init);
      }
      return store.fetch(input, init);
    });
    await attach(late, file, () => undefined);
    expect(store.received.equals(bytes)).toBe(true);
  });

  it('stands back for what is more urgent, and keeps what is there', async () => {
    let asked = 0;
    await expect(
      attach(
        api,
        file,
        () => undefined,
        () => ++asked > 1,
      ),
    ).rejects.toBeInstanceOf(Interrupted);
    expect(store.received.length).toBe(1_048_576);
  });
});

describe('files in the outbox', () => {
  let outbox: Outbox;
  let sent: string[];
  let turn = 0;

  const report = (id: string, change: Partial<Item> = {}): Item => ({
    id,
    account: 'a',
    operation: 'op',
    task: { what: 'incident', body: { kind: 'OTHER', code: 3, text: id, occurredAt: '2026-06-03T00:00:00Z' } },
    place: '',
    writtenAt: turn++,
    state: 'waiting',
    ...change,
  });
  const behind = (id: string, of: string, send: FileTask['send'] = 'only'): Item => {
    const body = {
      subject: `incident/${of}`,
      name: id,
      takenAt: '2026-06-03T00:00:00Z',
      occurredAt: '2026-06-03T00:00:00Z',
    };
    return { ...report(id), task: { what: 'file', report: of, file: `bytes-${id}`, send, body } };
  };
  const states = async () => Object.fromEntries((await outbox.of('a')).map(({ id, state }) => [id, state]));

  beforeEach(async () => {
    outbox = await Outbox.open(`files-${String(turn++)}`);
    sent = [];
  });

  it('go after every report, and only when their own is in', async () => {
    await outbox.add(report('r1'), undefined, [behind('f1', 'r1')]);
    await outbox.add(report('r2'), undefined, [behind('f2', 'r2')]);
    const sender = new Sender(
      outbox,
      ({ id }) => {
        sent.push(id);
        return id === 'r2' ? Promise.reject(new Problem(422, 'empty-text', '')) : Promise.resolve({});
      },
      () => 'a',
    );
    await sender.now();
    expect(sent).toEqual(['r1', 'r2', 'f1']);
    expect(await states()).toEqual({ r1: 'sent', f1: 'sent', r2: 'refused', f2: 'waiting' });
  });

  it('follow a report that was corrected', async () => {
    await outbox.add(report('r1', { state: 'refused' }), undefined, [behind('f1', 'r1')]);
    await outbox.add(report('r2'), 'r1');
    const moved = await outbox.get('f1');
    expect(moved?.task).toMatchObject({ report: 'r2', body: { subject: 'incident/r2' } });
    expect(moved?.state).toBe('waiting');
  });

  it('let a report that is written meanwhile go first', async () => {
    await outbox.add(report('r1'), undefined, [behind('f1', 'r1')]);
    const sender = new Sender(
      outbox,
      async (item, _told, urgent) => {
        sent.push(item.id);
        if (item.id === 'f1' && sent.length === 2) {
          await outbox.add(report('r2'));
          void sender.now();
          expect(urgent()).toBe(true);
          throw new Interrupted('r2');
        }
        return {};
      },
      () => 'a',
    );
    await sender.now();
    await expect.poll(states).toEqual({ r1: 'sent', f1: 'sent', r2: 'sent' });
    expect(sent).toEqual(['r1', 'f1', 'r2', 'f1']);
    sender.stop();
  });

  it('free their room once they are there, but an original stays as long as its copy is listed', async () => {
    for (const [id, send] of [
      ['f1', 'only'],
      ['f2', 'copy'],
    ] as const) {
      await outbox.keepFile({ id: `bytes-${id}`, account: 'a', blob });
      await outbox.add(report(`r${id}`, { state: 'sent' }), undefined, [behind(id, `r${id}`, send)]);
    }
    await new Sender(
      outbox,
      () => Promise.resolve({}),
      () => 'a',
    ).now();
    expect(await outbox.file('bytes-f1')).toBeUndefined();
    expect(await outbox.file('bytes-f2')).toBeDefined();
    await outbox.remove('f2');
    expect(await outbox.file('bytes-f2')).toBeUndefined();
  });

  it('go with the draft that is thrown away', async () => {
    await outbox.keepFile({ id: 'b', account: 'a', blob });
    await outbox.keepDraft('a', {
      code: 3,
      text: '',
      files: [{ id: 'b', name: 'x', takenAt: '2026-06-03T00:00:00Z', reduced: false }],
    });
    await outbox.forgetDraft('a');
    expect(await outbox.file('b')).toBeUndefined();
  });
});
