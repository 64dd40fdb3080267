import type { Directive, DirectiveRoom } from '../../core/directives.js';
import { number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import type { Field, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

const path = (directive: Directive): string => `/directives/${encodeURIComponent(directive.id)}`;
const named = (directive: Directive): string => `${directive.number} · ${directive.title}`;
const reason: Field = { name: 'reason', label: '', type: 'lines' };

/** For one's own room, or for one below that said so. */
export const doneQuestion = (directive: Directive, unit?: string): Question => ({
  title: t('directive.do'),
  text: named(directive),
  fields: [{ name: 'note', label: t('directive.do.note'), type: 'lines', optional: true }],
  send: t('directive.do'),
  request: (given) => ({
    path: `${path(directive)}/done`,
    body: { ...given, ...(unit === undefined ? {} : { unit }) },
  }),
  done: t('directive.do.done', { number: directive.number }),
});

export function acknowledgeForQuestion(desk: Desk, directive: Directive, room: DirectiveRoom): Question {
  const unit = unitLabel(desk.live.store, room.unit);
  return {
    title: t('directive.acknowledge.for'),
    text: `${named(directive)}. ${t('directive.acknowledge.for.text', { unit })}`,
    fields: [],
    send: t('directive.acknowledge.for'),
    request: () => ({ path: `${path(directive)}/acknowledgement`, body: { unit: room.unit } }),
    done: t('directive.acknowledge.done', { number: directive.number }),
  };
}

export function reopenQuestion(desk: Desk, directive: Directive, room: DirectiveRoom): Question {
  const unit = unitLabel(desk.live.store, room.unit);
  return {
    title: t('directive.reopen'),
    text: `${named(directive)}. ${t('directive.reopen.text', { unit })}`,
    fields: [{ ...reason, label: t('ask.reason') }],
    send: t('directive.reopen'),
    request: (given) => ({ path: `${path(directive)}/reopening`, body: { ...given, unit: room.unit } }),
    done: t('directive.reopen.done', { unit }),
  };
}

export function chaseQuestion(
  desk: Desk,
  directive: Directive,
  rooms: readonly DirectiveRoom[],
  late: boolean,
): Question {
  const n = number(rooms.length);
  const names = rooms
    .slice(0, 20)
    .map(({ unit }) => unitLabel(desk.live.store, unit))
    .join(', ');
  return {
    title: t(late ? 'directive.chase' : rooms.length === 1 ? 'directive.chase.one' : 'directive.chase.all'),
    text: `${named(directive)}. ${t(late ? 'directive.chase.text.late' : 'directive.chase.text', { n })} ${names}`,
    fields: [],
    send: t('directive.chase'),
    request: () => ({ path: `${path(directive)}/chase`, body: { rooms: rooms.map(({ unit }) => unit) } }),
    done: t('directive.chase.done', { n }),
  };
}

export const withdrawQuestion = (directive: Directive): Question => ({
  title: t('directive.withdraw'),
  text: `${named(directive)}. ${t('directive.withdraw.text')}`,
  fields: [{ ...reason, label: t('ask.reason') }],
  send: t('directive.withdraw'),
  request: (given) => ({ path: `${path(directive)}/withdrawal`, body: given }),
  done: t('directive.withdraw.done', { number: directive.number }),
});
