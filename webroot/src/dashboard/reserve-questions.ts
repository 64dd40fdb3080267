import { entries } from '../core/codes.js';
import type { Force, Reserve, ReserveState } from '../core/entities.js';
import { labelOf } from '../core/forms.js';
import { number } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import type { Question } from '../ui/question.js';
import type { Desk } from './desk.js';
import { unitOptions } from './level-questions.js';

/** Kinds that may be sent to another agency (경력 지원). */
const reserveKinds = ['MOBILE_UNIT', 'MOBILE_PATROL', 'STRIKE_RESERVE'];

/** Where a request may go, and the duty that it takes. */
export const ways: Readonly<Record<ReserveState, readonly (readonly [ReserveState, string])[]>> = {
  REQUESTED: [
    ['REFUSED', 'reserve.approve'],
    ['WITHDRAWN', 'reserve.request'],
  ],
  APPROVED: [
    ['MOVING', 'reserve.request'],
    ['WITHDRAWN', 'reserve.request'],
  ],
  MOVING: [['ARRIVED', 'reserve.request']],
  ARRIVED: [['RETURNED', 'reserve.request']],
  REFUSED: [],
  RETURNED: [],
  WITHDRAWN: [],
};

export function requestQuestion(desk: Desk): Question {
  const kinds = entries(desk.codes, 'forceKinds').filter(({ code }) => reserveKinds.includes(String(code)));
  return {
    title: t('reserve.request'),
    fields: [
      { name: 'unit', label: t('reserve.for'), type: 'choice', options: unitOptions(desk), value: desk.scope },
      {
        name: 'forceKind',
        label: t('force.kind'),
        type: 'choice',
        options: kinds.map((kind) => [String(kind.code), labelOf(kind)]),
      },
      { name: 'people', label: t('reserve.people'), type: 'number', least: 1, most: 10_000 },
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('reserve.request'),
    request: ({ people, ...given }) => ({ path: '/reserves', body: { ...given, people: Number(people) } }),
    done: t('reserve.done.request'),
  };
}

export function approveQuestion(desk: Desk, reserve: Reserve): Question {
  const free = [...all(desk.live.store, 'force').values()].filter(
    (force) => force.reserveState === 'AVAILABLE' && reserveKinds.includes(force.forceKind),
  );
  const rank = (force: Force): number => (force.forceKind === reserve.forceKind ? 0 : 1);
  const options = free
    .sort((a, b) => rank(a) - rank(b) || b.available - a.available)
    .map((force): [string, string] => [
      force.id,
      `${unitLabel(desk.live.store, force.unit)} ${force.name} · ${number(force.available)}${t('unit.people')}`,
    ]);
  return {
    title: t('reserve.approve'),
    text: `${unitLabel(desk.live.store, reserve.unit)} · ${number(reserve.people)}${t('unit.people')} · ${reserve.reason}`,
    fields: [{ name: 'forces', label: t('reserve.forces'), type: 'several', options }],
    send: t('reserve.approve'),
    request: ({ forces }) => ({
      path: `/reserves/${encodeURIComponent(reserve.id)}/approval`,
      body: { forces: forces === undefined ? [] : forces.split(' ') },
    }),
    done: t('reserve.done.approve'),
    preview: ({ forces }) => {
      const chosen = free.filter(({ id }) => forces?.split(' ').includes(id) === true);
      const people = chosen.reduce((sum, force) => sum + force.available, 0);
      const text = t('reserve.chosen', { n: number(people), of: number(reserve.people) });
      return Promise.resolve([{ text, warn: people < reserve.people }]);
    },
  };
}

export function moveQuestion(desk: Desk, reserve: Reserve, to: ReserveState): Question {
  const against = to === 'REFUSED' || to === 'WITHDRAWN';
  return {
    title: t(`reserve.to.${to}` as 'reserve.to.MOVING'),
    text: `${unitLabel(desk.live.store, reserve.unit)} · ${number(reserve.people)}${t('unit.people')}`,
    fields: [
      ...(against
        ? []
        : [
            {
              name: 'occurredAt',
              label: t('enter.occurred'),
              type: 'moment',
              value: new Date(desk.now).toISOString(),
            } as const,
          ]),
      { name: 'reason', label: t('ask.reason'), type: 'lines', optional: !against },
    ],
    send: t('act.send'),
    request: (given) => ({ path: `/reserves/${encodeURIComponent(reserve.id)}/movement`, body: { to, ...given } }),
    done: t('reserve.done.move'),
  };
}
