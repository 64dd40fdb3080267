import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, number, time } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** The figures that matter, each with its name, its unit and its "as of". */
@customElement('haetae-figures')
export class Figures extends View {
  static override styles = [
    controls,
    codeStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 0.6rem;
        padding: 1rem;
        background: var(--panel);
        overflow: auto;
      }
      dl {
        display: grid;
        gap: 0.6rem;
      }
      .figure {
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      .figure.look {
        border-left: 0.4rem solid var(--alarm);
      }
      dt {
        color: var(--quiet);
        font-size: 0.875rem;
      }
      dd {
        font-size: 2rem;
        font-weight: 700;
        line-height: 1.15;
      }
      .small dd {
        font-size: 1.375rem;
      }
      dd small {
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--quiet);
      }
      .codes {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 0.25rem;
        text-align: center;
        font-size: 1.125rem;
        font-weight: 650;
        line-height: 1.4;
      }
      .codes span {
        display: grid;
        justify-items: center;
        gap: 0.2rem;
      }
      .asof {
        font-size: 0.875rem;
        color: var(--quiet);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { live, scope } = this.desk;
    const tally = one(live.store, 'tally', scope);
    const figure = (name: string): number => tally?.figures[name] ?? 0;
    const waiting = figure('incidents.unacknowledged');
    const oldest = tally?.oldestUnacknowledged;
    const age = oldest === undefined ? undefined : duration((live.asOf ?? this.desk.now) - Date.parse(oldest));
    return html`
      <h2>${t('figures.title')}</h2>
      <dl>
        ${this.figure('unacknowledged', number(waiting), t('unit.cases'), waiting > 0)}
        ${this.figure('oldest', age ?? t('none'), '', false)}
        ${this.figure('open', number(figure('incidents.open')), t('unit.cases'), false)}
        <div class="figure">
          <dt>${t('figures.codes')} (${t('unit.cases')})</dt>
          <dd class="codes">
            ${[0, 1, 2, 3, 4].map((code) => {
              const open = figure(`incidents.open.code${String(code)}`);
              return html`<span>${codeMark(code, open === 0)}${number(open)}</span>`;
            })}
          </dd>
        </div>
        ${this.figure('total', number(figure('incidents.total')), t('unit.cases'), false, true)}
        ${this.figure('posts', number(figure('posts.total')), t('unit.places'), false, true)}
        ${this.figure('unassigned', number(figure('posts.jurisdictionUnknown')), t('unit.places'), false, true)}
      </dl>
      ${live.asOf === undefined ? nothing : html`<p class="asof">${t('figures.asOf', { time: time(live.asOf) })}</p>`}
    `;
  }

  private figure(name: string, value: string, unit: string, look: boolean, small = false): TemplateResult {
    return html`<div class="figure ${look ? 'look' : ''} ${small ? 'small' : ''}" data-testid="figure-${name}">
      <dt>${t(`figures.${name}` as Word)}</dt>
      <dd>${value} <small>${unit}</small></dd>
    </div>`;
  }
}
