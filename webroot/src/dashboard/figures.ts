import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { counted, figure } from '../core/figures.js';
import { number, time } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import { styled } from '../ui/styled.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { figuresStyles } from './figure/figures.css.js';
import { following, leading, openByCode, type Goal, type Shown } from './figure/glance.js';
import { address, follow } from './figure/goto.js';

/** The figures that matter, each with its name, its unit and its "as of"; each leads to the list behind it. */
@customElement('haetae-figures')
export class Figures extends View {
  static override styles = [controls, codeStyles, figuresStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { live, scope, asOf } = this.desk;
    const tally = counted(live.store, scope);
    const counts = openByCode(tally);
    // Nothing is known before the picture is there: a zero would be a statement.
    if (live.store.cursor === undefined)
      return html`<h2>${t('figures.title')}</h2>
        <p class="state" role="status">${t('loading')}</p>`;
    const at = live.asOf === undefined ? '' : t('figures.asOf', { time: time(asOf) });
    return html`
      <h2>
        ${t('figures.title')}${at === '' ? nothing : html`<span class="asof" data-testid="figures-as-of">${at}</span>`}
      </h2>
      <ul>
        ${leading(tally, asOf).map((shown) => this.box(shown))}
        <li class="figure open" data-testid="figure-open">
          ${this.link(
            { all: true },
            html`<span class="name">${t('figures.open')}</span>
              <span class="value">${number(figure(tally, 'incidents.open'))} <small>${t('unit.cases')}</small></span>`,
          )}
          <span class="codes" role="group" aria-label=${t('figures.codes')}>
            ${counts.map((open, code) =>
              this.link({ only: [String(code)] }, html`${codeMark(code, open === 0)}<b>${number(open)}</b>`),
            )}
          </span>
        </li>
        ${following(tally).map((shown) => this.box(shown))}
      </ul>
      <ul class="lines">
        ${this.line('total', figure(tally, 'incidents.total'), 'unit.cases', { all: true })}
        ${this.line('posts', figure(tally, 'posts.total'), 'unit.places', { page: 'posts' })}
        ${this.line('unassigned', figure(tally, 'posts.jurisdictionUnknown'), 'unit.places', { page: 'unassigned' })}
      </ul>
    `;
  }

  private box({ name, word, value, unit, more, part, look, goal }: Shown): TemplateResult {
    const marked =
      look === undefined ? nothing : html`<b class="mark" aria-hidden="true">${look === 'bad' ? '▲' : '△'}</b>`;
    const drawn = part === undefined ? nothing : html`<i class="bar" ${styled({ '--part': String(part) })}></i>`;
    return html`<li class="figure ${name} ${look ?? ''}" data-testid="figure-${name}">
      ${this.link(
        goal,
        html`<span class="name">${marked}${t(word)}</span>
          <span class="value">${value} <small>${unit}</small></span>
          ${drawn} ${more === undefined ? nothing : html`<span class="more">${more}</span>`}`,
      )}
    </li>`;
  }

  private line(name: string, value: number, unit: Word, goal: Goal): TemplateResult {
    return html`<li data-testid="figure-${name}">
      ${this.link(
        goal,
        html`<span class="name">${t(`figures.${name}` as Word)}</span>
          <span class="value">${number(value)} <small>${t(unit)}</small></span>`,
      )}
    </li>`;
  }

  /** A page that the account does not have leads nowhere. */
  private link(goal: Goal, content: TemplateResult): TemplateResult {
    const { desk } = this;
    if ('page' in goal && !desk.offered.includes(goal.page)) return html`<span class="link">${content}</span>`;
    return html`<a class="link" href=${address(desk, goal)} @click=${(event: MouseEvent) => follow(desk, goal, event)}
      >${content}</a
    >`;
  }
}
