import { Signal } from '../core/signal.js';
import { en } from './en.js';
import { ko } from './ko.js';

export type Word = keyof typeof ko;
export type Language = 'ko' | 'en';

const catalogues: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { ko, en };
const remembered = 'haetae.language';

export const languageChanged = new Signal();
let current: Language = localStorage.getItem(remembered) === 'en' ? 'en' : 'ko';
document.documentElement.lang = current;

export function language(): Language {
  return current;
}

export function speak(language: Language): void {
  current = language;
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  languageChanged.emit();
}

/** The words of a key in the language chosen, `{name}` replaced. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return catalogues[current][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function isWord(key: string): key is Word {
  return key in ko;
}
