import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Api, Problem, Unreachable } from '../src/core/api.js';
import { Session } from '../src/core/session.js';
import { House } from './fake/house.mjs';
import { FakeServer } from './fake/server.mjs';

let server: FakeServer;
let api: Api;
let session: Session;
const expired = { status: 401, body: { code: 'not-logged-in' } };

beforeEach(async () => {
  server = new FakeServer(new House());
  api = new Api(`http://127.0.0.1:${String(await server.listen())}/api/v1`);
  session = new Session(api);
});
afterEach(async () => {
  session.end('none');
  await server.close();
});

describe('a session', () => {
  it('says who is logged in', async () => {
    await session.start();
    expect(session.who?.account.login).toBe('room');
    expect(session.may('incident.close')).toBe(true);
    expect(session.may('account.manage')).toBe(false);
  });

  it('is out when the refresh is refused too, and logs in and out', async () => {
    server.account = undefined;
    await session.start();
    expect(session.state).toEqual({ is: 'out', reason: 'none' });
    await expect(session.logIn('officer', 'wrong')).rejects.toMatchObject({ code: 'credentials-wrong' });
    expect(session.state.is).toBe('out');
    await session.logIn('officer', 'right');
    expect(session.who?.account.role).toBe('OFFICER');
    await session.logOut();
    expect(session.state.is).toBe('out');
  });

  it('refreshes once after a 401 and repeats the request', async () => {
    await session.start();
    server.failures.push(expired);
    const operations = await api.get<{ items: unknown[] }>('/operations');
    expect(operations.items).toHaveLength(1);
    expect(session.state.is).toBe('in');
  });

  it('goes to log-in when the refresh is refused', async () => {
    await session.start();
    server.account = undefined;
    await expect(api.get('/operations')).rejects.toMatchObject({ status: 401 });
    expect(session.state).toEqual({ is: 'out', reason: 'expired' });
  });

  it('stays in while the server does not answer', async () => {
    await session.start();
    server.failures.push('cut');
    expect(await session.renew()).toBe('unreachable');
    server.failures.push({ status: 503, body: { code: 'overloaded' } });
    expect(await session.renew()).toBe('unreachable');
    expect(session.state.is).toBe('in');
  });

  it('two requests at once refresh in turn and both succeed', async () => {
    await session.start();
    server.failures.push(expired, expired);
    await Promise.all([api.get('/operations'), api.get('/codes')]);
    expect(session.state.is).toBe('in');
  });
});

describe('the api', () => {
  it('makes typed errors of problem+json', async () => {
    const failure = {
      status: 422,
      body: { code: 'invalid', detail: 'd', requestId: 'r', errors: [{ pointer: '/text', code: 'too-long' }] },
    };
    server.failures.push(failure);
    const problem = await api.get('/codes').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 422, code: 'invalid', detail: 'd', requestId: 'r', passing: false });
  });

  it('says unreachable when there is no answer', async () => {
    server.failures.push('cut');
    await expect(api.get('/codes')).rejects.toBeInstanceOf(Unreachable);
  });

  it('sends the id, and the highest cursor seen until a reset sets it back', async () => {
    const sent: Headers[] = [];
    const recording = new Api('http://x', (_input, init) => {
      sent.push(new Headers(init?.headers));
      return Promise.resolve(new Response('{"cursor":"7.a"}'));
    });
    await recording.command('/c', {}, 'the-id');
    recording.saw('5.b');
    await recording.get('/d');
    recording.saw('3.c', true);
    await recording.get('/d').catch(() => undefined);
    expect(sent[0]?.get('Idempotency-Key')).toBe('the-id');
    expect(sent.map((headers) => headers.get('Haetae-Cursor'))).toEqual([null, '7.a', '3.c']);
  });
});
