// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem, Unreachable, type Answer } from '../src/core/api.js';
import type { Incident } from '../src/core/protocol.js';
import { format, parse } from '../src/dashboard/route.js';
import {
  acts,
  movement,
  offered,
  otherClearances,
  possible,
  rules,
  step,
  unsharing,
  type Asking,
} from '../src/dashboard/triage/acts.js';
import { named } from '../src/dashboard/triage/inquiries.js';
import { fits, kindOf, ofKind, query, toggled as onlyToggled } from '../src/dashboard/triage/only.js';
import { extended, kept, most, none, toggled } from '../src/dashboard/triage/selection.js';
import { rule } from '../src/dashboard/triage/settings.js';
import { Stream } from '../src/dashboard/triage/stream.js';
import { lines } from '../src/dashboard/triage/teams-page.js';
import { Work, type Means, type Order } from '../src/dashboard/triage/work.js';

const incident = (id: string, change: Partial<Incident> = {}): Incident => ({
  kind: 'incident',
  id,
  seq: 1,
  number: `서울강남-${id}`,
  unit: 'seoul-gangnam',
  incidentKind: 'OTHER',
  code: 3,
  text: '',
  status: 'REPORTED',
  veracity: 'UNVERIFIED',
  occurredAt: '2026-06-03T00:00:00Z',
  recordedAt: '2026-06-03T00:00:00Z',
  source: 'OFFICER',
  ...change,
});

const all = (): boolean => true;
const commander: Asking = {
  may: all,
  works: all,
  closureNeedsApproval: true,
  clearances: ['PROTECTION', 'RESTRICTED'],
  owns: (unit) => unit.startsWith('seoul'),
  superiors: true,
};
const room: Asking = {
  ...commander,
  may: (action) => action !== 'incident.approve-closure',
  closureNeedsApproval: false,
  clearances: [],
};
const asks: Asking = { ...room, closureNeedsApproval: true };

describe('the acts', () => {
  // The rows are those of TriageTest on the server.
  it.each([
    [
      'REPORTED',
      'acknowledge team close merge judge resolve dispatch comment report correct transfer link share restrict false',
    ],
    [
      'ACKNOWLEDGED',
      'team close merge judge resolve dispatch comment report correct transfer link share restrict false',
    ],
    ['ON_SCENE', 'team close merge judge resolve dispatch comment report correct transfer link share restrict false'],
    ['RESOLVED', 'close merge judge comment report correct transfer link share restrict false reopen'],
    ['CLOSURE_REQUESTED', 'close return judge comment report correct transfer link share restrict'],
    ['CLOSED', 'judge comment report link share restrict reopen'],
    ['DUPLICATE', 'judge comment report link share restrict reopen'],
    ['FALSE_REPORT', 'judge comment report link share restrict reopen'],
  ])('%s: what is possible', (status, legal) => {
    expect(offered({ status }, commander)).toEqual(legal.split(' '));
  });

  it('are those of the account', () => {
    expect(offered({ status: 'REPORTED' }, { ...room, may: () => false })).toEqual([]);
    expect(possible('return', { status: 'CLOSURE_REQUESTED' }, room)).toBe(false);
    expect(possible('close', { status: 'CLOSURE_REQUESTED' }, asks)).toBe(false);
  });

  it('only comments on what another unit shares', () => {
    expect(offered({ status: 'REPORTED', unit: 'busan' }, commander)).toEqual(['comment']);
    expect(possible('close', { status: 'REPORTED', unit: 'seoul-mapo' }, commander)).toBe(true);
  });

  it('restrict only to what the account sees itself, and lift only what is restricted', () => {
    expect(possible('restrict', { status: 'REPORTED' }, room)).toBe(false);
    expect(possible('restrict', { status: 'REPORTED', clearance: 'GENERAL' }, room)).toBe(false);
    expect(otherClearances({ status: 'REPORTED' }, commander)).toEqual(['PROTECTION', 'RESTRICTED']);
    expect(otherClearances({ status: 'CLOSED', clearance: 'PROTECTION' }, commander)).toEqual([
      'GENERAL',
      'RESTRICTED',
    ]);
  });

  it('report upwards only where there is somebody above', () => {
    expect(possible('report', { status: 'REPORTED' }, { ...commander, superiors: false })).toBe(false);
    expect(unsharing('busan', { reason: 'x' })).toMatchObject({ path: '/shares/busan/end', name: 'act.unshare' });
  });

  it('are a comment only where another room has it in hand', () => {
    const investigator: Asking = { ...room, works: (handling) => handling !== 'SITUATION' };
    expect(offered({ status: 'REPORTED', handling: 'SITUATION' }, investigator)).toEqual(['comment']);
    expect(offered({ status: 'REPORTED', handling: 'INVESTIGATION' }, investigator)).toContain('acknowledge');
  });

  it('each have a key of their own, and none of those that move', () => {
    const keys = acts.map((act) => rules[act].key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => 'jkxfng'.includes(key))).toEqual([]);
  });

  it('where a commander closes, a room requests it', () => {
    expect(step('close', { outcome: 'WARNED' }, asks)).toMatchObject({
      path: '/closure/request',
      bulk: 'REQUEST_CLOSURE',
      name: 'act.requestClosure',
    });
    expect(step('close', { outcome: 'WARNED' }, commander)).toMatchObject({ path: '/closure', bulk: 'CLOSE' });
    expect(movement('t/1', 'ON_SCENE').path).toBe('/teams/t%2F1/movement');
  });
});

