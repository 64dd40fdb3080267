import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outbox, type Item } from '../src/field/outbox.js';

let outbox: Outbox;
let turn = 0;

const item = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  account: 'a',
  operation: 'op',
  task: { what: 'incident', body: { kind: 'OTHER', code: 3, text: id, occurredAt: '2026-06-03T00:00:00Z' } },
  place: '',
  writtenAt: Number(id),
  state: 'waiting',
  ...change,
});

beforeEach(async () => {
  outbox = await Outbox.open(`outbox-${String(turn++)}`);
});
afterEach(() => outbox.close());

describe('the outbox', () => {
  it('survives a reload, newest first', async () => {
    const name = `outbox-reload-${String(turn)}`;
    const before = await Outbox.open(name);
    await before.add(item('1'));
    await before.add(item('2'));
    await before.keepDraft('a', { code: 3, text: 'half a sent' });
    before.close();
    const after = await Outbox.open(name);
    expect((await after.of('a')).map(({ id }) => id)).toEqual(['2', '1']);
    expect(await after.draft('a')).toEqual({ code: 3, text: 'half a sent' });
    after.close();
  });

  it('takes the draft and the corrected report away in the same step', async () => {
    await outbox.add(item('1', { state: 'refused' }));
    await outbox.keepDraft('a', { code: 3, text: 'corrected', replaces: '1' });
    await outbox.add(item('2'), '1');
    expect((await outbox.of('a')).map(({ id }) => id)).toEqual(['2']);
    expect(await outbox.draft('a')).toBeUndefined();
  });

  it('keeps the accounts of one device apart', async () => {
    await outbox.add(item('1'));
    await outbox.add(item('2', { account: 'b' }));
    await outbox.add(item('3', { account: 'b', state: 'sent' }));
    await outbox.keepDraft('b', { code: 1, text: 'of b' });
    expect((await outbox.of('a')).map(({ id }) => id)).toEqual(['1']);
    expect(await outbox.unsentOfOthers('a')).toBe(1);
    expect(await outbox.draft('a')).toBeUndefined();
  });

  it('forgets old receipts, never what is not sent', async () => {
    for (let index = 1; index <= 40; index++) await outbox.add(item(String(index), { state: 'sent' }));
    await outbox.add(item('0', { state: 'refused' }));
    await outbox.tidy('a');
    const left = await outbox.of('a');
    expect(left.filter(({ state }) => state === 'sent')).toHaveLength(30);
    expect(left.at(-1)?.id).toBe('0');
  });

  it('carries what an earlier version stored over, unsent', async () => {
    const name = `outbox-old-${String(turn)}`;
    const report = { kind: 'OTHER', code: 3, text: 'old', occurredAt: '2026-06-03T00:00:00Z' };
    const { task: _, ...rest } = item('1');
    const old = await openDB(name, 1, {
      upgrade(made) {
        made.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'account');
        made.createObjectStore('draft');
      },
    });
    await old.put('outbox', { ...rest, report });
    old.close();
    const now = await Outbox.open(name);
    expect(await now.of('a')).toEqual([{ ...rest, task: { what: 'incident', body: report } }]);
    now.close();
  });

  it('leaves the draft of an incident alone when something else is put in', async () => {
    await outbox.keepDraft('a', { code: 3, text: 'half a sent' });
    await outbox.add(
      item('1', { task: { what: 'check-in', body: { post: 'p', occurredAt: '2026-06-03T00:00:00Z' } } }),
    );
    expect((await outbox.draft('a'))?.text).toBe('half a sent');
  });
});
