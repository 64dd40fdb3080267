import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, parse } from '../src/dashboard/route.js';
import { codeOf } from '../src/dashboard/wall/recovery.js';
import { panelAt, panels, usualWall, wallOf } from '../src/dashboard/wall/settings.js';
import { fitting, glyphPixels, leastPixels } from '../src/dashboard/wall/sight.js';

const fourK = { width: 3840, height: 2160 };

describe('the size of glyphs', () => {
  it('is 16 minutes of arc: 74 px on 55 inches in 4K from 5 m', () => {
    expect(leastPixels(fourK, 55, 5)).toBeCloseTo(73.4, 1);
    expect(glyphPixels(fourK, 55, 5)).toBe(74);
    expect(glyphPixels({ width: 1920, height: 1080 }, 55, 5)).toBe(37);
  });

  it('grows with the distance, shrinks with the screen, and is never below the least', () => {
    const size = fc.record({ width: fc.integer({ min: 800, max: 8000 }), height: fc.integer({ min: 600, max: 5000 }) });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 10, max: 200 }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (s, inches, m) => {
          expect(glyphPixels(s, inches, m)).toBeGreaterThanOrEqual(leastPixels(s, inches, m));
          expect(leastPixels(s, inches, m * 2)).toBeGreaterThan(leastPixels(s, inches, m));
          expect(leastPixels(s, inches * 2, m)).toBeLessThan(leastPixels(s, inches, m));
        },
      ),
    );
  });
});

it('rows that do not fit leave room for the line that counts them', () => {
  expect(fitting(3, 300, 100, 40)).toBe(3);
  expect(fitting(4, 399, 100, 40)).toBe(3);
  expect(fitting(4, 339, 100, 40)).toBe(2);
  expect([fitting(4, 50, 100, 40), fitting(0, 50, 100, 40)]).toEqual([0, 0]);
});

describe('the address of a wall', () => {
  it('says its settings, what is usual left out', () => {
    expect(parse('?wall=1').wall).toEqual(usualWall);
    expect(parse('').wall).toBeUndefined();
    const text = '/?wall=1&panels=matrix%2Cmap&every=30&inches=98&metres=7.5';
    expect(format(parse(text.slice(1)))).toBe(text);
    expect(format(parse('?wall=1&every=20'))).toBe('/?wall=1');
  });

  it('falls back where it makes no sense', () => {
    const odd = new URLSearchParams('wall=1&panels=x,map,map&every=0&inches=abc&metres=-1');
    expect(wallOf(odd)).toEqual({ ...usualWall, panels: ['map'] });
  });
});

it('panels take turns, a single one stays', () => {
  const at = (seconds: number): string => panelAt(usualWall, seconds * 1000);
  expect([0, 19.9, 20, 40, 60].map(at)).toEqual(['map', 'map', 'matrix', 'charts', 'map']);
  expect(panelAt({ ...usualWall, panels: ['charts'] }, 1e9)).toBe('charts');
  expect(panels).toContain(panelAt(usualWall, -1));
});

it('a version is known by its code', () => {
  const page = '<script type="module" crossorigin src="/assets/index-CYBViZ9f.js"></script>';
  expect(codeOf(page)).toBe('/assets/index-CYBViZ9f.js');
  expect(codeOf('<p>502 Bad Gateway</p>')).toBeUndefined();
});
