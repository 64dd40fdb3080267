import { mostOfficers, usualAsker, type Visit } from '../core/cases.js';
import { entries } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import type { Post } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { Field, Given, Question } from '../ui/question.js';
import type { Desk } from './desk.js';

const askers = (desk: Desk): [string, string][] =>
  entries(desk.codes, 'visitAskers').map((entry) => [String(entry.code), labelOf(entry)]);

const uniform = (value: boolean): Field => ({
  name: 'inUniform',
  label: t('visit.uniform'),
  type: 'choice',
  options: [
    ['true', t('visit.uniform.yes')],
    ['false', t('visit.uniform.no')],
  ],
  value: String(value),
});

const officers = (value: number): Field => ({
  name: 'officers',
  label: t('visit.officers'),
  type: 'number',
  least: 1,
  most: mostOfficers,
  value: String(value),
});

const minute = (at: string): number => Math.floor(Date.parse(at) / 60_000);

/** A field shows minutes: whoever leaves within the minute in which he came did not leave before. */
const notBefore = (at: string, entered: string): string => (minute(at) === minute(entered) ? entered : at);

/** The page's fields are texts; the server wants a number and a flag. */
const typed = (given: Given): object => ({
  ...given,
  ...(given['officers'] === undefined ? {} : { officers: Number(given['officers']) }),
  ...(given['inUniform'] === undefined ? {} : { inUniform: given['inUniform'] === 'true' }),
});

export function visitQuestion(desk: Desk, post: Post): Question {
  const now = new Date(desk.now).toISOString();
  return {
    title: t('visit.record'),
    text: `${post.name} · ${t('visit.law')}`,
    fields: [
      {
        name: 'askedBy',
        label: t('visit.askedBy'),
        type: 'choice',
        options: askers(desk),
        value: usualAsker(post.postKind),
      },
      { name: 'askedAt', label: t('visit.askedAt'), type: 'moment', value: now },
      { name: 'enteredAt', label: t('visit.enteredAt'), type: 'moment', value: now },
      officers(2),
      uniform(true),
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('visit.record'),
    request: (given) => ({ path: `/posts/${encodeURIComponent(post.id)}/visits`, body: typed(given) }),
    done: t('visit.done.record'),
  };
}

export function exitQuestion(desk: Desk, visit: Visit): Question {
  return {
    title: t('visit.exit'),
    fields: [{ name: 'leftAt', label: t('visit.leftAt'), type: 'moment', value: new Date(desk.now).toISOString() }],
    send: t('visit.exit'),
    request: ({ leftAt }) => ({
      path: `/visits/${encodeURIComponent(visit.id)}/exit`,
      body: { leftAt: leftAt === undefined ? undefined : notBefore(leftAt, visit.enteredAt) },
    }),
    done: t('visit.done.exit'),
  };
}

/** Only what is changed is sent; the times as the field shows them, to the minute. */
export function correctVisitQuestion(desk: Desk, visit: Visit): Question {
  const before: Given = {
    askedBy: visit.askedBy,
    askedAt: visit.askedAt,
    enteredAt: visit.enteredAt,
    leftAt: visit.leftAt ?? '',
    officers: String(visit.officers),
    inUniform: String(visit.inUniform),
  };
  const same = (name: string, value: string): boolean =>
    name.endsWith('At') && before[name] !== '' ? minute(before[name] ?? '') === minute(value) : before[name] === value;
  return {
    title: t('visit.correct'),
    text: t('visit.correct.text'),
    fields: [
      { name: 'askedBy', label: t('visit.askedBy'), type: 'choice', options: askers(desk), value: visit.askedBy },
      { name: 'askedAt', label: t('visit.askedAt'), type: 'moment', value: visit.askedAt },
      { name: 'enteredAt', label: t('visit.enteredAt'), type: 'moment', value: visit.enteredAt },
      { name: 'leftAt', label: t('visit.leftAt'), type: 'moment', optional: true, value: visit.leftAt ?? '' },
      officers(visit.officers),
      uniform(visit.inUniform),
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('act.send'),
    request: (given) => ({
      path: `/visits/${encodeURIComponent(visit.id)}/correction`,
      body: typed(Object.fromEntries(Object.entries(given).filter(([name, value]) => !same(name, value)))),
    }),
    done: t('visit.done.correct'),
  };
}
