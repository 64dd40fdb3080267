import painter from './dots.worker.ts?worker&url';
import { workerAddress } from '../../core/trusted.js';
import { nearest, type Look } from '../../core/map-dots.js';
import type { Palette } from './dot-painter.js';
import type { DotOrder, Painted } from './dots.worker.js';

/**
 * The layer of dots: two canvases that a worker paints, one in sight. While the view moves, the one in sight moves with it; the
 * other is painted for the new view and takes its place. So the page's own thread never paints a dot.
 */
export class Dots {
  readonly canvases = [0, 1].map(() => document.createElement('canvas'));
  private readonly worker = new Worker(workerAddress(painter), { type: 'module' });
  private positions: Float64Array = new Float64Array();
  private states: Uint8Array = new Uint8Array();
  private shown = 0;
  private readonly looks: (Look | undefined)[] = [undefined, undefined];
  private wanted: Look | undefined;
  private current: Look | undefined;
  private painting = false;
  private outdated = true;

  constructor() {
    const canvases = this.canvases.map((canvas) => canvas.transferControlToOffscreen());
    this.worker.addEventListener('message', ({ data }: MessageEvent<Painted>) => this.painted(data.painted));
    this.worker.postMessage({ ask: 'canvases', canvases } satisfies DotOrder, canvases);
    for (const canvas of this.canvases) canvas.style.visibility = 'hidden';
  }

  end(): void {
    this.worker.terminate();
  }

  /** For the next painting, which the next view brings about. */
  colours(palette: Palette): void {
    this.tell({ ask: 'colours', palette });
    this.outdated = true;
  }

  /** All posts anew, in metres. */
  posts(positions: Float64Array, states: Uint8Array): void {
    this.positions = positions;
    this.states = states;
    this.tell({ ask: 'posts', positions, states });
    this.again();
  }

  change(dots: readonly number[]): void {
    if (dots.length === 0) return;
    const indices = Uint32Array.from(dots);
    this.tell({ ask: 'change', dots: indices, states: Uint8Array.from(indices, (dot) => this.states[dot] ?? 0) });
  }

  /** The view is there now: what is in sight moves along at once and is painted anew as soon as the worker is free. */
  view(look: Look): void {
    this.current = look;
    this.follow();
    const held = this.looks[this.shown];
    if (held !== undefined && same(held, look) && !this.painting && !this.outdated) return;
    this.outdated = false;
    this.wanted = look;
    this.next();
  }

  hit(at: readonly [number, number], reach: number): number {
    return nearest(this.positions, this.states, at, reach);
  }

  private again(): void {
    if (this.current === undefined) return;
    this.wanted = this.current;
    this.next();
  }

  private next(): void {
    if (this.painting || this.wanted === undefined) return;
    const canvas = 1 - this.shown;
    this.painting = true;
    this.looks[canvas] = this.wanted;
    this.tell({ ask: 'paint', canvas, look: this.wanted });
    this.wanted = undefined;
  }

  private painted(canvas: number): void {
    // The worker's canvas is handed over with its next frame: only then it is put in sight.
    requestAnimationFrame(() => {
      this.shown = canvas;
      this.painting = false;
      this.follow();
      this.canvases.forEach((each, at) => (each.style.visibility = at === canvas ? 'visible' : 'hidden'));
      this.next();
    });
  }

  /** Puts the canvas in sight where its picture belongs in the view of now. */
  private follow(): void {
    const [held, now, canvas] = [this.looks[this.shown], this.current, this.canvases[this.shown]];
    if (held === undefined || now === undefined || canvas === undefined) return;
    const scale = held.resolution / now.resolution;
    const ratio = devicePixels();
    const x = (held.west - now.west) / now.resolution / ratio;
    const y = (now.north - held.north) / now.resolution / ratio;
    canvas.style.width = `${String(held.width / ratio)}px`;
    canvas.style.height = `${String(held.height / ratio)}px`;
    canvas.style.transform =
      scale === 1 && x === 0 && y === 0 ? '' : `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`;
  }

  private tell(order: DotOrder): void {
    this.worker.postMessage(order);
  }
}

/** More than two do nothing for dots but cost. */
export const devicePixels = (): number => Math.min(2, window.devicePixelRatio);

const same = (a: Look, b: Look): boolean =>
  a.west === b.west &&
  a.north === b.north &&
  a.resolution === b.resolution &&
  a.width === b.width &&
  a.height === b.height &&
  a.radius === b.radius;
