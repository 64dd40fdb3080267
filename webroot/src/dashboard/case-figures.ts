import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { caseFigures, type CaseFigures } from '../core/cases.js';
import { entries } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { number } from '../core/format.js';
import { labelOf } from '../core/forms.js';
import { unitLabel } from '../core/place.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

interface Cell {
  readonly cases: number;
  readonly persons: number;
}

type Line = CaseFigures['lines'][number];

const sum = (lines: readonly Line[]): Cell => ({
  cases: lines.reduce((all, line) => all + line.cases, 0),
  persons: lines.reduce((all, line) => all + line.persons, 0),
});

/** Cases and persons by kind, per agency or per day; counted by the server when it is opened, and anew when a case changed. */
@customElement('haetae-case-figures')
export class CaseFiguresView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        padding: 0;
        overflow: visible;
      }
      .wide {
        overflow-x: auto;
      }
      td,
      th {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ type: Number }) version = 0;
  @state() private by: 'unit' | 'day' = 'unit';
  @state() private figures: CaseFigures | undefined;
  @state() private failure: unknown;
  @state() private opened = false;
  private asked = '';

  protected override willUpdate(): void {
    const wanted = `${this.desk.operation?.id ?? ''} ${this.desk.scope} ${String(this.version)}`;
    if (!this.opened || wanted === this.asked) return;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    return html`<details
      data-testid="case-figures"
      @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${t('case.figures')}</summary>
      ${this.failure === undefined ? nothing : html`<p class="notice bad" role="alert">${explain(this.failure)}</p>`}
      ${this.figures === undefined ? nothing : this.table(this.figures)}
    </details>`;
  }

  private table(figures: CaseFigures): TemplateResult {
    const kinds = entries(this.desk.codes, 'crimeKinds').filter(({ code }) =>
      figures.lines.some((line) => line.crimeKind === code),
    );
    const rows = [...new Set(figures.lines.map((line) => line[this.by]))];
    const name = (row: string): string => (this.by === 'unit' ? unitLabel(this.desk.live.store, row) : row);
    return html`<div class="acts">
        ${(['unit', 'day'] as const).map(
          (by) =>
            html`<button aria-pressed=${this.by === by ? 'true' : 'false'} @click=${() => (this.by = by)}>
              ${t(`case.figures.${by}`)}
            </button>`,
        )}
      </div>
      <div class="wide">
        <table>
          <caption class="unseen">
            ${t('case.figures')}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t(`case.figures.${this.by}`)}</th>
              ${kinds.map((kind) => html`<th scope="col" class="n">${labelOf(kind)}</th>`)}
              <th scope="col" class="n">${t('case.figures.sum')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => {
              const lines = figures.lines.filter((line) => line[this.by] === row);
              return html`<tr>
                <th scope="row">${name(row)}</th>
                ${kinds.map(({ code }) => this.cell(sum(lines.filter(({ crimeKind }) => crimeKind === code))))}
                ${this.cell(sum(lines))}
              </tr>`;
            })}
            <tr>
              <th scope="row">${t('case.figures.sum')}</th>
              ${kinds.map(({ code }) => this.cell(sum(figures.lines.filter(({ crimeKind }) => crimeKind === code))))}
              ${this.cell(figures)}
            </tr>
          </tbody>
        </table>
      </div>`;
  }

  private cell({ cases, persons }: Cell): TemplateResult {
    return cases === 0
      ? html`<td class="n zero">0</td>`
      : html`<td class="n">${t('case.figures.cell', { cases: number(cases), persons: number(persons) })}</td>`;
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const figures = await caseFigures(this.desk.api, this.desk.operation?.id ?? '', this.desk.scope);
      if (wanted === this.asked) this.figures = figures;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
