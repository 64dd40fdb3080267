import type { Word } from '../../i18n/index.js';

/** What the bars of a chart are made of: kinds of incidents. */
export interface Stacked {
  readonly total: string;
  /** So many kinds have a colour of their own; the others are one. */
  readonly most: number;
}

/** How a line looks where colour can't be told: dashes, and the name at its end. */
export interface LineSpec {
  readonly word: Word;
  /** Figures that are added up. */
  readonly figures: readonly string[];
  /** Which of the chart colours, 1 to 6. */
  readonly colour: number;
  readonly dash?: readonly number[];
  /** The line is the measure that another is compared with. */
  readonly measure?: boolean;
}

export interface ChartSpec {
  readonly id: string;
  readonly title: Word;
  readonly unit: Word;
  readonly lines: readonly LineSpec[];
  /** Counted by bucket instead of standing: stacked bars. */
  readonly stacked?: Stacked;
}

const onPost: ChartSpec = {
  id: 'onPost',
  title: 'chart.onPost',
  unit: 'unit.people',
  lines: [
    { word: 'chart.onPost.plan', figures: ['people.due'], colour: 6, dash: [6, 4], measure: true },
    { word: 'chart.onPost.now', figures: ['people.onPost'], colour: 1 },
  ],
};

const reports: ChartSpec = {
  id: 'reports',
  title: 'chart.reports',
  unit: 'unit.places',
  lines: [
    { word: 'chart.reports.due', figures: ['posts.due'], colour: 6, dash: [6, 4], measure: true },
    { word: 'chart.reports.heard', figures: ['posts.reporting'], colour: 1 },
    { word: 'chart.reports.silent', figures: ['posts.silent'], colour: 5, dash: [2, 3] },
  ],
};

const incidents: ChartSpec = {
  id: 'incidents',
  title: 'chart.incidents',
  unit: 'unit.cases',
  lines: [],
  stacked: { total: 'incidents.total', most: 5 },
};

const muster: ChartSpec = {
  id: 'muster',
  title: 'chart.muster',
  unit: 'unit.people',
  lines: [
    { word: 'chart.muster.ordered', figures: ['muster.ordered'], colour: 6, dash: [6, 4], measure: true },
    { word: 'chart.muster.mustered', figures: ['muster.mustered'], colour: 1 },
  ],
};

const routes: ChartSpec = {
  id: 'routes',
  title: 'chart.routes',
  unit: 'chart.unit.routes',
  lines: [
    { word: 'chart.routes.planned', figures: ['routes.planned'], colour: 6, dash: [6, 4] },
    { word: 'chart.routes.moving', figures: ['routes.moving', 'routes.stopped'], colour: 2 },
    { word: 'chart.routes.arrived', figures: ['routes.arrived'], colour: 4, dash: [2, 3] },
    { word: 'chart.routes.handedOver', figures: ['routes.handedOver'], colour: 3, dash: [10, 3, 2, 3] },
  ],
};

const boxes: ChartSpec = {
  id: 'boxes',
  title: 'chart.boxes',
  unit: 'chart.unit.boxes',
  lines: [
    { word: 'chart.boxes.onRoute', figures: ['boxes.onRoute'], colour: 2 },
    { word: 'chart.boxes.atCentre', figures: ['boxes.atCentre'], colour: 3, dash: [10, 3, 2, 3] },
  ],
};

export const charts: readonly ChartSpec[] = [incidents, onPost, reports, muster, routes, boxes];
export const strip: readonly ChartSpec[] = [incidents, onPost, reports];

/** The figure of a kind of incidents, which courses tell and tallies don't. */
export const ofKind = (kind: string): string => `incidents.kind.${kind}`;

/** Every figure that these need, each once; `kinds`: the server's kinds of incidents. */
export function figuresOf(specs: readonly ChartSpec[], kinds: readonly string[]): readonly string[] {
  const stacked = specs.flatMap((spec) =>
    spec.stacked === undefined ? [] : [spec.stacked.total, ...kinds.map(ofKind)],
  );
  return [...new Set([...stacked, ...specs.flatMap(({ lines }) => lines.flatMap(({ figures }) => figures))])];
}
