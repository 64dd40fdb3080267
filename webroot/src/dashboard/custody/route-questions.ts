import { formatBoxes, parseBoxes, type BoxSeals, type BoxSeen } from '../../core/boxes.js';
import { loadOf, type CustodySide, type Transport } from '../../core/custody.js';
import { t, type Word } from '../../i18n/index.js';
import type { Field, Given, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

const path = (route: Transport, act: string): string => `/routes/${encodeURIComponent(route.id)}/${act}`;

const at = (desk: Desk): Field => ({
  name: 'occurredAt',
  label: t('enter.occurred'),
  type: 'moment',
  value: new Date(desk.now).toISOString(),
});

const boxes = (held: readonly BoxSeen[], hint: Word): Field => ({
  name: 'boxes',
  label: t('transport.boxesAndSeals'),
  type: 'lines',
  value: formatBoxes(held),
  hint: t(hint),
  most: 1000,
});

const reason: Field = { name: 'reason', label: '', type: 'lines', most: 500 };

/** What is told to the room by radio, entered for those on the road. */
export function departQuestion(desk: Desk, route: Transport): Question {
  return {
    title: t('transport.depart'),
    text: `${route.number} · ${t('transport.depart.text')}`,
    fields: [
      at(desk),
      { name: 'commissionStaff', label: t('transport.staff'), type: 'number', least: 0, most: 20, value: '2' },
      boxes(loadOf(desk.live.store, route), 'transport.boxes.hint'),
      {
        name: 'officers',
        label: t('transport.officers'),
        type: 'lines',
        hint: t('transport.officers.hint'),
        most: 200,
      },
      { name: 'vehicle', label: t('transport.vehicle'), type: 'text', optional: true },
    ],
    send: t('transport.depart'),
    request: ({ occurredAt, boxes, officers, commissionStaff, vehicle }: Given) => ({
      path: path(route, 'departure'),
      body: {
        occurredAt,
        boxes: parseBoxes(boxes ?? ''),
        officers: namesOf(officers ?? '').map((name) => ({ name })),
        commissionStaff: Number(commissionStaff),
        ...(vehicle === undefined ? {} : { vehicle }),
      },
    }),
    done: t('transport.done'),
  };
}

/** One name a line, or by commas. */
export const namesOf = (text: string): readonly string[] =>
  text
    .split(/[\n,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export function checkpointQuestion(desk: Desk, route: Transport, next: string | undefined): Question {
  return {
    title: t('transport.checkpoint'),
    text: route.number,
    fields: [{ name: 'place', label: t('transport.checkpoint.place'), type: 'text', value: next ?? '' }, at(desk)],
    send: t('transport.checkpoint'),
    request: (given) => ({ path: path(route, 'checkpoint'), body: given }),
    done: t('transport.done'),
  };
}

export function stopQuestion(desk: Desk, route: Transport): Question {
  return {
    title: t('transport.stop'),
    text: route.number,
    fields: [at(desk), { ...reason, label: t('ask.reason') }],
    send: t('transport.stop'),
    request: (given) => ({ path: path(route, 'stop'), body: given }),
    done: t('transport.done'),
  };
}

export function resumeQuestion(desk: Desk, route: Transport): Question {
  return {
    title: t('transport.resume'),
    text: route.number,
    fields: [at(desk)],
    send: t('transport.resume'),
    request: (given) => ({ path: path(route, 'resumption'), body: given }),
    done: t('transport.done'),
  };
}

export function arriveQuestion(desk: Desk, route: Transport, loaded: readonly BoxSeals[]): Question {
  return {
    title: t('transport.arrive'),
    text: `${route.number} · ${t('transport.seen.text')}`,
    fields: [at(desk), boxes(loaded, 'transport.seen.hint')],
    send: t('transport.arrive'),
    request: (given) => ({ path: path(route, 'arrival'), body: { ...given, boxes: parseBoxes(given['boxes'] ?? '') } }),
    done: t('transport.done'),
  };
}

export function handoverQuestion(
  desk: Desk,
  route: Transport,
  side: CustodySide,
  loaded: readonly BoxSeals[],
): Question {
  return {
    title: t(`transport.handover.${side}`),
    text: `${route.number} · ${t('transport.seen.text')}`,
    fields: [
      at(desk),
      { name: 'who', label: t('transport.who'), type: 'text', optional: true, hint: t('transport.who.hint') },
      boxes(loaded, 'transport.seen.hint'),
    ],
    send: t(`transport.handover.${side}`),
    request: ({ who, occurredAt, boxes }) => ({
      path: path(route, 'handover'),
      body: { occurredAt, side, boxes: parseBoxes(boxes ?? ''), ...(who === undefined ? {} : { who: { name: who } }) },
    }),
    done: t('transport.done'),
  };
}

export function cancelQuestion(route: Transport): Question {
  return {
    title: t('transport.cancel'),
    text: `${route.number} · ${t('transport.cancel.text')}`,
    fields: [{ ...reason, label: t('ask.reason') }],
    send: t('transport.cancel'),
    request: (given) => ({ path: path(route, 'cancellation'), body: given }),
    done: t('transport.done'),
  };
}
