import { expect, it } from 'vitest';
import { formatBoxes, looks, odd, parseBoxes, sealsOf, seen, unlooked } from '../src/core/boxes.js';

it('boxes are written one a line with their seals, and read again the same', () => {
  const text = '3-1: 10442, 10443\n관외 2: 77 A\n5-9\n5-10: 8 !';
  const boxes = parseBoxes(text);
  expect(boxes).toEqual([
    { box: '3-1', seals: ['10442', '10443'] },
    { box: '관외 2', seals: ['77 A'] },
    { box: '5-9' },
    { box: '5-10', seals: ['8'], broken: true },
  ]);
  expect(formatBoxes(boxes)).toBe(text);
  expect(parseBoxes(' \n3-1：10442、10442;  10443 \n')).toEqual([{ box: '3-1', seals: ['10442', '10443'] }]);
  expect(sealsOf(' , ')).toEqual([]);
});

it('every box has to be looked at, and what is other than recorded is told apart', () => {
  const [first, second, third, fourth] = looks(
    ['a', 'b', 'c', 'd'].map((seal, place) => ({ box: String(place + 1), seals: [seal] })),
  );
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('four boxes');
  expect(unlooked([first, second, third, fourth])).toHaveLength(4);
  const held = [
    { ...first, sight: 'SAME' as const },
    { ...second, sight: 'OTHER' as const, found: 'x, y' },
    { ...third, sight: 'MISSING' as const },
    { ...fourth, sight: 'BROKEN' as const },
    { box: ' 9 ', seals: [], added: true, found: 'z' },
  ];
  expect(unlooked(held)).toEqual([]);
  expect(held.map(odd)).toEqual([false, true, true, true, true]);
  expect(seen(held)).toEqual([
    { box: '1', seals: ['a'] },
    { box: '2', seals: ['x', 'y'] },
    { box: '4', seals: ['d'], broken: true },
    { box: '9', seals: ['z'] },
  ]);
  expect(unlooked([{ box: '', seals: [], added: true }])).toHaveLength(1);
});
