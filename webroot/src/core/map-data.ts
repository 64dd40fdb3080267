/** What `virtual:map-data` holds (map/data.mjs): both sources under ODbL 1.0. */
export interface MapData {
  readonly grid: number;
  /** Agency → province; two agencies share the outline of Gyeonggi. */
  readonly provinces: Readonly<Record<string, string>>;
  /** Rings as x, y, dx, dy, … in 1/grid degrees. */
  readonly outlines: readonly { readonly name: string; readonly rings: readonly (readonly number[])[] }[];
  readonly places: Readonly<Record<string, readonly [number, number, string] | readonly (string | number)[]>>;
}

/** Longitude and latitude in degrees, WGS 84. */
export type Degrees = readonly [number, number];

/**
 * How sure a symbol's place is. `district`: a point of the station's own district; `schematic`: arranged. A post's: `sourced` from
 * its list, `generated` in a drill.
 */
export type Certainty = 'district' | 'schematic';

export interface Placed {
  readonly at: Degrees;
  readonly certainty: Certainty;
}

export interface Outline {
  readonly name: string;
  readonly rings: readonly (readonly Degrees[])[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

export function outlinesOf({ grid, outlines }: MapData): Outline[] {
  return outlines.map(({ name, rings }) => {
    const unfolded = rings.map((ring) => unfold(ring, grid));
    return { name, rings: unfolded, box: boxOf(unfolded.flat()) };
  });
}

function unfold(ring: readonly number[], grid: number): Degrees[] {
  let [x, y] = [0, 0];
  const points: Degrees[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    x += ring[at] ?? 0;
    y += ring[at + 1] ?? 0;
    points.push([x / grid, y / grid]);
  }
  return points;
}

export function boxOf(points: readonly Degrees[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Whether a point lies on the province's ground: even and odd crossings over all its rings. */
export function inside({ rings, box }: Outline, [x, y]: Degrees): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let within = false;
  for (const ring of rings) {
    let before = ring[ring.length - 1];
    for (const point of ring) {
      if (before !== undefined && point[1] > y !== before[1] > y) {
        const crossing = ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0];
        if (x < crossing) within = !within;
      }
      before = point;
    }
  }
  return within;
}
