import { inside, outlinesOf, type Degrees, type MapData, type Outline, type Placed } from './map-data.js';

/** Furthest that a generated post lies from its station, and the least, in degrees of latitude (about 11 km and 0.7 km). */
const widest = 0.1;
const narrowest = 0.006;
/** Of the way to the next station. */
const share = 0.75;
const tries = 6;

/** Where units' symbols stand and, in a drill, where posts without coordinates are shown. Pure and the same on every screen. */
export class Places {
  readonly outlines: readonly Outline[];
  private readonly held = new Map<string, Placed>();
  private readonly reaches = new Map<string, number>();

  constructor(private readonly data: MapData) {
    this.outlines = outlinesOf(data);
    for (const [code, [x, y, certainty]] of Object.entries(data.places))
      this.held.set(code, {
        at: [Number(x), Number(y)],
        certainty: certainty === 'district' ? 'district' : 'schematic',
      });
  }

  /** A unit that the map does not know yet (a new station) stands near the unit above it; undefined when that is unknown too. */
  unit(code: string, parent?: string): Placed | undefined {
    const known = this.held.get(code);
    if (known !== undefined || parent === undefined) return known;
    const above = this.held.get(parent);
    if (above === undefined) return undefined;
    const made: Placed = { at: this.near(code, above.at, 0.3, this.outline(parent)), certainty: 'schematic' };
    this.held.set(code, made);
    return made;
  }

  /** The outline that an agency's ground lies in. */
  outline(agency: string | undefined): Outline | undefined {
    const name = this.data.provinces[agency ?? ''];
    return this.outlines.find((outline) => outline.name === name);
  }

  /** A drill's generated place of a post: by its id alone, spread around its station, on the ground of its province. */
  generated(post: string, station: string, agency: string | undefined): Degrees | undefined {
    const placed = this.unit(station, agency);
    return placed === undefined
      ? undefined
      : this.near(post, placed.at, this.reach(station, placed.at), this.outline(agency));
  }

  private near(id: string, [x, y]: Degrees, reach: number, outline: Outline | undefined): Degrees {
    for (let turn = 0; turn < tries; turn++) {
      const [a, b] = chances(id, turn);
      const far = reach * Math.sqrt(a);
      const angle = 2 * Math.PI * b;
      const at: Degrees = [x + (far * Math.cos(angle)) / Math.cos((y * Math.PI) / 180), y + far * Math.sin(angle)];
      if (outline === undefined || inside(outline, at)) return at;
    }
    return [x, y];
  }

  /** How far posts spread: a share of the way to the nearest other unit that stands still, within bounds. */
  private reach(station: string, [x, y]: Degrees): number {
    const known = this.reaches.get(station);
    if (known !== undefined) return known;
    let nearest = widest / share;
    for (const [code, { at }] of this.held) {
      if (code === station || code in this.data.provinces) continue;
      nearest = Math.min(nearest, Math.hypot((at[0] - x) * 0.8, at[1] - y));
    }
    const reach = Math.min(widest, Math.max(narrowest, nearest * share));
    this.reaches.set(station, reach);
    return reach;
  }
}

/** Two numbers from 0 to 1 that follow from the text alone (FNV-1a, then mixed). */
export function chances(text: string, turn: number): readonly [number, number] {
  let hash = 2_166_136_261 ^ turn;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return [mixed(hash), mixed(hash ^ 0x9e37_79b9)];
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
