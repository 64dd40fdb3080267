import { html, nothing, type TemplateResult } from 'lit';
import type { Directive } from '../../core/directives.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';

/** The files of a directive that its readers don't have yet, and why. */
export function bindingNotice({ orders }: Desk, { id }: Directive): TemplateResult | typeof nothing {
  const waiting = orders.bindings.of(id);
  if (waiting.length === 0) return nothing;
  const { bindings } = orders;
  return html`<div class="notice late" role="status" data-testid="bindings">
    <p>${t('binding.waiting', { n: waiting.length })}</p>
    <ul>
      ${waiting.map(
        (file) =>
          html`<li>
            ${file.name}
            ${
              file.refused === undefined
                ? t('binding.again')
                : html`<b class="alarm">${file.refused}</b>
                    <button data-testid="binding-drop" @click=${() => bindings.drop((it) => it.id === file.id)}>
                      ${t('binding.drop')}
                    </button>`
            }
          </li>`,
      )}
    </ul>
    <button data-testid="bindings-go" @click=${() => void bindings.go()}>${t('binding.go')}</button>
  </div>`;
}
