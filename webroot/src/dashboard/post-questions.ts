import { entries, type Codes } from '../core/codes.js';
import { answered, fieldsOf, isChoice, labelOf, type FormField } from '../core/forms.js';
import type { Post } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { Field, Given, Question } from '../ui/question.js';
import type { Desk } from './desk.js';

const prefix = 'field.';

/** A room enters a post's report for somebody else: by radio, by telephone. The form follows kind and phase. */
export function reportQuestion(desk: Desk, post: Post): Question {
  const form = fieldsOf(desk.codes, post.postKind, desk.standing?.phase ?? undefined);
  return {
    title: t('post.report.enter'),
    text: post.name,
    fields: [
      { name: 'kind', label: t('post.report.kind'), type: 'choice', options: kinds(desk.codes), value: 'NIL' },
      { name: 'name', label: t('post.who'), type: 'text' },
      { name: 'occurredAt', label: t('enter.occurred'), type: 'moment', value: new Date(desk.now).toISOString() },
      ...form.map((field) => asked(field)),
      { name: 'text', label: t('enter.text'), type: 'lines', optional: true },
    ],
    send: t('act.send'),
    request: (given) => ({
      path: `/posts/${encodeURIComponent(post.id)}/reports`,
      body: body(desk, post, form, given),
    }),
    done: t('post.report.done'),
  };
}

export function checkInQuestion(desk: Desk, post: Post): Question {
  return {
    title: t('post.checkIn.enter'),
    text: post.name,
    fields: [
      { name: 'name', label: t('post.who'), type: 'text' },
      { name: 'occurredAt', label: t('enter.occurred'), type: 'moment', value: new Date(desk.now).toISOString() },
      { name: 'reason', label: t('ask.reason'), type: 'lines' },
    ],
    send: t('act.send'),
    request: ({ name, occurredAt, reason }) => ({
      path: '/check-ins',
      body: { post: post.id, occurredAt, who: { name, unit: post.unit }, reason },
    }),
    done: t('post.checkIn.done'),
  };
}

const kinds = (codes: Codes | undefined): [string, string][] =>
  entries(codes, 'reportKinds').map((entry) => [String(entry.code), labelOf(entry)]);

/** Only a situation report has a form; which kind it is can still change here, so the form insists on nothing. */
function asked(field: FormField): Field {
  return {
    name: prefix + field.code,
    label: labelOf(field),
    type: isChoice(field) ? 'choice' : 'number',
    optional: true,
    options: (field.options ?? []).map((option) => [String(option.code), labelOf(option)]),
    least: field.min ?? 0,
    ...(field.max === undefined ? {} : { most: field.max }),
  };
}

function body(desk: Desk, post: Post, form: readonly FormField[], given: Given): object {
  const { kind, name, occurredAt, text } = given;
  const phase = desk.standing?.phase;
  const answers = Object.fromEntries(form.map(({ code }) => [code, given[prefix + code] ?? '']));
  return {
    kind,
    occurredAt,
    who: { name, unit: post.unit },
    ...(phase == null ? {} : { phase }),
    ...(kind === 'SITUATION' ? { fields: answered(form, answers) } : {}),
    ...(text === undefined ? {} : { text }),
  };
}
