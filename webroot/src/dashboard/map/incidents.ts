import type { Degrees } from '../../core/map-data.js';
import type { Places } from '../../core/map-places.js';
import type { MapPosts } from '../../core/map-posts.js';
import type { Incident } from '../../core/protocol.js';
import { all, one, type Store } from '../../core/store.js';
import { isOpen } from '../order.js';

/** Where an incident is shown: its own position, its post's, else its unit's symbol. */
export interface PlacedIncident {
  readonly incident: Incident;
  readonly at: Degrees;
  readonly by: 'position' | 'post' | 'unit';
}

/** Open incidents, the most urgent first, then those that wait, then the oldest. */
export function placedIncidents(store: Store, posts: MapPosts | undefined, places: Places): PlacedIncident[] {
  return [...all(store, 'incident').values()]
    .filter(isOpen)
    .sort((a, b) => a.code - b.code || waits(b) - waits(a) || a.recordedAt.localeCompare(b.recordedAt))
    .flatMap((incident) => {
      const found = place(store, posts, places, incident);
      return found === undefined ? [] : [{ incident, ...found }];
    });
}

const waits = ({ status }: Incident): number => (status === 'REPORTED' ? 1 : 0);

function place(
  store: Store,
  posts: MapPosts | undefined,
  places: Places,
  { position, post, unit }: Incident,
): Omit<PlacedIncident, 'incident'> | undefined {
  if (position != null) return { at: [position.longitude, position.latitude], by: 'position' };
  const dot = posts?.index.get(post ?? '');
  const at = dot === undefined ? undefined : posts?.at[dot];
  if (at !== undefined) return { at, by: 'post' };
  const placed = places.unit(unit, one(store, 'unit', unit)?.parent);
  return placed === undefined ? undefined : { at: placed.at, by: 'unit' };
}

/** Several incidents on the same spot of the screen: the first is seen, the others are counted. */
export interface Pin {
  readonly first: PlacedIncident;
  readonly others: readonly PlacedIncident[];
  readonly x: number;
  readonly y: number;
}

/** The most urgent stand; what would lie on one of them (nearer than `apart` pixels) is counted with it. At most `most` pins. */
export function pins(
  placed: readonly PlacedIncident[],
  pixel: (at: Degrees) => readonly [number, number],
  apart: number,
  most: number,
  size: readonly [number, number],
): Pin[] {
  const made: { first: PlacedIncident; others: PlacedIncident[]; x: number; y: number }[] = [];
  for (const each of placed) {
    const [x, y] = pixel(each.at);
    if (x < 0 || y < 0 || x > size[0] || y > size[1]) continue;
    const held = made.find((pin) => Math.abs(pin.x - x) < apart && Math.abs(pin.y - y) < apart);
    if (held !== undefined) held.others.push(each);
    else if (made.length < most) made.push({ first: each, others: [], x, y });
  }
  return made;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Pushes left in turn: out of one circle, a pin may have come into the next. */
const pushes = 4;

/** Where a pin stands so that the figures within the circles stay readable: outside all of them, as near its place as they let it. */
export function aside(pin: Spot, centres: readonly Spot[], radius: number): Spot {
  let { x, y } = pin;
  for (let push = 0; push < pushes; push++) {
    const inside = centres.find((centre) => Math.hypot(x - centre.x, y - centre.y) < radius - 0.01);
    if (inside === undefined) break;
    const [byX, byY] = [x - inside.x, y - inside.y];
    const away = Math.hypot(byX, byY);
    // In the very middle there is no direction: up and to the left, where no badge is.
    const [toX, toY] = away < 0.01 ? [-Math.SQRT1_2, -Math.SQRT1_2] : [byX / away, byY / away];
    x = inside.x + toX * radius;
    y = inside.y + toY * radius;
  }
  return { x, y };
}
