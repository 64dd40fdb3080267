// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Transport } from '../src/core/custody.js';
import { emptyStore } from '../src/core/store.js';
import { changeQuestion } from '../src/dashboard/custody/plan-change.js';
import type { Desk } from '../src/dashboard/desk.js';

const route: Transport = {
  kind: 'route',
  id: 'r/1',
  seq: 1,
  number: '강남-1',
  transportKind: 'TO_COUNTING',
  unit: 'seoul-gangnam',
  from: 'p-1',
  fromName: '제1투표소',
  toName: '다른 도의 개표소',
  state: 'PLANNED',
  departsAt: '2026-06-03T09:00:00Z',
  arrivesAt: '2026-06-03T09:30:00Z',
  checkpoints: ['역삼역', '다리'],
  boxes: ['1'],
  discrepancies: 0,
};
const desk = { live: { store: emptyStore }, codes: undefined } as unknown as Desk;

it('what stands in the plan is offered though its places are not in sight, and the number stays', () => {
  const question = changeQuestion(desk, route);
  const value = (name: string): string | undefined => question.fields.find((field) => field.name === name)?.value;
  expect(question.fields.find(({ name }) => name === 'from')?.options).toEqual([['p-1', '제1투표소']]);
  expect([value('toName'), value('checkpoints')]).toEqual(['다른 도의 개표소', '역삼역\n다리']);
  expect(
    question.request({ kind: 'POSTAL', from: 'p-1', checkpoints: '역삼역\n\n', boxes: '1\n2', reason: '통제' }),
  ).toEqual({
    path: '/routes/r%2F1',
    method: 'PUT',
    body: {
      route: { kind: 'POSTAL', from: 'p-1', number: '강남-1', checkpoints: ['역삼역'], boxes: ['1', '2'] },
      reason: '통제',
    },
  });
});
