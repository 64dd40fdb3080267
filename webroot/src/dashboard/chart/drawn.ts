import { bucketMillis, coarser, growth, stepFor } from '../../core/series.js';
import { ofKind, type ChartSpec } from './specs.js';

/** One line, or one layer of the bars. */
export interface DrawnLine {
  readonly label: string;
  readonly values: readonly number[];
  /** 1 to 6; the layer of a bar has a pattern of the same number. */
  readonly colour: number;
  readonly dash?: readonly number[];
}

/** A chart's numbers as they are drawn and as its table says them. */
export interface Drawn {
  /** When each point is: a bar's begin; of a line the bucket's end, or now in the one that has not ended. */
  readonly times: readonly number[];
  /** How long a point's bucket is. */
  readonly stepMillis: number;
  readonly bars: boolean;
  readonly lines: readonly DrawnLine[];
}

export interface Material {
  readonly first: number;
  readonly figures: Readonly<Record<string, readonly number[]>>;
  /** From when on it is drawn; buckets before only say what stood then. */
  readonly from: number;
  readonly now: number;
  /** So many points at most. */
  readonly most: number;
}

export interface Naming {
  readonly kinds: readonly string[];
  readonly kind: (code: string) => string;
  readonly rest: string;
  readonly line: (spec: ChartSpec['lines'][number]) => string;
}

export function drawn(spec: ChartSpec, of: Material, naming: Naming): Drawn {
  const skipped = Math.max(0, Math.ceil((of.from - of.first) / bucketMillis));
  const length = Math.max(...Object.values(of.figures).map((values) => values.length), 0) - skipped;
  const step = stepFor(length, of.most);
  const bars = spec.stacked !== undefined;
  const shape = (values: readonly number[]): readonly number[] =>
    coarser(of.first + skipped * bucketMillis, values, step, bars ? 'sum' : 'last').values;
  const begin = coarser(of.first + skipped * bucketMillis, [0], step, 'last').first;
  const stepMillis = step * bucketMillis;
  const lines = (bars ? layers(spec, of, naming, skipped) : plain(spec, of, naming, skipped)).map((line) => ({
    ...line,
    values: shape(line.values),
  }));
  const times = shape(Array<number>(Math.max(0, length)).fill(0)).map((_, index) =>
    bars ? begin + index * stepMillis : Math.min(begin + (index + 1) * stepMillis, of.now),
  );
  return { times, stepMillis, bars, lines };
}

function plain(spec: ChartSpec, of: Material, naming: Naming, skipped: number): DrawnLine[] {
  return spec.lines.map((line) => ({
    label: naming.line(line),
    values: added(line.figures.map((name) => (of.figures[name] ?? []).slice(skipped))),
    colour: line.colour,
    ...(line.dash === undefined ? {} : { dash: line.dash }),
  }));
}

/** The kinds that came most, the most frequent at the bottom; all others as one. */
function layers(spec: ChartSpec, of: Material, naming: Naming, skipped: number): DrawnLine[] {
  const { total = '', most = 0 } = spec.stacked ?? {};
  const counts = (name: string): number[] => {
    const values = of.figures[name] ?? [];
    return growth(values.slice(skipped), skipped > 0 ? values[skipped - 1] : 0);
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const ranked = naming.kinds
    .map((kind) => ({ kind, values: counts(ofKind(kind)) }))
    .filter(({ kind, values }) => kind !== 'OTHER' && sum(values) > 0)
    .sort((a, b) => sum(b.values) - sum(a.values));
  const shown = ranked.slice(0, most);
  const named = added(shown.map(({ values }) => values));
  const rest = counts(total).map((value, index) => Math.max(0, value - (named[index] ?? 0)));
  return [
    ...shown.map(({ kind, values }, index) => ({ label: naming.kind(kind), values, colour: index + 1 })),
    { label: naming.rest, values: rest, colour: 6 },
  ];
}

export function added(rows: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length }, (_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0));
}
