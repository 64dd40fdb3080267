import type { Word } from '../../i18n/index.js';
import { t } from '../../i18n/index.js';
import { entries, word } from '../../core/codes.js';
import { counted, figure } from '../../core/figures.js';
import { bucketMillis, bucketOf, extended, type Course } from '../../core/series.js';
import type { Desk } from '../desk.js';
import { drawn, type Drawn } from './drawn.js';
import type { Wanted } from './feed.js';
import type { Mark } from './plot-options.js';
import { figuresOf, type ChartSpec } from './specs.js';

export type Range = 'hours' | 'day' | 'whole';

/** Longer than any operation. */
const forever = 366 * 24 * 3_600_000;
const spans: Readonly<Record<Range, number>> = { hours: 3 * 3_600_000, day: 24 * 3_600_000, whole: forever };

/** Where the time shown begins: at a bucket's begin, so that it moves only when one ends. */
export const begin = (range: Range, asOf: number): number => bucketOf(asOf) - spans[range] + bucketMillis;

/** What a range of these charts asks of the server: one bucket more, so that the first one's growth is known. */
export function wanted(desk: Desk, specs: readonly ChartSpec[], range: Range): Wanted {
  // Asked for by the hour: the query stays the same while the time shown moves on.
  const hour = 3_600_000;
  const since = Math.floor((begin(range, desk.asOf) - bucketMillis) / hour) * hour;
  return {
    scope: desk.scope,
    figures: figuresOf(specs, kinds(desk)),
    depth: 'self',
    since: Math.max(0, since),
    stamp: figure(counted(desk.live.store, desk.scope), 'incidents.total'),
  };
}

const kinds = (desk: Desk): readonly string[] => entries(desk.codes, 'incidentKinds').map(({ code }) => String(code));

/** A chart at this moment: the server's course, its end by the live tally. */
export function chart(desk: Desk, spec: ChartSpec, course: Course, range: Range, most: number): Drawn {
  const tally = counted(desk.live.store, desk.scope);
  const live = (name: string): number | undefined =>
    tally === undefined || name.startsWith('incidents.kind.') ? undefined : figure(tally, name);
  const { first, figures } = extended(course, desk.scope, desk.asOf, live);
  return drawn(
    spec,
    { first, figures, from: Math.max(first, begin(range, desk.asOf)), now: desk.asOf, most },
    {
      kinds: kinds(desk),
      kind: (code) => word(desk.codes, 'incidentKinds', code),
      rest: t('chart.incidents.rest'),
      line: (line) => t(line.word),
    },
  );
}

/** When the phases began that have begun. */
export function phaseMarks(desk: Desk): readonly Mark[] {
  return (desk.standing?.timetable ?? [])
    .map(({ phase, from }) => ({ at: Date.parse(from), label: word(desk.codes, 'phases', phase) }))
    .filter(({ at }) => at <= desk.asOf);
}

export const rangeWord = (range: Range): Word => `chart.range.${range}`;
