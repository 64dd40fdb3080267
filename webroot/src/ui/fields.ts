import { css, html, nothing, type TemplateResult } from 'lit';
import { fromField, toField } from '../core/format.js';
import type { Field, Given } from './question.js';
import { t } from '../i18n/index.js';

/** One labelled field of a form; the answer is read by {@link given}. */
export function fieldInput(field: Field): TemplateResult {
  if (field.type === 'flag')
    return html`<label class="flag">
      <input type="checkbox" name=${field.name} value="true" ?checked=${field.value === 'true'} />
      <span>${field.label}${hint(field)}</span>
    </label>`;
  if (field.type === 'several') return several(field);
  return html`<label class=${field.type === 'lines' ? 'wide' : ''}>
    <span>${field.label}${field.optional === true ? ` (${t('optional')})` : ''}</span>${control(field)}${hint(field)}
  </label>`;
}

/** What the form holds, by the fields' names; empty answers are left out. */
export function given(form: HTMLFormElement, fields: readonly Field[]): Given {
  const data = new FormData(form);
  const answers = fields.map(({ name, type }): [string, string] => {
    const texts = data.getAll(name).map((value) => String(value).trim());
    const text = texts.join(' ');
    return [name, type === 'moment' && text !== '' ? (fromField(text) ?? '') : text];
  });
  return Object.fromEntries(answers.filter(([, text]) => text !== ''));
}

export const fieldStyles = css`
  .flag {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .flag input {
    width: 1.25rem;
    height: 1.25rem;
    flex: none;
    accent-color: var(--accent);
  }
  .flag span {
    margin: 0;
    font-size: 1rem;
    color: var(--text);
  }
  fieldset {
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    padding: 0.5rem 0.75rem;
    margin: 0;
    max-height: 14rem;
    overflow: auto;
  }
  legend {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  small {
    display: block;
    font-size: 0.875rem;
    color: var(--quiet);
  }
`;

/** The bare control, for a cell of a table whose head names it. */
export function control(field: Field): TemplateResult {
  const required = field.optional !== true;
  const value = field.value ?? '';
  switch (field.type) {
    case 'choice':
      return html`<select name=${field.name} aria-label=${field.label} ?required=${required}>
        ${field.value === undefined || !required ? html`<option value="">${required ? t('act.choose') : '–'}</option>` : nothing}
        ${field.options?.map(([code, words]) => html`<option value=${code} ?selected=${code === value}>${words}</option>`)}
      </select>`;
    case 'lines':
      return html`<textarea
        name=${field.name}
        aria-label=${field.label}
        maxlength=${field.most ?? 1000}
        rows=${(field.most ?? 0) > 1000 ? 8 : nothing}
        ?required=${required}
        .defaultValue=${value}
      ></textarea>`;
    case 'number':
      return html`<input
        name=${field.name}
        aria-label=${field.label}
        type="number"
        inputmode="numeric"
        min=${field.least ?? 0}
        max=${field.most ?? 1_000_000}
        value=${value}
        ?required=${required}
      />`;
    case 'moment':
      return html`<input
        name=${field.name}
        aria-label=${field.label}
        type="datetime-local"
        value=${value === '' ? '' : toField(Date.parse(value))}
        ?required=${required}
      />`;
    case 'date':
    case 'time':
      return html`<input
        name=${field.name}
        aria-label=${field.label}
        type=${field.type}
        value=${value}
        ?required=${required}
      />`;
    case 'text':
    case 'flag':
    case 'several':
      return html`<input
        name=${field.name}
        aria-label=${field.label}
        maxlength="200"
        autocomplete="off"
        value=${value}
        ?required=${required}
      />`;
  }
}

function several(field: Field): TemplateResult {
  return html`<fieldset class="wide">
    <legend>${field.label}</legend>
    ${field.options?.length === 0 ? html`<p class="quiet">${t('none')}</p>` : nothing}
    ${field.options?.map(
      ([code, words]) =>
        html`<label class="flag"
          ><input type="checkbox" name=${field.name} value=${code} /><span>${words}</span></label
        >`,
    )}
  </fieldset>`;
}

function hint(field: Field): TemplateResult | typeof nothing {
  return field.hint === undefined ? nothing : html`<small>${field.hint}</small>`;
}
