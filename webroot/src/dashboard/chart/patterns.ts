import { svg, type SVGTemplateResult } from 'lit';

/** Side of a pattern's tile in CSS pixels. */
const side = 8;

/** Strokes within a tile, one list for each layer; the first layer is solid. */
const strokes: readonly (readonly (readonly [number, number, number, number])[])[] = [
  [],
  [
    [-2, 6, 6, -2],
    [2, 10, 10, 2],
  ],
  [[0, 4, 8, 4]],
  [
    [-2, 2, 6, 10],
    [2, -2, 10, 6],
  ],
  [[4, 0, 4, 8]],
  [
    [-2, 6, 6, -2],
    [2, 10, 10, 2],
    [-2, 2, 6, 10],
    [2, -2, 10, 6],
  ],
];

/** What a layer of the bars is filled with: its colour, with lines of the ground through it. */
export function filling(layer: number, colour: string, ground: string): CanvasPattern | string {
  const lines = strokes[(layer - 1) % strokes.length] ?? [];
  const scale = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(side * scale);
  const draw = tile.getContext('2d');
  if (draw === null || lines.length === 0) return colour;
  draw.scale(tile.width / side, tile.height / side);
  draw.fillStyle = colour;
  draw.fillRect(0, 0, side, side);
  draw.strokeStyle = ground;
  draw.lineWidth = 1;
  for (const [x1, y1, x2, y2] of lines) {
    draw.beginPath();
    draw.moveTo(x1, y1);
    draw.lineTo(x2, y2);
    draw.stroke();
  }
  return draw.createPattern(tile, 'repeat') ?? colour;
}

/** The same beside a name, and a line with its dashes. */
export function swatch(colour: number, bars: boolean, dash: readonly number[] = []): SVGTemplateResult {
  const lines = strokes[(colour - 1) % strokes.length] ?? [];
  return bars
    ? svg`<svg class="swatch c${colour}" viewBox="0 0 16 8" aria-hidden="true">
        <rect class="ink" width="16" height="8"></rect>
        ${[0, side].map((x) => lines.map(([x1, y1, x2, y2]) => svg`<line class="ground" x1=${x1 + x} y1=${y1} x2=${x2 + x} y2=${y2}></line>`))}
      </svg>`
    : svg`<svg class="swatch c${colour}" viewBox="0 0 24 8" aria-hidden="true">
        <line class="stroke" x1="0" y1="4" x2="24" y2="4" stroke-dasharray=${dash.join(' ')}></line>
      </svg>`;
}
