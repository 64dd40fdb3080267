import type { PostState } from '../../core/entities.js';
import { dotStates, type Look } from '../../core/map-dots.js';
import type { Places } from '../../core/map-places.js';
import type { MapPosts } from '../../core/map-posts.js';
import { below } from '../../core/place.js';
import { all, one, type Store } from '../../core/store.js';
import type { Palette } from './dot-painter.js';
import { devicePixels } from './dots.js';
import { around, type Box, type Ground } from './ground.js';

/** The box that a scope fills; undefined as long as the view does not say. Degrees. */
export function extent(store: Store, scope: string, places: Places, posts: MapPosts | undefined): Box | undefined {
  const unit = one(store, 'unit', scope);
  if (unit === undefined) return undefined;
  if (unit.unitKind === 'STATION') {
    const own = [...all(store, 'post').values()].filter((post) => post.unit === scope);
    const dots = own.map(({ id }) => posts?.at[posts.index.get(id) ?? -1]).filter((at) => at !== undefined);
    const place = places.unit(unit.id, unit.parent);
    return around([...dots, ...(place === undefined ? [] : [place.at])], dots.length > 0 ? 0.006 : 0.03);
  }
  const stations = below(store, scope)
    .map(({ id, parent }) => places.unit(id, parent)?.at)
    .filter((at) => at !== undefined);
  if (unit.unitKind === 'AGENCY') return around(stations, 0.06);
  return country(places);
}

export const country = (places: Places): Box | undefined =>
  around(
    places.outlines.flatMap(({ rings }) => rings.flat()),
    0.03,
  );

/** Radius of a calm dot in CSS pixels: the nearer, the larger. */
const radii: readonly (readonly [number, number])[] = [
  [500, 1.1],
  [250, 1.5],
  [120, 2.2],
  [60, 3],
  [25, 4],
  [10, 5],
  [0, 6.5],
];

/** From this resolution (metres per pixel) on shapes can be told apart and calm dots get a stronger colour. */
const near = 120;

export function lookOf(ground: Ground, scale: number): Look {
  const ratio = devicePixels();
  const [width, height] = ground.size;
  const [x, y] = ground.centrePoint;
  const radius = radii.find(([above]) => ground.resolution >= above)?.[1] ?? 1;
  return {
    west: x - (width / 2) * ground.resolution,
    north: y + (height / 2) * ground.resolution,
    resolution: ground.resolution / ratio,
    width: Math.max(1, Math.round(width * ratio)),
    height: Math.max(1, Math.round(height * ratio)),
    radius: radius * ratio * scale,
  };
}

const tokens: Readonly<Record<PostState, readonly [far: string, close: string]>> = {
  IDLE: ['--line', '--edge'],
  SIGNED_OFF: ['--line', '--edge'],
  REPORTING: ['--edge', '--quiet'],
  LATE: ['--warn', '--warn'],
  NEVER_REPORTED: ['--alarm', '--alarm'],
  LOST_CONTACT: ['--alarm', '--alarm'],
};

export function paletteOf(element: HTMLElement, resolution: number): Palette {
  const style = getComputedStyle(element);
  const close = resolution < near ? 1 : 0;
  return {
    states: dotStates.map((state) => style.getPropertyValue(tokens[state][close]).trim()),
    edge: style.getPropertyValue('--page').trim(),
  };
}
