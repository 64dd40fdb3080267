import { pages, type Page } from './route.js';
import { acts, rules, type Act } from './triage/acts.js';

export type Intent =
  | 'go'
  | 'search'
  | 'next'
  | 'previous'
  | 'extendNext'
  | 'extendPrevious'
  | 'select'
  | 'open'
  | 'fresh'
  | 'enter'
  | 'help'
  | 'answer'
  | 'chase'
  | 'escape'
  | Act;

// By the key's place, not its letter: with the Korean input method on, the key J says "ㅓ".
const places: Readonly<Record<string, Intent>> = {
  ...Object.fromEntries(acts.map((act) => [`Key${rules[act].key.toUpperCase()}`, act])),
  KeyJ: 'next',
  ArrowDown: 'next',
  KeyK: 'previous',
  ArrowUp: 'previous',
  KeyX: 'select',
  KeyF: 'fresh',
  Enter: 'open',
  KeyN: 'enter',
  KeyG: 'go',
  KeyY: 'answer',
  KeyI: 'chase',
};

const extending: Readonly<Record<string, Intent>> = {
  KeyJ: 'extendNext',
  ArrowDown: 'extendNext',
  KeyK: 'extendPrevious',
  ArrowUp: 'extendPrevious',
};

/** What a key press means; nothing while one is writing, or with a modifier, or on a button (its own Enter). */
export function intent(event: KeyboardEvent): Intent | undefined {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key === 'Escape') return 'escape';
  const target = event.composedPath()[0];
  if (writes(target)) return undefined;
  if (event.key === '?') return 'help';
  if (event.key === '/') return 'search';
  if (event.shiftKey) return extending[event.code];
  const meant = places[event.code];
  return meant === 'open' && presses(target) ? undefined : meant;
}

/** The page of the letter that follows `g`. */
export function goal(event: KeyboardEvent): Page | undefined {
  const found = Object.entries(pages).find(([, letter]) => event.code === `Key${letter.toUpperCase()}`);
  return found?.[0] as Page | undefined;
}

export function writes(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function presses(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY'].includes(target.tagName);
}
