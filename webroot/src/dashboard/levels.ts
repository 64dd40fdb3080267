import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number } from '../core/format.js';
import { arranged, settled } from '../core/levels.js';
import type { Level } from '../core/entities.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelStyles } from '../ui/level-mark.js';
import { rowsStyles } from '../ui/rows.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import './level-card.js';
import './level-plan.js';
import { declareQuestion } from './level-questions.js';
import { panelStyles } from './panel.css.js';

const endedShown = 20;

/** 비상근무: what is in force or waits for somebody, what is planned, and what is over. */
@customElement('haetae-levels')
export class Levels extends View {
  static override styles = [controls, rowsStyles, panelStyles, levelStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private ended = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const levels = arranged(all(desk.live.store, 'level').values());
    const lasting = levels.filter((level) => !settled(level));
    const ended = levels.filter(settled);
    return html`
      <div class="head">
        <h2>${t('nav.levels')}</h2>
        <div class="acts">
          ${
            desk.session.may('level.declare')
              ? html`<button class="main" data-testid="level-declare" @click=${() => desk.ask(declareQuestion(desk))}>
                  ${t('level.declare')}
                </button>`
              : nothing
          }
        </div>
      </div>
      ${lasting.length === 0 ? html`<p class="state" data-testid="levels-empty">${t('level.empty')}</p>` : nothing}
      <div class="cards">${lasting.map((level) => this.card(level))}</div>
      <haetae-level-plan .desk=${desk}></haetae-level-plan>
      ${
        ended.length === 0
          ? nothing
          : html`<button
                data-testid="levels-ended"
                aria-expanded=${this.ended}
                @click=${() => (this.ended = !this.ended)}
              >
                ${t('level.ended', { n: number(ended.length) })}
              </button>
              <div class="cards" ?hidden=${!this.ended}>
                ${this.ended ? ended.slice(0, endedShown).map((level) => this.card(level)) : nothing}
              </div>`
      }
    `;
  }

  private card(level: Level): TemplateResult {
    return html`<haetae-level-card .desk=${this.desk} .level=${level}></haetae-level-card>`;
  }
}
