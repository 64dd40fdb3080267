import { Signal } from '../core/signal.js';

export type Theme = 'auto' | 'dark' | 'light';

const remembered = 'haetae.theme';
const system = matchMedia('(prefers-color-scheme: light)');
export const themeChanged = new Signal();

export function theme(): Theme {
  const held = localStorage.getItem(remembered);
  return held === 'dark' || held === 'light' ? held : 'auto';
}

export function nextTheme(): void {
  const next: Record<Theme, Theme> = { auto: 'dark', dark: 'light', light: 'auto' };
  localStorage.setItem(remembered, next[theme()]);
  show();
}

export function show(): void {
  const chosen = theme();
  document.documentElement.dataset['theme'] = chosen === 'auto' ? (system.matches ? 'light' : 'dark') : chosen;
  themeChanged.emit();
}

system.addEventListener('change', show);
// Paper is light, whatever the screen is.
window.addEventListener('beforeprint', () => (document.documentElement.dataset['theme'] = 'light'));
window.addEventListener('afterprint', show);
show();
