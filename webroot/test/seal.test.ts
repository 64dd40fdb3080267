import 'fake-indexeddb/auto';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { Outbox, type Item, type Sealed } from '../src/field/outbox.js';
import { fromCookie, isFull, storing } from '../src/field/room.js';
import { fileOf, locked, nameOf, seal, unlocked, unsentOf, type Content } from '../src/field/seal.js';

const item = (id: string, writtenAt: number, state: Item['state'] = 'waiting'): Item => ({
  id,
  account: 'a',
  operation: 'o',
  task: { what: 'incident', body: { kind: 'OTHER', code: 3, text: `신고 ${id}`, occurredAt: '2026-06-03T01:00:00Z' } },
  place: '',
  writtenAt,
  state,
});
const sealed = (id: string): Sealed => ({
  id,
  account: 'a',
  login: 'l',
  name: 'n',
  at: 1,
  reports: 1,
  files: 0,
  text: 'x',
});

let outbox: Outbox | undefined;
afterEach(() => outbox?.close());

describe('unsent reports of a disabled account', () => {
  it('are opened by the private key alone, and only as they were', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const content: Content = {
      account: 'a',
      login: 'l',
      name: '김경위',
      voucher: 'v',
      sealedAt: '2026-06-03T01:00:00Z',
      deviceOffSeconds: 0,
      items: [{ id: '1', operation: 'o', place: '', task: item('1', 1).task }],
      media: [],
      phone: { files: [] },
    };

    const text = await seal(content, { key: { ...(await exportJWK(publicKey)), kid: 'k' }, voucher: 'v' });

    const { plaintext, protectedHeader } = await compactDecrypt(text, privateKey);
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(content);
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'k' });
    expect(text).not.toContain('김경위');
    const parts = text.split('.');
    parts[3] = `${parts[3]?.startsWith('A') === true ? 'B' : 'A'}${parts[3]?.slice(1) ?? ''}`;
    await expect(compactDecrypt(parts.join('.'), privateKey)).rejects.toThrow();
    expect(JSON.parse(await fileOf({ text }).text())).toEqual({ haetae: 'sealed-queue', version: 1, sealed: text });
  });

  it('are all that was not sent, oldest first, and a file says whose and when', () => {
    const items = [item('3', 3, 'refused'), item('2', 2, 'sent'), item('1', 1)];
    expect(unsentOf(items).map(({ id }) => id)).toEqual(['1', '3']);
    expect(nameOf('kim', Date.parse('2026-06-03T15:07:21Z'))).toBe('haetae-queue-kim-20260604-0007.haetae');
  });

  it('leave nothing readable of the account on the device, and come back whole', async () => {
    outbox = await Outbox.open(`seal-${String(Math.random())}`);
    await outbox.add(item('1', 1));
    await outbox.put({ ...item('other', 1), account: 'b' });
    await outbox.keepDraft('a', { code: 3, text: '쓰다 만 신고' });
    await outbox.keepFile({ id: 'f', account: 'a', blob: new Blob(['사진'], { type: 'image/jpeg' }) });
    const { files, keys } = await locked(await outbox.filesOf('a'), 's');

    await outbox.seal(sealed('s'), files);

    expect(await outbox.of('a')).toEqual([]);
    expect(await outbox.of('b')).toHaveLength(1);
    expect(await outbox.draft('a')).toBeUndefined();
    expect(await (await outbox.file('f'))?.blob.text()).not.toContain('사진');
    // Another sealing later does not take away what only the first can open.
    await outbox.seal(sealed('t'), []);
    expect((await outbox.sealed()).map(({ id }) => id)).toEqual(['s', 't']);
    const opened = await unlocked(await outbox.filesOf('a'), keys);
    await outbox.unseal(sealed('s'), [item('1', 1)], opened, { code: 3, text: '쓰다 만 신고' });
    expect(await outbox.of('a')).toHaveLength(1);
    expect(await (await outbox.file('f'))?.blob.text()).toBe('사진');
    expect((await outbox.draft('a'))?.text).toBe('쓰다 만 신고');
    expect((await outbox.sealed()).map(({ id }) => id)).toEqual(['t']);
  });

  it('are noted outside the database, without a word of them', () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef';
    expect(fromCookie(`a=b; haetae_waiting=${id}.3.1780000000000; c=d`)).toEqual({
      account: id,
      reports: 3,
      at: 1_780_000_000_000,
    });
    for (const wrong of ['', 'haetae_waiting=', `haetae_waiting=${id}.x.1`, `not_haetae_waiting=${id}.3.1`])
      expect(fromCookie(wrong)).toBeUndefined();
  });
});

describe('a full device', () => {
  const full = (): DOMException => new DOMException('full', 'QuotaExceededError');

  it('is asked once more after room was made, and only when it was full', async () => {
    const said: string[] = [];
    const room = (): Promise<void> => Promise.resolve(void said.push('room'));
    const first = (error: unknown) => (): Promise<string> => {
      said.push('try');
      return said.length === 1 ? Promise.reject(error as Error) : Promise.resolve('kept');
    };
    expect(await storing(first(full()), room)).toBe('kept');
    expect(said).toEqual(['try', 'room', 'try']);
    said.length = 0;
    await expect(storing(first(new Error('other')), room)).rejects.toThrow('other');
    expect(said).toEqual(['try']);
    expect([full(), new Error('QuotaExceededError')].map(isFull)).toEqual([true, false]);
  });
});
