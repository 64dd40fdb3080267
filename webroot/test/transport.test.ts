// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Transport } from '../src/core/custody.js';
import { nextCheckpoint, stepsOf } from '../src/core/custody.js';
import type { Item } from '../src/field/outbox.js';
import { happenedAt, pathOf, tellsDeviceTime, type TransportTask } from '../src/field/task.js';
import { checked } from '../src/field/transport-check.js';
import type { TransportDraft } from '../src/field/transport-desk.js';
import { loadAhead, transportAhead } from '../src/field/transport.js';

const at = (clock: string): string => `2026-06-03T${clock}:00Z`;
const route: Transport = {
  kind: 'route',
  id: 'r',
  seq: 1,
  number: '마포-회송 12',
  transportKind: 'TO_COUNTING',
  unit: 'seoul-mapo',
  from: 'p',
  fromName: '서강동제1투표소',
  to: 'c',
  toName: '마포구개표소',
  state: 'PLANNED',
  departsAt: at('09:30'),
  arrivesAt: at('10:00'),
  checkpoints: ['서강대교', '마포역'],
  boxes: ['1'],
  discrepancies: 0,
};
const about = { what: 'transport', route: 'r', number: '마포-회송 12' } as const;
const departure: TransportTask = {
  ...about,
  act: 'departure',
  body: {
    occurredAt: at('09:31'),
    boxes: [
      { box: '1', seals: ['a', 'b'] },
      { box: '2', seals: ['c'] },
    ],
    officers: [{ account: 'me', name: '나' }, { name: '동료' }],
    commissionStaff: 2,
  },
};
const checkpoint: TransportTask = { ...about, act: 'checkpoint', body: { occurredAt: at('09:40'), place: '서강대교' } };
const stop: TransportTask = { ...about, act: 'stop', body: { occurredAt: at('09:41'), reason: '교통 정체' } };
const resumption: TransportTask = { ...about, act: 'resumption', body: { occurredAt: at('09:45') } };
const arrival: TransportTask = { ...about, act: 'arrival', body: { occurredAt: at('10:01'), boxes: [] } };
const handover = (side: 'GIVING' | 'RECEIVING'): TransportTask => ({
  ...about,
  act: 'handover',
  body: { occurredAt: at('10:09'), side, boxes: [] },
});
const item = (task: TransportTask, state: Item['state'] = 'waiting'): Item => ({
  id: `${task.act}${task.body.occurredAt}`,
  task,
  state,
  account: 'me',
  operation: 'o',
  place: '',
  writtenAt: 0,
});
const after = (...tasks: TransportTask[]): Transport =>
  transportAhead(
    route,
    tasks.map((task) => item(task)),
  );

it('a route goes on by what waits on the phone, step by step', () => {
  expect(after().state).toBe('PLANNED');
  expect(after(departure)).toMatchObject({ state: 'MOVING', boxes: ['1', '2'] });
  expect(nextCheckpoint(after(departure))).toBe('서강대교');
  expect(nextCheckpoint(after(departure, checkpoint))).toBe('마포역');
  expect(after(departure, checkpoint, stop)).toMatchObject({ state: 'STOPPED', stop: { reason: '교통 정체' } });
  expect(after(departure, stop, resumption).state).toBe('MOVING');
  expect(after(departure, arrival).state).toBe('ARRIVED');
  expect(after(departure, arrival, handover('GIVING'))).toMatchObject({
    state: 'ARRIVED',
    giving: { at: at('10:09') },
  });
  expect(after(departure, arrival, handover('GIVING'), handover('RECEIVING')).state).toBe('HANDED_OVER');
});

it('what the picture knows is not undone by what was sent, and what was refused says nothing', () => {
  const arrived: Transport = { ...route, state: 'ARRIVED', arrival: { at: at('10:00'), place: '마포구개표소' } };
  const sent = [departure, stop].map((task) => item(task, 'sent'));
  expect(transportAhead(arrived, sent)).toEqual(arrived);
  expect(transportAhead({ ...route, state: 'MOVING' }, sent).state).toBe('MOVING');
  expect(transportAhead(route, [item(departure, 'refused')])).toEqual(route);
  expect(transportAhead(route, [{ ...item(departure), task: { ...departure, route: 'other' } }])).toEqual(route);
});

