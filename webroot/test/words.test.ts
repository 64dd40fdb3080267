// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Problem, Unreachable } from '../src/core/api.js';
import { word, type Codes } from '../src/core/codes.js';
import { explain } from '../src/core/explain.js';
import { intent } from '../src/dashboard/keys.js';
import { en } from '../src/i18n/en.js';
import { speak, t } from '../src/i18n/index.js';
import { ko } from '../src/i18n/ko.js';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it('both catalogues have the same words with the same values in them', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ko).sort());
  for (const key of Object.keys(ko) as (keyof typeof ko)[]) {
    expect([key, holes(en[key])]).toEqual([key, holes(ko[key])]);
    expect(ko[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
  }
});

it('speaks Korean first, English on demand, and remembers it', () => {
  expect(document.documentElement.lang).toBe('ko');
  expect(t('list.fresh', { n: 3 })).toBe('새 상황 3건 보기');
  speak('en');
  expect(t('list.fresh', { n: 3 })).toBe('Show 3 new');
  expect(localStorage.getItem('haetae.language')).toBe('en');
  speak('ko');
});

it("the words of codes are the server's; an unknown code stands for itself", () => {
  const codes = { incidentKinds: [{ code: 'OTHER', ko: '기타', en: 'Other' }] } as unknown as Codes;
  expect(word(codes, 'incidentKinds', 'OTHER')).toBe('기타');
  expect(word(codes, 'incidentKinds', 'NEW_KIND')).toBe('NEW_KIND');
  expect(word(undefined, 'incidentKinds', 'OTHER')).toBe('OTHER');
});

it('an error says what happened and what to do', () => {
  expect(explain(new Unreachable())).toBe(ko['problem.unreachable']);
  expect(explain(new Problem(422, 'invalid', '', [{ pointer: '/text', detail: 'too long' }]))).toContain(
    '/text too long',
  );
  expect(explain(new Problem(429, 'log-in-throttled', '', [], undefined, 12_000))).toContain('12초');
  expect(explain(new Problem(418, 'teapot', ''))).toContain('teapot');
});

it('keys go by their place, so that the Korean input method does not matter', () => {
  const press = (init: KeyboardEventInit, target: HTMLElement = document.body) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init });
    let meant: ReturnType<typeof intent>;
    const hear = (heard: Event) => (meant = intent(heard as KeyboardEvent));
    document.addEventListener('keydown', hear, { once: true });
    document.body.append(target === document.body ? document.createElement('p') : target);
    target.dispatchEvent(event);
    return meant;
  };
  expect(press({ key: 'ㅓ', code: 'KeyJ' })).toBe('next');
  expect(press({ key: 'a', code: 'KeyA' })).toBe('acknowledge');
  expect(press({ key: 'a', code: 'KeyA', ctrlKey: true })).toBeUndefined();
  expect(press({ key: '?', code: 'Slash', shiftKey: true })).toBe('help');
  expect(press({ key: 'a', code: 'KeyA' }, document.createElement('textarea'))).toBeUndefined();
  expect(press({ key: 'Escape', code: 'Escape' }, document.createElement('input'))).toBe('escape');
  expect(press({ key: 'Enter', code: 'Enter' }, document.createElement('button'))).toBeUndefined();
});
