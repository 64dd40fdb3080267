import type { Api } from '../../core/api.js';
import { mapBoundaries, mapSettings } from '../../core/map-remote.js';
import type { Places } from '../../core/map-places.js';
import type { MapPosts } from '../../core/map-posts.js';
import type { Store } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { Dots } from './dots.js';
import { Ground } from './ground.js';
import { country, extent, lookOf, paletteOf } from './scene.js';

/** So near, in pixels, a press must be to a dot. */
const reachPixels = 12;

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.2, 0],
  ArrowRight: [0.2, 0],
  ArrowUp: [0, -0.2],
  ArrowDown: [0, 0.2],
};

export interface Heard {
  readonly moved: () => void;
  readonly hit: (dot: number) => void;
  /** Another size, and nobody has moved the map since it was fitted. */
  readonly sized: () => void;
}

/** Ground and dots, which move together. */
export class Stage {
  readonly ground: Ground;
  readonly dots = new Dots();
  /** Metres per pixel at which the country fills the map. */
  whole = 800;
  /** Whether somebody has moved the map since it was fitted. */
  touched = false;
  over = false;
  private palette = '';
  private seen = '';

  constructor(
    private readonly field: HTMLElement,
    readonly places: Places,
    private readonly heard: Heard,
  ) {
    const part = (name: string): HTMLElement => field.querySelector(name) as HTMLElement;
    this.ground = new Ground(part('.ground'), places.outlines);
    part('.dots').append(...this.dots.canvases);
    this.ground.map.on('postrender', () => this.moved());
    this.ground.map.on('pointerdrag', () => (this.touched = true));
    part('.ground').addEventListener('wheel', () => (this.touched = true), { passive: true });
    this.ground.map.on('change:size', () => {
      if (!this.touched) this.heard.sized();
    });
    this.ground.map.on('click', (event) => {
      const [x = 0, y = 0] = event.coordinate;
      const dot = this.dots.hit([x, y], reachPixels * this.ground.resolution);
      if (dot >= 0) this.heard.hit(dot);
    });
  }

  end(): void {
    this.over = true;
    this.dots.end();
    this.ground.end();
    for (const canvas of this.dots.canvases) canvas.remove();
  }

  theme(): void {
    this.ground.look(this.field);
    this.palette = '';
    this.seen = '';
    this.moved();
  }

  /** Whether the scope's extent was known and the map has a size to fit it into. */
  fit(store: Store, scope: string, posts: MapPosts, instantly: boolean): boolean {
    const box = extent(store, scope, this.places, posts);
    const [width, height] = this.ground.size;
    if (box === undefined || width < 40 || height < 40) return false;
    const whole = country(this.places);
    if (whole !== undefined) this.whole = this.ground.resolutionFor(whole);
    this.touched = false;
    this.ground.fit(box, this.around(width, height), instantly);
    return true;
  }

  /** So much room around the scope that a symbol at its edge, its name below it, is whole: symbols are measured in rem. */
  private around(width: number, height: number): number {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return Math.min(3 * rem, width / 6, height / 6);
  }

  /** Whether the key was for the map. */
  key(event: KeyboardEvent, instantly: boolean): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const way = ways[event.key];
    if (way !== undefined) this.ground.pan(way[0], way[1]);
    else if (event.key === '+' || event.key === '=') this.ground.zoom(2, instantly);
    else if (event.key === '-') this.ground.zoom(0.5, instantly);
    else return false;
    this.touched = true;
    return true;
  }

  /** What the operator set: tiles beneath, boundaries above; returns whom to name. */
  async operators(api: Api): Promise<string[]> {
    const { tiles, boundaries } = await mapSettings(api);
    if (tiles !== undefined) this.ground.tiles(tiles.url);
    if (boundaries) this.ground.boundaries(await mapBoundaries(api));
    return [tiles?.attribution ?? '', boundaries ? t('map.attribution.own') : ''].filter(Boolean);
  }

  private moved(): void {
    const [width, height] = this.ground.size;
    if (width === 0 || height === 0) return;
    const size = (of: Element, name: string): number => parseFloat(getComputedStyle(of).getPropertyValue(name)) || 0;
    const scale = Math.max(1, size(document.documentElement, 'font-size') / 16, size(this.field, '--glyph') / 26);
    const look = lookOf(this.ground, scale);
    const seen = JSON.stringify(look);
    if (seen === this.seen) return;
    this.seen = seen;
    const palette = paletteOf(this.field, this.ground.resolution);
    if (JSON.stringify(palette) !== this.palette) {
      this.palette = JSON.stringify(palette);
      this.dots.colours(palette);
    }
    this.dots.view(look);
    this.heard.moved();
  }
}
