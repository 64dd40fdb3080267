import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

/** One of a few, each a key that a thumb hits. */
export const choice = (
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
  /** The code of a form's field, when it is one. */
  field?: string,
): TemplateResult =>
  html`<fieldset>
    <legend>${label}</legend>
    <div class="options">
      ${options.map(
        ([value, said]) =>
          html`<button
            type="button"
            data-field=${field ?? nothing}
            data-option=${value}
            aria-pressed=${value === chosen ? 'true' : 'false'}
            @click=${() => choose(value)}
          >
            ${value === chosen ? html`<span aria-hidden="true">✓ </span>` : nothing}${said}
          </button>`,
      )}
    </div>
  </fieldset>`;

export interface Counted {
  readonly label: string;
  /** The number in words. */
  readonly said: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly testId: string;
  readonly change: (value: number) => void;
}

/** How many, without a keyboard: one more, one fewer, and by tens where there may be many. */
export function counter({ label, said, value, least, most, testId, change }: Counted): TemplateResult {
  const key = (by: number, name: string): TemplateResult =>
    html`<button
      type="button"
      data-testid="${testId}-${name}"
      aria-label="${label} ${by > 0 ? t('transport.form.more') : t('transport.form.fewer')} ${String(Math.abs(by))}"
      ?disabled=${by < 0 ? value <= least : value >= most}
      @click=${() => change(Math.min(Math.max(value + by, least), most))}
    >
      ${by > 0 ? '+' : '−'}${Math.abs(by) === 1 ? '' : String(Math.abs(by))}
    </button>`;
  const tens = most > 100;
  return html`<div class="line" role="group" aria-label=${label}>
    <div>
      <span class="quiet">${label}</span>
      <b role="status" data-testid=${testId}>${said}</b>
    </div>
    <div class="pair">
      ${tens ? key(-10, 'tens-fewer') : nothing}${key(-1, 'fewer')}${key(1, 'more')}${tens ? key(10, 'tens-more') : nothing}
    </div>
  </div>`;
}
