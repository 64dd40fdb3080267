import { describe, expect, it } from 'vitest';
import { groupOf, groups, offers, step } from '../src/dashboard/nav/groups.js';
import { pages, type Page } from '../src/dashboard/route.js';

const all = Object.keys(pages) as Page[];

describe('groups of pages', () => {
  it('hold every page exactly once', () => {
    const grouped: readonly Page[] = Object.values(groups).flat();
    expect([...grouped].sort()).toEqual([...all].sort());
    for (const page of all) expect(groups[groupOf(page)]).toContain(page);
  });

  it('are offered with the pages that an account has, none empty', () => {
    expect(offers(['operation', 'imports'])).toEqual([{ group: 'manage', pages: ['operation', 'imports'] }]);
    expect(offers(all).map(({ group }) => group)).toEqual(Object.keys(groups));
    expect(offers([])).toEqual([]);
  });
});

it('arrows go round a row, Home and End to its ends, other keys nowhere', () => {
  const from = (key: string, at: number): number | undefined => step(key, at, 3);
  expect([from('ArrowRight', 0), from('ArrowRight', 2), from('ArrowLeft', 0)]).toEqual([1, 0, 2]);
  expect([from('Home', 2), from('End', 0), from('j', 0), from('ArrowDown', 0)]).toEqual([0, 2, undefined, undefined]);
});
