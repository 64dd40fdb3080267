/** What stands in the middle of a wall. */
export const panels = ['map', 'matrix', 'charts'] as const;
export type Panel = (typeof panels)[number];

export interface Wall {
  /** In turn; a single one stays. */
  readonly panels: readonly Panel[];
  /** Seconds that each stays. */
  readonly every: number;
  /** Diagonal of the screen. */
  readonly inches: number;
  /** From where it is read. */
  readonly metres: number;
}

export const usualWall: Wall = { panels, every: 20, inches: 55, metres: 5 };

/** The least and the most of each setting: what a screen in a room can be. */
export const bounds = { every: [5, 3600], inches: [10, 300], metres: [0.5, 30] } as const;

const isPanel = (name: string): name is Panel => (panels as readonly string[]).includes(name);

/** The settings in an address; undefined where it is no wall's. What makes no sense is as usual. */
export function wallOf(given: URLSearchParams): Wall | undefined {
  if (given.get('wall') !== '1') return undefined;
  const chosen = [...new Set((given.get('panels') ?? '').split(',').filter(isPanel))];
  const within = (name: keyof typeof bounds): number => {
    const value = Number(given.get(name) ?? Number.NaN);
    const [least, most] = bounds[name];
    return value >= least && value <= most ? value : usualWall[name];
  };
  return {
    panels: chosen.length === 0 ? panels : chosen,
    every: within('every'),
    inches: within('inches'),
    metres: within('metres'),
  };
}

/** Writes them into an address, what is as usual left out. */
export function writeWall(made: URLSearchParams, wall: Wall): void {
  made.set('wall', '1');
  if (wall.panels.join() !== usualWall.panels.join()) made.set('panels', wall.panels.join());
  for (const name of ['every', 'inches', 'metres'] as const)
    if (wall[name] !== usualWall[name]) made.set(name, String(wall[name]));
}

/** The panel that stands after so many milliseconds. */
export function panelAt(wall: Wall, millis: number): Panel {
  const turn = Math.floor(Math.max(0, millis) / (wall.every * 1000));
  return wall.panels[turn % wall.panels.length] ?? 'map';
}
