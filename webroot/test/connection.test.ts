import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Problem } from '../src/core/api.js';
import { Connection, type End, type Pace, type Ports, type Socket } from '../src/core/connection.js';
import type { Change } from '../src/core/protocol.js';
import { emptyStore, type Store } from '../src/core/store.js';
import { fill } from './fake/fill.mjs';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';

const pace: Pace = { firstMillis: 4, mostMillis: 20, silenceMillis: 400, penaltyMillis: 50 };
const officer = { id: 'a-2', name: '이현장', unit: 'seoul-1' };
const body = { kind: 'TRAFFIC', code: 3, text: 'x', unit: 'seoul-1', occurredAt: '2026-06-03T00:00:00Z' };

let house: House;
let server: FakeServer;
let port: number;
let store: Store;
let changes: Change[];
let ticks: number;
let ends: End[];
let authorised: number;
let connection: Connection | undefined;

beforeEach(async () => {
  house = new House();
  fill(house, 20, 60);
  server = new FakeServer(house, { tickMillis: 50 });
  port = await server.listen();
  store = emptyStore;
  changes = [];
  ticks = 0;
  ends = [];
  authorised = 0;
});

afterEach(async () => {
  connection?.stop();
  await server.close();
});

function connect(scope = 'seoul', change: Partial<Ports> = {}): Connection {
  const ports: Ports = {
    snapshot: async (operation, unit) => {
      const response = await fetch(
        `http://127.0.0.1:${String(port)}/api/v1/operations/${operation}/picture?scope=${unit}`,
      );
      if (!response.ok) throw new Problem(response.status, 'refused', '');
      return (await response.json()) as Change;
    },
    socket: () => {
      const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/api/v1/live`);
      socket.on('error', () => undefined);
      return socket as unknown as Socket;
    },
    authorise: () => {
      authorised++;
      return Promise.resolve('renewed');
    },
    ...change,
  };
  connection = new Connection(
    house.operation,
    scope,
    ports,
    {
      store: (held, applied) => {
        store = held;
        changes.push(applied);
      },
      tick: () => ticks++,
      phase: () => undefined,
      end: (end) => ends.push(end),
    },
    pace,
  );
  connection.start();
  return connection;
}

const caughtUp = (scope = 'seoul') =>
  vi.waitFor(
    () => {
      expect(store.cursor).toBe(house.cursor);
      const fresh = house
        .since(scope)
        .put.map((entity: object) => JSON.stringify(entity))
        .sort();
      expect(
        [...store.kinds.values()]
          .flatMap((kind) => [...kind.values()])
          .map((e) => JSON.stringify(e))
          .sort(),
      ).toEqual(fresh);
    },
    { timeout: 5000 },
  );

describe('a connection', () => {
  it('takes the snapshot by HTTP and continues at its cursor', async () => {
    connect();
    await caughtUp();
    house.report(body, officer);
    await caughtUp();
    expect(changes.filter((change) => change.reset)).toHaveLength(1);
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(1));
  });

  it('ends with exactly the picture after 100 drops', async () => {
    connect();
    await caughtUp();
    for (let drop = 0; drop < 100; drop++) {
      house.report(body, officer);
      if (drop % 3 === 0) await vi.waitFor(() => expect(server.sockets.size).toBe(1));
      server.drop();
    }
    await caughtUp();
    expect(changes.filter((change) => change.reset)).toHaveLength(1);
  });

  it('says hello again, once, when frames do not fit', async () => {
    connect();
    await caughtUp();
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(0));
    const before = server.hellos;
    server.paused = true;
    house.report(body, officer);
    const heard = server.hellos;
    await vi.waitFor(() => expect(server.hellos).toBe(heard + 1));
    const later = server.ticks + 4;
    await vi.waitFor(() => expect(server.ticks).toBeGreaterThan(later));
    expect(server.hellos).toBe(before + 1);
    server.paused = false;
    server.drop();
    await caughtUp();
  });

  it('starts over when the database is an older copy', async () => {
    connect();
    await caughtUp();
    const old = new House();
    fill(old, 3, 5);
    old.operation = house.operation;
    server.house = house = old;
    server.drop();
    await caughtUp();
    expect(changes.at(-1)?.reset).toBe(true);
  });

  it('leaves a socket that fell silent and connects anew', async () => {
    connect();
    await caughtUp();
    await vi.waitFor(() => expect(server.sockets.size).toBe(1));
    const before = server.hellos;
    server.ticking = false;
    await vi.waitFor(() => expect(server.hellos).toBeGreaterThan(before), { timeout: 3000 });
  });

  it.each(['session-ended', 'account-disabled', 'operation-unknown', 'scope-forbidden'] as const)(
    'stops for good at bye %s',
    async (code) => {
      connect();
      await caughtUp();
      await vi.waitFor(() => expect(server.sockets.size).toBe(1));
      const before = authorised;
      server.bye(code);
      await vi.waitFor(() => expect(ends).toEqual([code]));
      connection?.wake();
      const later = server.ticks + 4;
      await vi.waitFor(() => expect(server.ticks).toBeGreaterThan(later));
      expect(authorised).toBe(before);
    },
  );

  it.each(['server-stopping', 'too-many-sockets', 'hello-too-often', 'malformed'])(
    'comes back after bye %s',
    async (code) => {
      connect();
      await caughtUp();
      await vi.waitFor(() => expect(server.sockets.size).toBe(1));
      const before = server.hellos;
      server.bye(code);
      await vi.waitFor(() => expect(server.hellos).toBeGreaterThan(before));
      expect(ends).toEqual([]);
    },
  );

  it('stops when the credentials are refused, retries while nothing answers', async () => {
    let answers: ('renewed' | 'refused' | 'unreachable')[] = ['unreachable', 'unreachable', 'refused'];
    connect('seoul', { authorise: () => Promise.resolve(answers.shift() ?? 'renewed') });
    await vi.waitFor(() => expect(ends).toEqual(['credentials-refused']));
    expect(answers).toEqual([]);
    answers = ['renewed'];
    connection?.wake();
    expect(answers).toEqual(['renewed']);
  });
});
