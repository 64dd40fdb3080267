import type { Look } from '../../core/map-dots.js';
import { DotPainter, type Palette } from './dot-painter.js';

/** What the page asks of the worker; `paint` is answered by `{ painted }`. */
export type DotOrder =
  | { readonly ask: 'canvases'; readonly canvases: readonly OffscreenCanvas[] }
  | { readonly ask: 'colours'; readonly palette: Palette }
  | { readonly ask: 'posts'; readonly positions: Float64Array; readonly states: Uint8Array }
  | { readonly ask: 'change'; readonly dots: Uint32Array; readonly states: Uint8Array }
  | { readonly ask: 'paint'; readonly canvas: number; readonly look: Look };

export interface Painted {
  readonly painted: number;
}

/** Changes are gathered for so long: twenty paintings a second are enough for dots. */
const gatherMillis = 50;

const painter = new DotPainter();
let canvases: readonly OffscreenCanvas[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<DotOrder>) => {
  switch (data.ask) {
    case 'canvases':
      canvases = data.canvases;
      break;
    case 'colours':
      painter.colours(data.palette);
      break;
    case 'posts':
      painter.posts(data.positions, data.states);
      break;
    case 'change':
      painter.change(data.dots, data.states);
      if (painter.waiting) timer ??= setTimeout(repaint, gatherMillis);
      break;
    case 'paint': {
      const canvas = canvases[data.canvas];
      if (canvas !== undefined) painter.paint(canvas, data.look);
      self.postMessage({ painted: data.canvas } satisfies Painted);
      break;
    }
  }
});

function repaint(): void {
  timer = undefined;
  painter.repaint();
}
