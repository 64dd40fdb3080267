import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AgendaItem, Conference, ConferenceDecision, ConferenceNote } from '../../core/conferences.js';
import { said } from '../../core/erasure.js';
import { moment } from '../../core/format.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { addItemQuestion, decideQuestion, noteQuestion } from './questions.js';

/** Whether a line is about an item. */
type About = (item: string | null | undefined) => boolean;

/** What a conference talks about, with what was said and decided of each, and the directives born of that. */
@customElement('haetae-agenda')
export class Agenda extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        padding: 0;
        overflow: visible;
      }
      ol.agenda {
        display: grid;
        gap: 0.6rem;
      }
      .agenda > li {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      .notes,
      .decisions {
        display: grid;
        gap: 0.25rem;
        margin-left: 1rem;
      }
      .decisions li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: baseline;
        padding: 0.3rem 0.6rem;
        border-left: 0.3rem solid var(--accent);
        background: var(--raised);
      }
      .words {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) conference!: Conference;
  @property({ attribute: false }) notes: readonly ConferenceNote[] = [];
  @property({ attribute: false }) decisions: readonly ConferenceDecision[] = [];
  /** Whether this account writes into it now. */
  @property({ attribute: false }) may = false;

  protected override render(): TemplateResult {
    const { desk, conference } = this;
    return html`<section data-testid="agenda">
      <div class="head">
        <h3>${t('conference.agenda')}</h3>
        <div class="acts">
          ${
            this.may
              ? html`<button data-testid="item-add" @click=${() => desk.ask(addItemQuestion(conference))}>
                    ${t('conference.item.add')}
                  </button>
                  <button data-testid="decide" class="main" @click=${() => desk.ask(decideQuestion(conference))}>
                    ${t('conference.decide')}
                  </button>`
              : nothing
          }
        </div>
      </div>
      ${conference.agenda.length === 0 ? html`<p class="quiet">${t('conference.agenda.none')}</p>` : nothing}
      <ol class="agenda">
        ${conference.agenda.map((item, index) => this.item(item, index))} ${this.beside()}
      </ol>
    </section>`;
  }

  private item(item: AgendaItem, index: number): TemplateResult {
    const { desk, conference } = this;
    const here: About = (of) => of === item.item;
    return html`<li data-testid="agenda-item" data-item=${item.item}>
      <div class="title">
        <b>${String(index + 1)}. ${said(item.text)}</b>
        ${
          this.may
            ? html`<span class="acts state-word">
                <button data-testid="item-note" @click=${() => desk.ask(noteQuestion(conference, item.item))}>
                  ${t('conference.note')}
                </button>
                <button data-testid="item-decide" @click=${() => desk.ask(decideQuestion(conference, item.item))}>
                  ${t('conference.decide')}
                </button>
              </span>`
            : nothing
        }
      </div>
      ${this.said(here)} ${this.decided(here)}
    </li>`;
  }

  /** What belongs to no item of the agenda. */
  private beside(): TemplateResult | typeof nothing {
    const items = new Set(this.conference.agenda.map(({ item }) => item));
    const outside: About = (item) => item == null || !items.has(item);
    if (![...this.notes, ...this.decisions].some(({ item }) => outside(item))) return nothing;
    return html`<li><b>${t('conference.decide.noItem')}</b> ${this.said(outside)} ${this.decided(outside)}</li>`;
  }

  private said(about: About): TemplateResult | typeof nothing {
    const notes = this.notes.filter(({ item }) => about(item));
    if (notes.length === 0) return nothing;
    return html`<ul class="notes">
      ${notes.map(
        ({ at, text, by }) =>
          html`<li data-testid="item-noted">
            <time class="quiet">${moment(at, this.desk.asOf)}</time>
            <span class="words">${said(text)}</span>
            <span class="quiet">${by?.name}</span>
          </li>`,
      )}
    </ul>`;
  }

  private decided(about: About): TemplateResult | typeof nothing {
    const decisions = this.decisions.filter(({ item }) => about(item));
    if (decisions.length === 0) return nothing;
    return html`<ul class="decisions">
      ${decisions.map((decision) => this.decision(decision))}
    </ul>`;
  }

  private decision(decision: ConferenceDecision): TemplateResult {
    const { desk, conference } = this;
    const text = said(decision.text);
    const born = one(desk.live.store, 'directive', decision.directive ?? '');
    const direct = (): void =>
      desk.orders.compose({ title: text.slice(0, 100), text: decision.text, decision: decision.id });
    return html`<li data-testid="decision" data-decision=${decision.id}>
      <b>${t('conference.decisions')}</b> <span class="words">${text}</span>
      ${
        decision.directive != null
          ? html`<button
              data-testid="decision-directive"
              @click=${() => desk.turn('directives', { directive: decision.directive ?? '' })}
            >
              ${born?.number ?? t('conference.directive')}
            </button>`
          : desk.session.may('directive.issue') && conference.unit === desk.home
            ? html`<button data-testid="decision-direct" @click=${direct}>${t('conference.direct')}</button>`
            : nothing
      }
    </li>`;
  }
}
