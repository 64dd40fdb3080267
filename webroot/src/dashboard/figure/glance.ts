import { percent, type Counts, figure } from '../../core/figures.js';
import { duration, number } from '../../core/format.js';
import { share } from '../../core/levels.js';
import { t, type Word } from '../../i18n/index.js';
import type { Page } from '../route.js';
import type { Only } from '../triage/only.js';

/** Where the list behind a figure is: a page, or the incidents narrowed to some. */
export type Goal = { readonly page: Page } | { readonly only: Only } | { readonly all: true };

/** One figure as it is read: name, value, unit, what stands below it, and whether somebody must act. */
export interface Shown {
  readonly name: string;
  readonly word: Word;
  readonly value: string;
  readonly unit: string;
  readonly more?: string;
  /** A part of a whole from 0 to 1, drawn as a line. */
  readonly part?: number | undefined;
  /** `late`: look at it; `bad`: act. Grey is the normal state. */
  readonly look?: 'late' | 'bad';
  readonly goal: Goal;
}

/** The five that matter, the most important first; bodies and person-duties never share one. */
export function leading(tally: Counts | undefined, now: number): readonly Shown[] {
  const of = (name: string): number => figure(tally, name);
  const [onPost, due] = [of('people.onPost'), of('people.due')];
  const [reporting, expected] = [of('posts.reporting'), of('posts.due')];
  const [silent, lost, waiting] = [of('posts.silent'), of('posts.lostContact'), of('incidents.unacknowledged')];
  const oldest = tally?.oldestUnacknowledged;
  return [
    {
      name: 'onPost',
      word: 'figures.onPost',
      value: number(onPost),
      unit: t('unit.people'),
      more: t('figures.planned', { n: number(due) }),
      part: share(Math.min(onPost, due), due),
      goal: { page: 'forces' },
    },
    {
      name: 'duties',
      word: 'figures.duties',
      value: number(of('people.duties')),
      unit: t('unit.people'),
      goal: { page: 'forces' },
    },
    {
      name: 'reporting',
      word: 'figures.reporting',
      value: percent(share(reporting, expected)),
      unit: '',
      more: pair(reporting, expected, 'unit.places'),
      part: share(reporting, expected),
      goal: { page: 'posts' },
    },
    {
      name: 'silent',
      word: 'figures.silent',
      value: number(silent),
      unit: t('unit.places'),
      more: t('figures.silent.states', {
        never: number(of('posts.neverReported')),
        late: number(of('posts.late')),
        lost: number(lost),
      }),
      ...(silent === 0 ? {} : { look: lost > 0 ? 'bad' : 'late' }),
      goal: { page: 'silence' },
    },
    {
      name: 'unacknowledged',
      word: 'figures.unacknowledged',
      value: number(waiting),
      unit: t('unit.cases'),
      ...(oldest === undefined || waiting === 0
        ? {}
        : { more: t('figures.oldest.age', { age: duration(now - Date.parse(oldest)) }) }),
      ...(waiting === 0 ? {} : { look: 'bad' }),
      goal: { only: ['REPORTED'] },
    },
  ];
}

/** What is looked at second: in a line on a wall, in smaller boxes at the desk. */
export function following(tally: Counts | undefined): readonly Shown[] {
  const of = (name: string): number => figure(tally, name);
  const [mustered, ordered, late] = [of('muster.mustered'), of('muster.ordered'), of('routes.overdue')];
  return [
    {
      name: 'muster',
      word: 'figures.muster',
      value: percent(share(mustered, ordered)),
      unit: '',
      more: ordered === 0 ? t('figures.muster.none') : pair(mustered, ordered, 'unit.people'),
      goal: { page: 'levels' },
    },
    {
      name: 'boxes',
      word: 'figures.boxes',
      value: number(of('boxes.onRoute')),
      unit: t('unit.boxes'),
      more: t('figures.boxes.routes', {
        moving: number(of('routes.moving') + of('routes.stopped')),
        late: number(late),
      }),
      ...(late === 0 ? {} : { look: 'late' }),
      goal: { page: 'transport' },
    },
  ];
}

/** Open incidents by their 112 code, 0 first. */
export const openByCode = (tally: Counts | undefined): readonly number[] =>
  [0, 1, 2, 3, 4].map((code) => figure(tally, `incidents.open.code${String(code)}`));

const pair = (part: number, whole: number, unit: Word): string =>
  t('figures.pair', { part: number(part), whole: number(whole), unit: t(unit) });
