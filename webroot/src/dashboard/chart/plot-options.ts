import uPlot from 'uplot';
import { moment, number } from '../../core/format.js';
import type { Drawn } from './drawn.js';
import { filling } from './patterns.js';

/** A moment that is marked on the axis: a phase began. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

export interface Look {
  readonly width: number;
  readonly height: number;
  /** Size of small text in CSS pixels. */
  readonly text: number;
  readonly family: string;
  readonly colours: readonly string[];
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly compact: boolean;
}

const day = 86_400;
const zone = 'Asia/Seoul';

export function options(
  drawn: Drawn,
  marks: readonly Mark[],
  look: Look,
  moved: (index: number | undefined) => void,
): uPlot.Options {
  const font = `${String(look.text)}px ${look.family}`;
  const labels =
    drawn.bars || look.compact ? 0 : Math.max(0, ...drawn.lines.map(({ label }) => measured(label, font))) + 10;
  const axis = { stroke: look.quiet, font, ticks: { stroke: look.line, width: 1, size: 4 }, gap: 4 };
  return {
    width: look.width,
    height: look.height,
    padding: [
      look.text * (marks.length > 0 ? 1.8 : 0.8),
      Math.max(labels, look.text, measured('00:00', font) / 2),
      0,
      0,
    ],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: !drawn.bars } },
    scales: {
      x: { time: true, range: () => span(drawn) },
      y: { range: (_, _min, max) => [0, Math.max(5, (Number.isFinite(max) ? max : 0) * 1.08)] },
    },
    axes: [
      {
        ...axis,
        size: look.text * 2,
        space: look.text * 5,
        grid: { show: false },
        values: (_, splits, _axis, _space, step) => splits.map((at) => axisTime(at, step)),
      },
      {
        ...axis,
        size: (_, values) => Math.max(look.text * 2.5, ...(values ?? []).map((value) => measured(value, font) + 14)),
        space: look.text * 3,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5],
        grid: { stroke: look.line, width: 1 },
        values: (_, splits) => splits.map(number),
      },
    ],
    series: [{}, ...(drawn.bars ? bars(drawn, look) : lines(drawn, look))],
    hooks: {
      draw: [(plot) => marked(plot, marks, font, look), (plot) => named(plot, drawn, font, look, labels)],
      setCursor: [(plot) => moved(plot.cursor.idx ?? undefined)],
    },
  };
}

function span({ times, stepMillis, bars }: Drawn): [number, number] {
  const [from, until] = [(times[0] ?? 0) / 1000, (times.at(-1) ?? 0) / 1000];
  return [from, Math.max(until + (bars ? stepMillis / 1000 : 0), from + 600)];
}

function axisTime(at: number, step: number): string {
  const text = moment(at * 1000, step >= day ? 0 : at * 1000);
  return step >= day ? text.slice(0, 5) : text === '00:00' ? moment(at * 1000, 0).slice(0, 5) : text;
}

const lines = (drawn: Drawn, look: Look): uPlot.Series[] =>
  drawn.lines.map(({ label, colour, dash }) => ({
    label,
    stroke: look.colours[colour - 1] ?? look.ink,
    width: look.text / (dash === undefined ? 5.5 : 7.5),
    ...(dash === undefined ? {} : { dash: dash.map((part) => (part * look.text) / 12) }),
    points: { show: drawn.times.length < 2 },
  }));

function bars(drawn: Drawn, look: Look): uPlot.Series[] {
  const paths = uPlot.paths.bars?.({ size: [0.86, Number.POSITIVE_INFINITY], align: 1 });
  return drawn.lines.toReversed().map(({ label, colour }) => {
    const ink = look.colours[colour - 1] ?? look.ink;
    const fill = filling(colour, ink, look.ground);
    return {
      label,
      fill: () => fill as string,
      stroke: ink,
      width: 0,
      points: { show: false },
      ...(paths && { paths }),
    };
  });
}

/** Where a phase began: a dotted line, and its name where there is room for it. */
function marked(plot: uPlot, marks: readonly Mark[], font: string, look: Look): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  let free = bbox.left;
  ctx.save();
  ctx.font = scaled(font, scale);
  ctx.fillStyle = look.ink;
  ctx.strokeStyle = look.quiet;
  ctx.lineWidth = scale;
  ctx.setLineDash([2 * scale, 3 * scale]);
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'left';
  for (const { at, label } of marks) {
    const x = Math.round(plot.valToPos(at / 1000, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const wide = ctx.measureText(label).width;
    const from = Math.min(x, bbox.left + bbox.width - wide);
    if (from < free) continue;
    ctx.fillText(label, from, bbox.top - 2 * scale);
    free = from + wide + 8 * scale;
  }
  ctx.restore();
}

/** Each line's name at its end, moved apart where lines end side by side. */
function named(plot: uPlot, drawn: Drawn, font: string, look: Look, room: number): void {
  if (room === 0) return;
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  const height = look.text * 1.25 * scale;
  const ends = drawn.lines
    .map(({ label, colour, values }) => ({ label, colour, y: plot.valToPos(values.at(-1) ?? 0, 'y', true) }))
    .sort((a, b) => a.y - b.y);
  ends.forEach((end, index) => (end.y = Math.max(end.y, (ends[index - 1]?.y ?? Number.NEGATIVE_INFINITY) + height)));
  const over = Math.max(0, (ends.at(-1)?.y ?? 0) - (bbox.top + bbox.height));
  ctx.save();
  ctx.font = scaled(font, scale);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const { label, colour, y } of ends) {
    ctx.fillStyle = look.colours[colour - 1] ?? look.ink;
    ctx.fillText(label, bbox.left + bbox.width + 6 * scale, y - over);
  }
  ctx.restore();
}

const scaled = (font: string, scale: number): string =>
  font.replace(/^([\d.]+)px/, (_, size: string) => `${String(Number(size) * scale)}px`);

let measuring: CanvasRenderingContext2D | null | undefined;

function measured(text: string, font: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null || measuring === undefined) return 0;
  measuring.font = font;
  return measuring.measureText(text).width;
}
