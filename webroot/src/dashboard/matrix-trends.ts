import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { number } from '../core/format.js';
import { bucketMillis, bucketOf, growth, type Course } from '../core/series.js';
import { t } from '../i18n/index.js';
import { sparkBars, sparkLine } from './chart/spark.js';
import type { Wanted } from './chart/feed.js';
import type { Desk } from './desk.js';

export const trendFigures = ['incidents.total', 'people.onPost', 'posts.reporting'] as const;
export type TrendFigure = (typeof trendFigures)[number];

const buckets = 18;
const hour = 3_600_000;

/** The last three hours of every unit below the scope; the query moves on by the hour, so that it can be continued. */
export const trendsWanted = (desk: Desk): Wanted => ({
  scope: desk.scope,
  figures: trendFigures,
  depth: 'children',
  since: Math.max(0, Math.floor((bucketOf(desk.asOf) - (buckets + 1) * bucketMillis) / hour) * hour),
});

/** The trend of a cell; drawn anew only when a bucket ended, not with every change of the figure beside it. */
export function trend(course: Course | undefined, unit: string, name: TrendFigure): TemplateResult {
  const values = course?.units.get(unit)?.[name];
  return html`${guard([values], () => drawn(values, name))}`;
}

function drawn(values: readonly number[] | undefined, name: TrendFigure): unknown {
  if (values === undefined || values.length < 3) return nothing;
  if (name !== 'incidents.total') {
    const shown = values.slice(-buckets);
    const words = { first: number(shown[0] ?? 0), last: number(shown.at(-1) ?? 0) };
    return html`<span class="trend" title=${t('matrix.trend', words)}>${sparkLine(shown)}</span>`;
  }
  const grown = growth(values, values[0]).slice(-buckets);
  const sum = grown.reduce((a, b) => a + b, 0);
  return html`<span class="trend" title=${t('matrix.trend.incidents', { n: number(sum) })}>${sparkBars(grown)}</span>`;
}
