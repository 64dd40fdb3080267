import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Api, Problem } from '../src/core/api.js';
import { inside } from '../src/core/remote.js';
import { Outbox, type Item } from '../src/field/outbox.js';
import { Sender, type Reported } from '../src/field/sender.js';
import { pathOf, tellsDeviceTime, type Task } from '../src/field/task.js';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';

let house: House;
let server: FakeServer;
let outbox: Outbox;
let sender: Sender;
let account: string | undefined;
let keys: string[];
let turn = 0;

const item = (id: string, text: string, change: Partial<Item> = {}): Item => ({
  id,
  account: 'a-1',
  operation: house.operation,
  task: { what: 'incident', body: { kind: 'TRAFFIC', code: 3, text, occurredAt: '2026-06-03T00:00:00Z' } },
  place: '',
  writtenAt: turn++,
  state: 'waiting',
  ...change,
});
const overload = { status: 503, body: { code: 'overloaded' } };
const numbers = () =>
  [...house.entities.values()].filter((entity) => entity.kind === 'incident').map((entity) => entity.number);
const states = async () => (await outbox.of('a-1')).map(({ state }) => state).reverse();

beforeEach(async () => {
  house = new House();
  server = new FakeServer(house);
  outbox = await Outbox.open(`sender-${String(turn++)}`);
  account = 'a-1';
  keys = [];
  const api = new Api(`http://127.0.0.1:${String(await server.listen())}/api/v1`);
  const post = (one: Item) => {
    keys.push(one.id);
    const path = `${inside(one.operation)}${pathOf(one.task)}`;
    return api.command<Reported>(path, one.task.body, one.id, { deviceTime: tellsDeviceTime(one.task) });
  };
  sender = new Sender(outbox, post, () => account, { firstMillis: 5, mostMillis: 20 });
});
afterEach(async () => {
  sender.stop();
  outbox.close();
  await server.close();
});

describe('on a full device the sender', () => {
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });

  it('sends what could not be stored, in its turn, and knows that it was sent', async () => {
    await outbox.add(item('k1', 'stored'));
    await outbox.keepDraft('a-1', { kind: 'TRAFFIC', code: 3, text: 'held' });
    const stored = full();
    outbox.hold(item('k2', 'held'));
    expect(outbox.fleeting).toBe(1);

    await sender.now();

    expect(keys).toEqual(['k1', 'k2']);
    expect(await states()).toEqual(['sent', 'sent']);
    expect(outbox.fleeting).toBe(0);
    await sender.now();
    expect(keys, 'and not again').toEqual(['k1', 'k2']);
    stored.mockRestore();
    await sender.now();
    expect((await outbox.get('k2'))?.state).toBe('sent');
    expect(await outbox.draft('a-1'), 'nor a second time by hand').toBeUndefined();
    expect(keys).toHaveLength(2);
  });

  it('stores what was held as soon as there is room', async () => {
    const stored = full();
    await outbox.put(item('k1', 'held'));
    expect((await outbox.of('a-1')).map(({ id }) => id)).toEqual(['k1']);
    expect(await outbox.of('b')).toEqual([]);
    stored.mockRestore();
    await outbox.settle();
    expect(outbox.fleeting).toBe(0);
    expect(await outbox.get('k1')).toMatchObject({ state: 'waiting' });
    await outbox.remove('k1');
    expect(await outbox.of('a-1')).toEqual([]);
  });
});

