/** Every glyph of a wall subtends at least so many minutes of arc where it is read (ISO 9241-303: 16 the least for reading). */
const arcMinutes = 16;
const millimetresPerInch = 25.4;
/** More lines than this make no wall, however near it is read. */
const mostLines = 40;

export interface Screen {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** CSS pixels that 16 minutes of arc take up on a screen of this diagonal, read from this distance: 73.4 on 55 inches in 4K from 5 m. */
export function leastPixels(screen: Screen, inches: number, metres: number): number {
  const millimetres = 2 * metres * 1000 * Math.tan(((arcMinutes / 60 / 2) * Math.PI) / 180);
  return (millimetres / (inches * millimetresPerInch)) * Math.hypot(screen.width, screen.height);
}

/** The size of the wall's text in whole CSS pixels: never below the least, and not below a fortieth of the height. */
export function glyphPixels(screen: Screen, inches: number, metres: number): number {
  return Math.ceil(Math.max(leastPixels(screen, inches, metres), screen.height / mostLines));
}

/** How many rows fit into a height, all in one unit; what does not fit is counted in a line of its own, for which room is kept. */
export function fitting(rows: number, height: number, row: number, counting: number): number {
  const room = (free: number): number => Math.max(0, Math.floor(free / row + 1e-6));
  return rows <= room(height) ? rows : Math.min(rows, room(height - counting));
}