describe('the stream', () => {
  const of = (...incidents: Incident[]) => new Map(incidents.map((one) => [one.id, one]));
  const show = (stream: Stream, incidents: Incident[], found = of(...incidents), about = 'here') =>
    stream.take({ found, incidents, about, scrolled: false });

  it('keeps the row in hand in its place when its incident leaves, until somebody moves on', () => {
    const stream = new Stream();
    const [a, b, c] = [incident('a'), incident('b'), incident('c')];
    show(stream, [a, b, c]);
    stream.step(1);
    stream.step(1);
    show(stream, [incident('new', { code: 0 }), a, c]);
    expect([stream.marked, stream.ids, stream.arrangement.fresh]).toEqual(['b', ['a', 'b', 'c'], ['new']]);
    expect(stream.targets()).toEqual([]);
    expect(stream.step(1)).toBe('c');
    show(stream, [a, c]);
    expect(stream.ids).toEqual(['a', 'c']);
  });

  it('puts what arrived among the rows when asked, and leaves the hand where it is', () => {
    const stream = new Stream();
    const [a, b] = [incident('a'), incident('b', { status: 'CLOSED' })];
    show(stream, [a, b]);
    stream.mark('b');
    stream.merge();
    show(stream, [incident('new'), a], of(incident('new'), a, b));
    expect([stream.marked, stream.ids]).toEqual(['b', ['new', 'b', 'a']]);
  });

  it('takes out of hand what another list does not show', () => {
    const stream = new Stream();
    const [a, b] = [incident('a'), incident('b')];
    show(stream, [a, b]);
    stream.mark('b');
    show(stream, [a], of(a, b), 'there');
    expect([stream.marked, stream.targets()]).toEqual([undefined, []]);
  });

  it('whatever arrives and leaves, the row in hand and its neighbours in order are the same', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'), { minLength: 1 }),
        fc.array(ids),
        (start, later) => {
          const stream = new Stream();
          show(
            stream,
            start.map((id) => incident(id)),
          );
          const hand = stream.step(1);
          let before = stream.ids;
          for (const now of later) {
            show(
              stream,
              now.map((id) => incident(id)),
            );
            expect(stream.marked).toBe(hand);
            expect(stream.ids).toContain(hand);
            expect(stream.ids).toEqual(before.filter((id) => now.includes(id) || id === hand));
            before = stream.ids;
          }
        },
      ),
    );
  });
});

describe('the selection', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];

  it('is drawn and taken back', () => {
    let selection = extended(none, order, 'b', 'c');
    selection = extended(selection, order, 'c', 'd');
    expect([...selection.ids]).toEqual(['b', 'c', 'd']);
    selection = extended(selection, order, 'd', 'c');
    expect([...selection.ids]).toEqual(['b', 'c']);
    selection = extended(selection, order, 'c', 'a');
    expect([...selection.ids].sort()).toEqual(['a', 'b']);
  });

  it('keeps what was selected before the range, and loses what is gone', () => {
    const selection = extended(toggled(none, 'e'), order, 'a', 'b');
    expect([...selection.ids].sort()).toEqual(['a', 'b', 'e']);
    expect([...kept(selection, (id) => id !== 'a').ids].sort()).toEqual(['b', 'e']);
    expect([...toggled(selection, 'e').ids].sort()).toEqual(['a', 'b']);
  });

  it('holds as many as the server takes', () => {
    const many = Array.from({ length: most + 5 }, (_, index) => String(index));
    const all = extended(none, many, '0', String(most + 4));
    expect(all.ids.size).toBe(most);
    expect(toggled(all, 'one more').ids.size).toBe(most);
  });
});

describe('the filter', () => {
  it('widens by words of one table, narrows by words of another', () => {
    const one = incident('1', { code: 1, escalatedTo: 'seoul' });
    expect(fits([], one)).toBe(true);
    expect(fits(['0', '1'], one)).toBe(true);
    expect(fits(['0'], one)).toBe(false);
    expect(fits(['1', 'REPORTED', 'ESCALATED', 'UNVERIFIED', 'OTHER'], one)).toBe(true);
    expect(fits(['1', 'CLOSED'], one)).toBe(false);
    expect(fits(['CONFIRMED'], one)).toBe(false);
    expect(fits(['ESCALATED'], incident('2'))).toBe(false);
  });

  it('stands in the address and asks the server what it can', () => {
    const only = onlyToggled(onlyToggled([], '0', '1'), 'REPORTED');
    expect(parse(format({ page: 'matrix', open: true, only }).slice(1)).only).toEqual(only);
    expect(query(ofKind(only, 'FIRE'))).toEqual({ status: 'REPORTED', kind: 'FIRE' });
    expect(kindOf(ofKind(ofKind(only, 'FIRE'), 'CROWD'))).toBe('CROWD');
    expect(onlyToggled(only, '0', '1')).toEqual(['REPORTED']);
  });
});

