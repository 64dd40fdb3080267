import { html, type TemplateResult } from 'lit';
import { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';

type State = 'loading' | 'there' | 'failed';

const states = new Map<string, State>();
export const loaded = new Signal();

/**
 * What is drawn by code that comes when it is first asked for. The file of an older version is gone once the server has a newer one: then
 * the page says so, instead of staying empty.
 */
export function lazily(name: string, load: () => Promise<unknown>, drawn: TemplateResult): TemplateResult {
  if (!states.has(name)) {
    states.set(name, 'loading');
    load().then(
      () => settle(name, 'there'),
      () => settle(name, 'failed'),
    );
  }
  switch (states.get(name)) {
    case 'there':
      return drawn;
    case 'failed':
      return html`<div class="state" role="alert" data-testid="page-failed">
        <p>${t('page.failed')}</p>
        <button @click=${() => location.reload()}>${t('page.reload')}</button>
      </div>`;
    case 'loading':
    case undefined:
      return html`<p class="state" role="status">${t('loading')}</p>`;
  }
}

function settle(name: string, state: State): void {
  states.set(name, state);
  loaded.emit();
}
