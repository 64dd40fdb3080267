import { svg, type SVGTemplateResult } from 'lit';

const width = 54;
const height = 14;

/** A small line of how a figure went, its range over the whole height; flat at the bottom where it was always 0. */
export function sparkLine(values: readonly number[]): SVGTemplateResult {
  const top = Math.max(...values, 1);
  const low = Math.min(...values);
  const range = top - low > 0 ? top - low : 1;
  const step = width / Math.max(1, values.length - 1);
  const points = values
    .map(
      (value, index) =>
        `${(index * step).toFixed(1)},${(height - 1 - ((value - low) / range) * (height - 2)).toFixed(1)}`,
    )
    .join(' ');
  return svg`<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true" preserveAspectRatio="none">
    <polyline points=${points}></polyline>
  </svg>`;
}

/** Small bars of how much was counted in each bucket. */
export function sparkBars(values: readonly number[]): SVGTemplateResult {
  const top = Math.max(...values, 1);
  const step = width / Math.max(1, values.length);
  const path = values
    .map((value, index) => {
      const tall = value === 0 ? 0 : Math.max(1.5, (value / top) * height);
      return tall === 0
        ? ''
        : `M${(index * step).toFixed(1)} ${String(height)}v${(-tall).toFixed(1)}h${(step * 0.7).toFixed(1)}v${tall.toFixed(1)}z`;
    })
    .join('');
  return svg`<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true" preserveAspectRatio="none">
    <path d=${path}></path>
  </svg>`;
}
