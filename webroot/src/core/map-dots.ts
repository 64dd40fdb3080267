import type { PostState } from './entities.js';

/** States as small numbers; the higher, the more it wants to be seen: it is painted later. */
export const dotStates: readonly PostState[] = [
  'IDLE',
  'SIGNED_OFF',
  'REPORTING',
  'LATE',
  'NEVER_REPORTED',
  'LOST_CONTACT',
];

export const dotState = (state: PostState | undefined): number => Math.max(0, dotStates.indexOf(state ?? 'IDLE'));

/** Where the canvas looks: metres (EPSG:3857) of its left upper corner, metres per device pixel, size in device pixels. */
export interface Look {
  readonly west: number;
  readonly north: number;
  readonly resolution: number;
  readonly width: number;
  readonly height: number;
  /** Radius of a calm dot in device pixels. */
  readonly radius: number;
}

/** Side of the cells that are repainted as a whole, in device pixels. */
export const cellSide = 64;

/**
 * Which dots lie in which cell of the canvas. A dot is in each cell that its sprite touches, so that a cell can be painted anew
 * from its own dots alone.
 */
export class Cells {
  readonly columns: number;
  readonly rows: number;
  /** Pixel of each dot; a dot outside the canvas is in no cell. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;

  constructor(
    positions: Float64Array,
    look: Look,
    private readonly reach: number,
  ) {
    const count = positions.length / 2;
    this.columns = Math.max(1, Math.ceil(look.width / cellSide));
    this.rows = Math.max(1, Math.ceil(look.height / cellSide));
    this.x = new Int32Array(count);
    this.y = new Int32Array(count);
    const sizes = new Uint32Array(this.columns * this.rows + 1);
    for (let dot = 0; dot < count; dot++) {
      this.x[dot] = clamp(((positions[2 * dot] ?? 0) - look.west) / look.resolution);
      this.y[dot] = clamp((look.north - (positions[2 * dot + 1] ?? 0)) / look.resolution);
      this.touched(dot, (cell) => (sizes[cell + 1] = (sizes[cell + 1] ?? 0) + 1));
    }
    for (let cell = 1; cell < sizes.length; cell++) sizes[cell] = (sizes[cell] ?? 0) + (sizes[cell - 1] ?? 0);
    this.starts = sizes;
    this.members = new Uint32Array(sizes[sizes.length - 1] ?? 0);
    const filled = sizes.slice();
    for (let dot = 0; dot < count; dot++)
      this.touched(dot, (cell) => {
        const place = filled[cell] ?? 0;
        this.members[place] = dot;
        filled[cell] = place + 1;
      });
  }

  /** The cells that a dot's sprite touches. */
  touched(dot: number, take: (cell: number) => void): void {
    const [x, y] = [this.x[dot] ?? 0, this.y[dot] ?? 0];
    const left = Math.max(0, Math.floor((x - this.reach) / cellSide));
    const right = Math.min(this.columns - 1, Math.floor((x + this.reach) / cellSide));
    const top = Math.max(0, Math.floor((y - this.reach) / cellSide));
    const bottom = Math.min(this.rows - 1, Math.floor((y + this.reach) / cellSide));
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) take(row * this.columns + column);
  }

  in(cell: number): Uint32Array {
    return this.members.subarray(this.starts[cell] ?? 0, this.starts[cell + 1] ?? 0);
  }
}

/** Far outside is far outside: what would not fit an integer stands at its edge. */
const clamp = (pixel: number): number => Math.round(Math.max(-1e8, Math.min(1e8, pixel)));

/** The dot nearest to a place within `reach` metres, the more alarming first where two are as near; -1: none. */
export function nearest(
  positions: Float64Array,
  states: Uint8Array,
  at: readonly [number, number],
  reach: number,
): number {
  let [best, least] = [-1, reach];
  for (let dot = 0; dot < states.length; dot++) {
    const far = Math.hypot((positions[2 * dot] ?? 0) - at[0], (positions[2 * dot + 1] ?? 0) - at[1]);
    if (far < least || (far === least && best >= 0 && (states[dot] ?? 0) > (states[best] ?? 0)))
      [best, least] = [dot, far];
  }
  return best;
}
