import type { Answer } from '../../core/api.js';
import { entries } from '../../core/codes.js';
import { labelOf } from '../../core/forms.js';
import { number } from '../../core/format.js';
import { commandId } from '../../core/id.js';
import { unitLabel } from '../../core/place.js';
import type { Post } from '../../core/protocol.js';
import { inside } from '../../core/remote.js';
import { all } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Field, Given, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

export const starts: ReadonlySet<string> = new Set(['POLLING_PLACE', 'EARLY_VOTING_PLACE', 'BALLOT_STORAGE']);
export const ends: ReadonlySet<string> = new Set(['COUNTING_CENTRE', 'BALLOT_STORAGE']);
/** More than that nobody chooses from: then a list is imported, or the scope narrowed. */
export const mostPlaces = 400;

export const placesOf = (desk: Desk, kinds: ReadonlySet<string>): readonly Post[] =>
  [...all(desk.live.store, 'post').values()].filter(({ postKind }) => kinds.has(postKind));

/** Whether single routes can be planned here: only where the places to start from can be chosen from. */
export function plansHere(desk: Desk): boolean {
  const places = placesOf(desk, starts).length;
  return places > 0 && places <= mostPlaces;
}

export const optionsOf = (desk: Desk, posts: readonly Post[]): [string, string][] =>
  [...posts]
    .sort((a, b) => a.name.localeCompare(b.name, 'ko'))
    .map((post) => [post.id, `${post.name} · ${unitLabel(desk.live.store, post.unit)}`]);

/** What stands on each line. */
export const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One route by hand. */
export function planQuestion(desk: Desk): Question {
  const kinds = entries(desk.codes, 'transportKinds').map((kind): [string, string] => [
    String(kind.code),
    labelOf(kind),
  ]);
  const fields: readonly Field[] = [
    { name: 'number', label: t('transport.number'), type: 'text', optional: true, hint: t('transport.number.hint') },
    { name: 'kind', label: t('transport.kind'), type: 'choice', options: kinds, value: 'TO_COUNTING' },
    { name: 'from', label: t('transport.from'), type: 'choice', options: optionsOf(desk, placesOf(desk, starts)) },
    {
      name: 'to',
      label: t('transport.to'),
      type: 'choice',
      options: optionsOf(desk, placesOf(desk, ends)),
      optional: true,
    },
    { name: 'toName', label: t('transport.toName'), type: 'text', optional: true, hint: t('transport.toName.hint') },
    { name: 'departsAt', label: t('transport.departsAt'), type: 'moment', value: new Date(desk.now).toISOString() },
    { name: 'arrivesAt', label: t('transport.arrivesAt'), type: 'moment' },
    {
      name: 'checkpoints',
      label: t('transport.checkpoints'),
      type: 'lines',
      optional: true,
      hint: t('transport.aLine'),
    },
    { name: 'boxes', label: t('transport.boxes'), type: 'lines', optional: true, hint: t('transport.boxes.planned') },
  ];
  return {
    title: t('transport.plan'),
    fields,
    send: t('transport.plan'),
    request: ({ checkpoints, boxes, ...given }) => ({
      path: '/routes',
      body: { ...given, checkpoints: linesOf(checkpoints), boxes: linesOf(boxes) },
    }),
    done: t('transport.plan.done'),
  };
}

/** What a proposal comes to. */
interface Proposed {
  readonly rows: number;
  readonly written: number;
  readonly unchanged: number;
  readonly withoutDestination: number;
}

/** Routes from the list of posts: every polling place to the counting centre of its district, early votes to their storage. */
export function proposalQuestion(desk: Desk): Question {
  const kinds = entries(desk.codes, 'transportKinds')
    .filter(({ code }) => code !== 'POSTAL')
    .map((kind): [string, string] => [String(kind.code), labelOf(kind)]);
  const body = ({ boxes, ...given }: Given): object => ({ ...given, unit: desk.scope, boxes: Number(boxes) });
  const path = '/routes/proposal';
  return {
    title: t('transport.proposal'),
    text: t('transport.proposal.text'),
    fields: [
      { name: 'kind', label: t('transport.kind'), type: 'choice', options: kinds, value: 'TO_COUNTING' },
      { name: 'boxes', label: t('transport.proposal.boxes'), type: 'number', least: 0, most: 5, value: '0' },
      { name: 'departsAt', label: t('transport.departsAt'), type: 'moment' },
      { name: 'arrivesAt', label: t('transport.arrivesAt'), type: 'moment' },
    ],
    send: t('transport.proposal'),
    request: (given) => ({ path, body: body(given) }),
    done: t('transport.proposal.done'),
    preview: async (given) => {
      if (given['departsAt'] === undefined || given['arrivesAt'] === undefined) return [];
      const found = await desk.api.command<Proposed & Answer>(
        `${inside(desk.operation?.id ?? '')}${path}`,
        body(given),
        commandId(),
        { query: { dryRun: true } },
      );
      const lost = found.withoutDestination;
      return [
        { text: t('transport.proposal.n', { n: number(found.rows) }) },
        ...(lost > 0 ? [{ text: t('transport.proposal.lost', { n: number(lost) }), warn: true }] : []),
      ];
    },
  };
}
