// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { said } from '../src/core/erasure.js';
import { exportPath, filtersOf, forgetView, queryOf, savedViews, saveView } from '../src/core/search.js';
import { format, parse } from '../src/dashboard/route.js';
import { speak } from '../src/i18n/index.js';

describe('the conditions of a search', () => {
  it('stand in the address, and nowhere but on their page', () => {
    const address = '/?operation=o&page=search&q=%EC%9A%B0%EC%82%B0+%26&kind=OTHER&from=2026-06-03T01%3A00%3A00.000Z';
    const route = parse(address.slice(1));

    expect(route.filters).toEqual({ q: '우산 &', kind: 'OTHER', from: '2026-06-03T01:00:00.000Z' });
    expect(parse(format(route).slice(1))).toEqual(route);
    expect(format({ ...route, page: 'matrix' })).toBe('/?operation=o');
    expect(parse('?page=posts&q=x').filters).toBeUndefined();
  });

  it('are the same text whatever their order, without what is empty', () => {
    expect(queryOf({ code: '0', q: '가' })).toBe(queryOf({ q: '가', code: '0', kind: '' }));
    expect(filtersOf(new URLSearchParams('q=+&code=0&other=1'))).toEqual({ code: '0' });
  });

  it('are those of the file that is downloaded', () => {
    expect(exportPath('a/b', { q: '가 나' }, 'en')).toBe(
      '/api/v1/operations/a%2Fb/incidents.csv?q=%EA%B0%80+%EB%82%98&lang=en',
    );
    expect(exportPath('a', {}, 'ko')).toBe('/api/v1/operations/a/incidents.csv?lang=ko');
  });
});

describe('named views', () => {
  beforeEach(() => localStorage.clear());

  it('are kept, replaced and forgotten by name', () => {
    saveView({ name: '폭행', query: 'kind=VIOLENCE' });
    saveView({ name: '코드 0', query: 'code=0' });
    saveView({ name: '폭행', query: 'kind=VIOLENCE&code=0' });
    expect(savedViews()).toEqual([
      { name: '코드 0', query: 'code=0' },
      { name: '폭행', query: 'kind=VIOLENCE&code=0' },
    ]);
    forgetView('코드 0');
    expect(savedViews()).toHaveLength(1);
  });

  it('that somebody broke are none', () => {
    for (const broken of ['{', '7', '[{"name":1}]']) {
      localStorage.setItem('haetae.views', broken);
      expect(savedViews()).toEqual([]);
    }
  });
});

it('says in the reader’s language that words are gone', () => {
  speak('en');
  expect(said('[삭제됨]')).toBe('[erased]');
  expect(said('text')).toBe('text');
  speak('ko');
  expect(said('[삭제됨]')).toBe('[삭제됨]');
});
