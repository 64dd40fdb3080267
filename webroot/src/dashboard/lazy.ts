import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

const states = new Map<string, 'loading' | 'failed'>();

/** A page whose code is loaded when it is first shown; drawn only once its element is defined. */
export function lazily(
  desk: Desk,
  tag: string,
  load: () => Promise<unknown>,
  draw: () => TemplateResult,
): TemplateResult {
  if (customElements.get(tag) !== undefined) return draw();
  if (states.get(tag) === 'failed')
    return html`<div class="state" role="alert">
      <p>${t('problem.unreachable')}</p>
      <button @click=${() => begin(desk, tag, load)}>${t('retry')}</button>
    </div>`;
  if (!states.has(tag)) begin(desk, tag, load);
  return html`<p class="state" role="status">${t('loading')}</p>`;
}

function begin(desk: Desk, tag: string, load: () => Promise<unknown>): void {
  states.set(tag, 'loading');
  load()
    .then(() => states.delete(tag))
    .catch(() => states.set(tag, 'failed'))
    .finally(() => desk.changed.emit());
}