describe('the work', () => {
  const acknowledge = step('acknowledge', {}, room);

  function means(answers: (Answer | Error)[], newest: () => number | undefined = () => undefined) {
    const sent: { order: Order; seen: number }[] = [];
    const done: string[] = [];
    const made: Means = {
      send: (order, seen) => {
        sent.push({ order, seen });
        const answer = answers.shift() ?? new Error('too many');
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      newest,
      shown: () => Promise.resolve(),
      done: (order) => done.push(order.incident.id),
    };
    return { work: new Work(made), sent, done };
  }

  it('what one did oneself just before is not a change by others', async () => {
    let seq = 5;
    const { work, sent } = means([{ seq: 7 }, { seq: 9 }], () => seq);
    const seen = incident('a', { seq: 5 });
    const first = work.give(seen, acknowledge);
    const second = work.give(seen, step('close', { outcome: 'WARNED' }, room));
    seq = 7;
    await Promise.all([first, second]);
    expect(sent.map((one) => one.seen)).toEqual([5, 7]);
    expect(work.busy('a')).toBe(false);
  });

  it('nor is it when it was chosen before, and given after the first was seen to have happened', async () => {
    const { work, sent } = means([{ seq: 7 }, { seq: 8 }, { seq: 9 }], () => undefined);
    const seen = incident('a', { seq: 5 });
    await work.give(seen, acknowledge);
    await work.give(seen, acknowledge);
    await work.give(seen, acknowledge);
    expect(sent.map((one) => one.seen)).toEqual([5, 7, 8]);
    expect([work.expected('a', 4), work.expected('a', 10), work.expected('b', 5)]).toEqual([4, 10, 5]);
  });

  it("what another did after one's own is", async () => {
    const { work, sent } = means([{ seq: 7 }, { seq: 9 }], () => 8);
    const seen = incident('a', { seq: 5 });
    await Promise.all([work.give(seen, acknowledge), work.give(seen, acknowledge)]);
    expect(sent.map((one) => one.seen)).toEqual([5, 7]);
  });

  it("a merger's last entry is the other's: its own seq is the smaller one", async () => {
    const { work, sent } = means([{ seq: 8 }, { seq: 9 }], () => 7);
    const seen = incident('a', { seq: 5 });
    await Promise.all([work.give(seen, acknowledge), work.give(seen, acknowledge)]);
    expect(sent.map((one) => one.seen)).toEqual([5, 7]);
  });

  it('after one that failed the next does not overrun what it has not seen', async () => {
    const { work, sent } = means([new Problem(412, 'changed-meanwhile', ''), { seq: 9 }], () => 6);
    const seen = incident('a', { seq: 5 });
    await Promise.all([work.give(seen, acknowledge), work.give(seen, acknowledge)]);
    expect(sent.map((one) => one.seen)).toEqual([5, 5]);
    expect(work.failures).toHaveLength(1);
  });

  it('a refused one is repeated as another command on the newest state', async () => {
    const { work, sent, done } = means([new Problem(412, 'changed-meanwhile', ''), { seq: 9 }], () => 6);
    await work.give(incident('a', { seq: 5 }), acknowledge);
    const [failure] = work.failures;
    if (failure === undefined) throw new Error('it has not failed');
    await work.repeat(failure);
    expect(sent.map((one) => one.seen)).toEqual([5, 6]);
    expect(sent[0]?.order.id).not.toBe(sent[1]?.order.id);
    expect([work.failures, done]).toEqual([[], ['a']]);
  });

  it('one whose outcome is unknown is repeated as the very same', async () => {
    const { work, sent } = means([new Unreachable(), { seq: 9 }]);
    await work.give(incident('a', { seq: 5 }), acknowledge);
    const [failure] = work.failures;
    if (failure === undefined) throw new Error('it has not failed');
    await work.repeat(failure);
    expect(sent[0]?.order.id).toBe(sent[1]?.order.id);
    expect(sent[1]?.seen).toBe(5);
  });
});

it('a number names an incident whole or by its last digits', () => {
  const list = [incident('0412'), incident('1412'), incident('0012')];
  expect(named(list, '412').map(({ id }) => id)).toEqual(['0412']);
  expect(named(list, ' 서울강남-1412 ').map(({ id }) => id)).toEqual(['1412']);
  expect(named(list, '없음')).toEqual([]);
});

it('rules and names are read from their forms', () => {
  expect(rule({ waiting: 'VERIFICATION', code: '0', minutes: '30' })).toEqual({
    waiting: 'VERIFICATION',
    code: 0,
    minutes: 30,
  });
  expect(lines(' 역삼21 \n\n역삼22\n역삼21')).toEqual(['역삼21', '역삼22']);
});
