import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { counted, figure, percent } from '../core/figures.js';
import { duration, number, time } from '../core/format.js';
import { share } from '../core/levels.js';
import type { Signal } from '../core/signal.js';
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
        gap: 0.5rem;
        padding: 0.75rem 1rem;
        background: var(--panel);
        overflow: auto;
      }
      dl {
        display: grid;
        gap: 0.5rem;
      }
      .figure {
        padding: 0.4rem 0.8rem;
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
        font-size: 1.75rem;
        font-weight: 700;
        line-height: 1.15;
      }
      dd.more {
        font-size: 0.875rem;
        font-weight: 400;
        line-height: 1.45;
      }
      .lines {
        gap: 0.2rem;
        padding: 0 0.8rem;
      }
      .lines div {
        display: flex;
        justify-content: space-between;
      }
      .lines dd {
        font-size: 1rem;
        line-height: inherit;
        white-space: nowrap;
      }
      dd small {
        font-size: 0.875rem;
        font-weight: 400;
        line-height: 1.2;
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
    const tally = counted(live.store, scope);
    const of = (name: string): number => figure(tally, name);
    const oldest = tally?.oldestUnacknowledged;
    const age =
      oldest === undefined ? '' : t('figures.oldest.age', { age: duration(this.desk.asOf - Date.parse(oldest)) });
    return html`
      <h2>${t('figures.title')}</h2>
      <dl>
        ${this.box('onPost', number(of('people.onPost')), t('unit.people'), t('figures.planned', { n: number(of('people.due')) }))}
        ${this.box('duties', number(of('people.duties')), t('unit.people'))} ${this.posts(of)} ${this.muster(of)}
        ${this.box('unacknowledged', number(of('incidents.unacknowledged')), t('unit.cases'), age, of('incidents.unacknowledged') > 0)}
        <div class="figure" data-testid="figure-open">
          <dt>${t('figures.open')}</dt>
          <dd>${number(of('incidents.open'))} <small>${t('unit.cases')}</small></dd>
          <dd class="codes" aria-label=${t('figures.codes')}>
            ${[0, 1, 2, 3, 4].map((code) => {
              const open = of(`incidents.open.code${String(code)}`);
              return html`<span>${codeMark(code, open === 0)}${number(open)}</span>`;
            })}
          </dd>
        </div>
      </dl>
      <dl class="lines">
        ${this.line('total', of('incidents.total'), t('unit.cases'))}
        ${this.line('posts', of('posts.total'), t('unit.places'))}
        ${this.line('unassigned', of('posts.jurisdictionUnknown'), t('unit.places'))}
      </dl>
      ${live.asOf === undefined ? nothing : html`<p class="asof">${t('figures.asOf', { time: time(this.desk.asOf) })}</p>`}
    `;
  }

  private posts(of: (name: string) => number): TemplateResult {
    const [reporting, due, silent] = [of('posts.reporting'), of('posts.due'), of('posts.silent')];
    const states = t('figures.silent.states', {
      never: number(of('posts.neverReported')),
      late: number(of('posts.late')),
      lost: number(of('posts.lostContact')),
    });
    const pair = t('figures.pair', { part: number(reporting), whole: number(due), unit: t('unit.places') });
    return html`${this.box('reporting', percent(share(reporting, due)), '', pair)}
    ${this.box('silent', number(silent), t('unit.places'), states, silent > 0)}`;
  }

  private muster(of: (name: string) => number): TemplateResult {
    const [mustered, ordered] = [of('muster.mustered'), of('muster.ordered')];
    const pair = t('figures.pair', { part: number(mustered), whole: number(ordered), unit: t('unit.people') });
    return this.box('muster', percent(share(mustered, ordered)), '', ordered === 0 ? t('figures.muster.none') : pair);
  }

  private box(name: string, value: string, unit: string, more = '', look = false): TemplateResult {
    return html`<div class="figure ${look ? 'look' : ''}" data-testid="figure-${name}">
      <dt>${t(`figures.${name}` as Word)}</dt>
      <dd>${value} <small>${unit}</small></dd>
      ${more === '' ? nothing : html`<dd class="more">${more}</dd>`}
    </div>`;
  }

  private line(name: string, value: number, unit: string): TemplateResult {
    return html`<div data-testid="figure-${name}">
      <dt>${t(`figures.${name}` as Word)}</dt>
      <dd>${number(value)} <small>${unit}</small></dd>
    </div>`;
  }
}