it('seals are those of the departure on this phone, else those last seen', () => {
  const held = [{ box: '1', seals: ['x'] }];
  expect(loadAhead(route, held, [])).toEqual(held);
  expect(loadAhead({ ...route, boxes: ['1', '9'] }, held, [])).toEqual([...held, { box: '9', seals: [] }]);
  expect(loadAhead(route, held, [item(departure)])).toEqual([
    { box: '1', seals: ['a', 'b'] },
    { box: '2', seals: ['c'] },
  ]);
});

it('the steps of a route; an arrival without departure can be told', () => {
  expect(stepsOf(route)).toEqual(['departure', 'arrival', 'cancellation']);
  expect(stepsOf({ ...route, state: 'MOVING' })[0]).toBe('checkpoint');
  expect(stepsOf({ ...route, state: 'ARRIVED', receiving: { at: at('10:00'), by: {} } })).toEqual(['giving']);
  expect(stepsOf({ ...route, state: 'HANDED_OVER' })).toEqual([]);
});

it('goes to the route, with the time it was and what the device’s clock shows', () => {
  expect(pathOf(departure)).toBe('/routes/r/departure');
  expect(pathOf(handover('GIVING'))).toBe('/routes/r/handover');
  expect(happenedAt(stop)).toBe(at('09:41'));
  expect(tellsDeviceTime(stop)).toBe(true);
});

const draft: TransportDraft = {
  route: 'r',
  form: 'departure',
  labelled: [
    { box: ' 1 ', seals: 'a, b' },
    { box: '', seals: '' },
  ],
  looked: [],
  others: ['동료', ''],
  staff: 2,
  vehicle: '',
  reason: '',
  place: '',
};
const me = { account: 'me', name: '나' };

it('a departure needs a box with seals; one officer alone may leave, and stands as a discrepancy', () => {
  expect(checked(draft, me)).toEqual({
    told: {
      act: 'departure',
      body: { boxes: [{ box: '1', seals: ['a', 'b'] }], officers: [me, { name: '동료' }], commissionStaff: 2 },
    },
  });
  expect(checked({ ...draft, others: [] }, me)).toMatchObject({ told: { body: { officers: [me] } } });
  expect(checked({ ...draft, labelled: [] }, me)).toHaveProperty('wrong');
  expect(checked({ ...draft, labelled: [{ box: '1', seals: '' }] }, me)).toHaveProperty('wrong');
  const twice = [
    { box: 'A 1', seals: 'a' },
    { box: 'a1', seals: 'b' },
  ];
  expect(checked({ ...draft, labelled: twice }, me)).toHaveProperty('wrong');
});

it('on arrival every box is looked at, and other seals are read', () => {
  const arrived = { ...draft, form: 'arrival' as const };
  const looked = [{ box: '1', seals: ['a'] }];
  expect(checked({ ...arrived, looked }, me)).toHaveProperty('wrong');
  expect(checked({ ...arrived, looked: [{ box: '1', seals: ['a'], sight: 'OTHER' }] }, me)).toHaveProperty('wrong');
  expect(checked({ ...arrived, looked: [{ box: '1', seals: ['a'], sight: 'OTHER', found: 'z' }] }, me)).toEqual({
    told: { act: 'arrival', body: { boxes: [{ box: '1', seals: ['z'] }] } },
  });
  expect(checked({ ...arrived, form: 'RECEIVING', looked: [{ box: '1', seals: ['a'], sight: 'SAME' }] }, me)).toEqual({
    told: { act: 'handover', body: { side: 'RECEIVING', boxes: [{ box: '1', seals: ['a'] }] } },
  });
  expect(checked({ ...draft, form: 'stop' }, me)).toHaveProperty('wrong');
});

it('a checkpoint says where the device was only when that was told, and never how exact', () => {
  const passed = { ...draft, form: 'checkpoint' as const, place: '역삼역' };
  expect(checked(passed, me)).toEqual({ told: { act: 'checkpoint', body: { place: '역삼역' } } });
  const position = { latitude: 37.5, longitude: 127.03, accuracy: 12 };
  expect(checked({ ...passed, position }, me)).toEqual({
    told: { act: 'checkpoint', body: { place: '역삼역', position: { latitude: 37.5, longitude: 127.03 } } },
  });
});