describe('the sender', () => {
  it('sends what waits, in the order it was written, and keeps the receipt', async () => {
    await outbox.add(item('k1', 'first'));
    await outbox.add(item('k2', 'second'));
    await sender.now();
    expect(keys).toEqual(['k1', 'k2']);
    const [newest] = await outbox.of('a-1');
    expect(newest?.state).toBe('sent');
    expect(newest?.receipt?.number).toBe(numbers()[1]);
  });

  it('repeats with the same id while nothing answers, and it is recorded once', async () => {
    server.failures.push('cut', overload, overload);
    await outbox.add(item('k1', 'first'));
    await sender.now();
    expect(await states()).toEqual(['waiting']);
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']));
    expect(new Set(keys)).toEqual(new Set(['k1']));
    expect(keys).toHaveLength(4);
    expect(numbers()).toHaveLength(1);
  });

  it('says that the account is disabled, and takes that for no refusal of the report', async () => {
    await outbox.add(item('k1', 'first'));
    let shut = 0;
    const post = (): Promise<Reported> => Promise.reject(new Problem(403, 'account-disabled', ''));
    sender = new Sender(
      outbox,
      post,
      () => account,
      { firstMillis: 5, mostMillis: 20 },
      () => {
        shut++;
        account = undefined;
      },
    );
    await sender.now();
    expect(shut).toBe(1);
    expect(await states()).toEqual(['waiting']);
  });

  it('gets the original number when only the answer was lost', async () => {
    await outbox.add(item('k1', 'first'));
    await sender.now();
    const [sent] = await outbox.of('a-1');
    await outbox.put({ ...item('k1', 'first'), state: 'waiting' });
    await sender.now();
    expect((await outbox.of('a-1'))[0]?.receipt).toEqual(sent?.receipt);
    expect(numbers()).toHaveLength(1);
  });

  it('keeps what is refused, says why, and goes on with the others', async () => {
    await outbox.add(item('k1', '거부'));
    await outbox.add(item('k2', 'second'));
    await sender.now();
    expect(await states()).toEqual(['refused', 'sent']);
    const refused = await outbox.get('k1');
    expect(refused?.refusal).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
    expect(refused?.task.body).toMatchObject({ text: '거부' });
  });

  it('waits for a log-in, then sends', async () => {
    server.account = undefined;
    await outbox.add(item('k1', 'first'));
    await sender.now();
    expect(sender.needsLogIn).toBe(true);
    expect(await states()).toEqual(['waiting']);
    server.account = { id: 'a-1', name: '김상황', role: 'OFFICER', unit: 'seoul-1', login: 'officer' };
    await sender.now();
    expect(await states()).toEqual(['sent']);
  });

  it('sends only what the account logged in has written', async () => {
    await outbox.add(item('k1', 'of another', { account: 'a-2' }));
    await sender.now();
    account = undefined;
    await outbox.add(item('k2', 'mine'));
    await sender.now();
    expect(keys).toEqual([]);
  });

  const arrival = (id: string, post: string): Item =>
    item(id, '', { task: { what: 'check-in', body: { post, occurredAt: '2026-06-03T00:00:00Z' } } });
  const put = (): string => {
    house.commit([{ kind: 'post', id: 'p1', unit: 'seoul-1', postKind: 'POLLING_PLACE', jurisdiction: 'MAPPED' }]);
    return 'p1';
  };

  it('sends arrivals and reports to their own places, with what the device takes for now', async () => {
    const post = put();
    await outbox.add(arrival('k1', post));
    const body = { kind: 'NIL', occurredAt: '2026-06-03T01:00:00Z' } as const;
    await outbox.add(item('k2', '', { task: { what: 'post-report', post, body } satisfies Task }));
    await sender.now();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(house.entities.get(`duty/${post}`).present).toHaveLength(1);
    expect(house.entities.get(`watch/${post}`)).toMatchObject({
      state: 'REPORTING',
      last: { kind: 'NIL' },
      reports: 1,
    });
    expect(server.deviceTimes.map((time: string) => Math.abs(Date.parse(time) - Date.now()) < 5_000)).toEqual([
      true,
      true,
    ]);
  });

  it('takes an arrival that stands already for done', async () => {
    const post = put();
    await outbox.add(arrival('k1', post));
    await sender.now();
    await outbox.add(arrival('k2', post));
    await sender.now();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(house.entities.get(`duty/${post}`).present).toHaveLength(1);
  });

  it('keeps an arrival that is refused for another reason', async () => {
    await outbox.add(arrival('k1', 'no such post'));
    await sender.now();
    expect(await states()).toEqual(['refused']);
    expect((await outbox.get('k1'))?.refusal?.code).toBe('unknown-post');
  });
});
