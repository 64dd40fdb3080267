import { Cells, cellSide, dotStates, type Look } from '../../core/map-dots.js';

type Surface = OffscreenCanvasRenderingContext2D;

/** Colours by state, in the order of `dotStates`, and that of a shape's edge. */
export interface Palette {
  readonly states: readonly string[];
  readonly edge: string;
}

/**
 * Paints posts as dots, each state in a shape of its own. A change of state repaints the cells of 64 pixels that it touches and
 * nothing else: sprites are cut at the cell's edge, so what is beside it stays exactly as it was.
 */
export class DotPainter {
  private positions: Float64Array = new Float64Array();
  private states: Uint8Array = new Uint8Array();
  private palette: Palette = { states: [], edge: '' };
  private sprites: OffscreenCanvas[] = [];
  private half = 1;
  private cells: Cells | undefined;
  private surface: Surface | undefined;
  private readonly dirty = new Set<number>();

  colours(palette: Palette): void {
    this.palette = palette;
  }

  posts(positions: Float64Array, states: Uint8Array): void {
    this.positions = positions;
    this.states = states;
  }

  /** Everything anew on another canvas; from then on that one is repainted. */
  paint(canvas: OffscreenCanvas, look: Look): void {
    const surface = canvas.getContext('2d');
    if (surface === null) return;
    if (canvas.width !== look.width || canvas.height !== look.height) {
      canvas.width = look.width;
      canvas.height = look.height;
    } else surface.clearRect(0, 0, look.width, look.height);
    this.draw(look.radius);
    this.surface = surface;
    this.cells = new Cells(this.positions, look, this.half);
    this.dirty.clear();
    for (let rank = 0; rank < dotStates.length; rank++)
      for (let dot = 0; dot < this.states.length; dot++)
        if (this.states[dot] === rank) this.whole(surface, look, dot, rank);
  }

  change(dots: Uint32Array, states: Uint8Array): void {
    for (let at = 0; at < dots.length; at++) {
      const dot = dots[at] ?? 0;
      this.states[dot] = states[at] ?? 0;
      this.cells?.touched(dot, (cell) => this.dirty.add(cell));
    }
  }

  get waiting(): boolean {
    return this.dirty.size > 0;
  }

  /** Paints the cells that changed; returns how many. */
  repaint(): number {
    const { surface, cells, dirty } = this;
    const count = dirty.size;
    if (surface === undefined || cells === undefined) return 0;
    for (const cell of dirty) this.cell(surface, cells, cell);
    dirty.clear();
    return count;
  }

  private cell(surface: Surface, cells: Cells, cell: number): void {
    const left = (cell % cells.columns) * cellSide;
    const top = Math.floor(cell / cells.columns) * cellSide;
    surface.clearRect(left, top, cellSide, cellSide);
    const members = cells.in(cell);
    for (let rank = 0; rank < dotStates.length; rank++) {
      const sprite = this.sprites[rank];
      if (sprite === undefined) continue;
      for (const dot of members) {
        if (this.states[dot] !== rank) continue;
        const [x, y] = [(cells.x[dot] ?? 0) - this.half, (cells.y[dot] ?? 0) - this.half];
        const [x0, y0] = [Math.max(x, left), Math.max(y, top)];
        const width = Math.min(x + sprite.width, left + cellSide) - x0;
        const height = Math.min(y + sprite.height, top + cellSide) - y0;
        if (width > 0 && height > 0) surface.drawImage(sprite, x0 - x, y0 - y, width, height, x0, y0, width, height);
      }
    }
  }

  private whole(surface: Surface, look: Look, dot: number, rank: number): void {
    const [x, y] = [(this.cells?.x[dot] ?? 0) - this.half, (this.cells?.y[dot] ?? 0) - this.half];
    const sprite = this.sprites[rank];
    const side = 2 * this.half;
    if (sprite === undefined || x <= -side || y <= -side || x >= look.width || y >= look.height) return;
    surface.drawImage(sprite, x, y);
  }

  private draw(radius: number): void {
    this.half = Math.ceil(radius * 1.8) + 1;
    this.sprites = dotStates.map((_, rank) => {
      const sprite = new OffscreenCanvas(2 * this.half, 2 * this.half);
      const context = sprite.getContext('2d');
      if (context !== null) shape(context, rank, radius, this.half, this.palette);
      return sprite;
    });
  }
}

/** ○ nothing due, ■ signed off, ● reporting, ◐ late, ! never reported (a triangle), ✕ lost contact. Alarming ones are larger. */
export function shape(context: Surface, rank: number, radius: number, middle: number, palette: Palette): void {
  const colour = palette.states[rank] ?? '';
  const large = Math.min(radius * 1.5, middle - 1);
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = Math.max(1, radius / 3);
  context.beginPath();
  switch (dotStates[rank]) {
    case 'SIGNED_OFF':
      context.rect(middle - radius * 0.7, middle - radius * 0.7, radius * 1.4, radius * 1.4);
      context.fill();
      break;
    case 'REPORTING':
      context.arc(middle, middle, radius * 0.9, 0, 2 * Math.PI);
      context.fill();
      break;
    case 'LATE':
      context.arc(middle, middle, large * 0.9, 0, 2 * Math.PI);
      context.fillStyle = palette.edge;
      context.fill();
      context.stroke();
      context.beginPath();
      context.arc(middle, middle, large * 0.9, Math.PI / 2, (3 * Math.PI) / 2);
      context.fillStyle = colour;
      context.fill();
      break;
    case 'NEVER_REPORTED':
      context.moveTo(middle, middle - large);
      context.lineTo(middle + large, middle + large * 0.8);
      context.lineTo(middle - large, middle + large * 0.8);
      context.closePath();
      context.fill();
      break;
    case 'LOST_CONTACT':
      context.lineWidth = Math.max(1.5, radius * 0.7);
      context.moveTo(middle - large * 0.8, middle - large * 0.8);
      context.lineTo(middle + large * 0.8, middle + large * 0.8);
      context.moveTo(middle + large * 0.8, middle - large * 0.8);
      context.lineTo(middle - large * 0.8, middle + large * 0.8);
      context.stroke();
      break;
    case 'IDLE':
    case undefined:
      context.arc(middle, middle, radius * 0.7, 0, 2 * Math.PI);
      context.stroke();
  }
}
