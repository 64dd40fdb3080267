import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { entries, type Table } from '../core/codes.js';
import { forgetView, filtersOf, queryOf, savedViews, saveView, type Filters } from '../core/search.js';
import type { Signal } from '../core/signal.js';
import { language, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { control, fieldStyles, given } from '../ui/fields.js';
import type { Field } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { unitOptions } from './level-questions.js';

/** The conditions of a search, and those kept under a name. */
@customElement('haetae-search-form')
export class SearchForm extends View {
  static override styles = [
    controls,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      form.conditions {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 0.5rem 0.75rem;
        align-items: end;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .acts,
      .views,
      .views form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem;
      }
      .views input {
        width: 10rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('form.conditions') private form!: HTMLFormElement;

  protected override signals(): readonly Signal[] {
    return [this.desk.moved, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const fields = this.fields();
    // Keyed by what the address says: another address, another form with its values.
    return html`
      ${[queryOf(this.filters)].map(
        () =>
          html`<form
            class="conditions"
            role="search"
            data-testid="search-form"
            @submit=${(event: SubmitEvent) => this.submit(event, fields)}
          >
            ${fields.map(
              (field) =>
                html`<label class=${field.name === 'q' ? 'wide' : ''}>
                  <span>${field.label}</span>${control(field)}
                  ${field.hint === undefined ? nothing : html`<small>${field.hint}</small>`}
                </label>`,
            )}
            <div class="acts">
              <button class="main" data-testid="search-go">${t('search.go')}</button>
              <button type="button" data-testid="search-clear" @click=${() => this.show({})}>
                ${t('search.clear')}
              </button>
            </div>
          </form>`,
      )}
      ${this.views()}
    `;
  }

  protected override updated(): void {
    // What was typed and not searched stays; a new address replaces it.
    const shown = queryOf(this.filters);
    if (this.form.dataset['shown'] === shown) return;
    this.form.dataset['shown'] = shown;
    this.form.reset();
  }

  private get filters(): Filters {
    return this.desk.route.filters ?? {};
  }

  private fields(): Field[] {
    const { filters, desk } = this;
    const choice = (name: keyof Filters, label: string, options: readonly [string, string][]): Field => ({
      name,
      label,
      type: 'choice',
      options,
      optional: true,
      value: filters[name] ?? '',
    });
    const table = (name: Table): [string, string][] =>
      entries(desk.codes, name).map((entry) => [String(entry.code), entry[language()]]);
    return [
      {
        name: 'q',
        label: t('search.words'),
        type: 'text',
        optional: true,
        value: filters.q ?? '',
        hint: t('search.words.hint'),
      },
      choice('kind', t('search.kind'), table('incidentKinds')),
      choice('code', t('search.code'), table('urgencies')),
      choice('status', t('search.status'), table('statuses')),
      choice('unit', t('search.unit'), unitOptions(desk)),
      { name: 'from', label: t('search.from'), type: 'moment', optional: true, value: filters.from ?? '' },
      { name: 'until', label: t('search.until'), type: 'moment', optional: true, value: filters.until ?? '' },
    ];
  }

  private submit(event: SubmitEvent, fields: readonly Field[]): void {
    event.preventDefault();
    this.show(given(this.form, fields) as Filters);
  }

  private show(filters: Filters): void {
    this.desk.go({ filters });
  }

  private views(): TemplateResult {
    const views = savedViews();
    return html`<div class="views" role="group" aria-label=${t('view.saved')}>
      ${views.length === 0 ? nothing : html`<span class="quiet">${t('view.saved')}</span>`}
      ${views.map(
        ({ name, query: saved }) =>
          html`<span
            ><button
              data-testid="view"
              aria-pressed=${saved === queryOf(this.filters) ? 'true' : 'false'}
              @click=${() => this.show(filtersOf(new URLSearchParams(saved)))}
            >
              ${name}</button
            ><button
              class="plain"
              aria-label=${t('view.forget', { name })}
              @click=${() => {
                forgetView(name);
                this.requestUpdate();
              }}
            >
              ✕
            </button></span
          >`,
      )}
      ${
        queryOf(this.filters) === ''
          ? nothing
          : html`<form @submit=${(event: SubmitEvent) => this.save(event)}>
              <input
                name="name"
                data-testid="view-name"
                required
                maxlength="40"
                autocomplete="off"
                placeholder=${t('view.name')}
                aria-label=${t('view.name')}
              />
              <button data-testid="view-save" title=${t('view.here')}>${t('view.save')}</button>
            </form>`
      }
    </div>`;
  }

  private save(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get('name') ?? '').trim();
    if (name === '') return;
    saveView({ name, query: queryOf(this.filters) });
    form.reset();
    this.requestUpdate();
  }
}
