import type { Drawn } from './drawn.js';

/** Times in seconds; of bars each row on top of the rows before it, the highest first, so that the lower ones are drawn over it. */
export function aligned(drawn: Drawn): [number[], ...number[][]] {
  const times = drawn.times.map((at) => at / 1000);
  if (!drawn.bars) return [times, ...drawn.lines.map(({ values }) => [...values])];
  const sums: number[][] = [];
  drawn.lines.forEach(({ values }, row) => sums.push(values.map((value, at) => value + (sums[row - 1]?.[at] ?? 0))));
  return [times, ...sums.reverse()];
}
