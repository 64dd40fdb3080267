import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  caseHistory,
  isOpen,
  nextStages,
  personsOf,
  type Case,
  type CaseHistory,
  type CaseLine,
  type CaseLineEvent,
  type CasePersons,
} from '../core/cases.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { moment, number } from '../core/format.js';
import { unitLabel, unitName } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { isWord, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import type { Question } from '../ui/question.js';
import { View } from '../ui/view.js';
import { limitationMark } from './case-mark.js';
import {
  correctQuestion,
  countQuestion,
  linkQuestion,
  noteQuestion,
  stageQuestion,
  transferQuestion,
} from './case-questions.js';
import './attachments.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

/** One case: what it is about, what may be done with it, and everything that was. */
@customElement('haetae-case')
export class CaseView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        flex: 1;
        padding: 0;
      }
      .summary {
        white-space: pre-wrap;
      }
      li {
        display: grid;
        grid-template-columns: 6.5rem minmax(0, 1fr);
        gap: 0.5rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li p {
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property() case = '';
  @state() private history: CaseHistory | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const wanted = `${this.case} ${String(one(this.desk.live.store, 'case', this.case)?.seq ?? 0)}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.case} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const found = one(desk.live.store, 'case', this.case) ?? this.history?.case;
    return html`
      <div class="head">
        <button data-testid="case-back" @click=${() => desk.leave('case')}>‹ ${t('nav.cases')}</button>
        <span class="quiet">${unitName(desk.live.store, found?.unit)}</span>
      </div>
      ${found === undefined ? nothing : this.card(found)}
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('case.failed')} ${explain(this.failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${found === undefined ? nothing : html`<haetae-attachments .desk=${desk} .about=${found}></haetae-attachments>`}
      <section>
        <h3>${t('timeline.title')}</h3>
        ${
          this.history === undefined && this.failure === undefined
            ? html`<p class="quiet" role="status">${t('loading')}</p>`
            : nothing
        }
        <ol data-testid="case-timeline">
          ${this.history?.timeline.map((line) => this.line(line))}
        </ol>
      </section>
    `;
  }

  private card(found: Case): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const facts: [string, unknown][] = [
      [t('case.limitation'), html`${found.limitationOn} ${limitationMark(desk, found)}`],
      [t('case.persons'), this.persons(found.persons)],
      [t('case.origin'), word(desk.codes, 'caseOrigins', found.origin)],
      [t('case.electionDay'), found.electionDay],
      [t('case.actOn'), found.actOn ?? t('unknown')],
      [t('case.stageSince'), moment(found.stageSince, desk.asOf)],
      [
        t('case.openedBy'),
        [found.openedBy.name, unitLabel(store, found.openedBy.unit), moment(found.openedAt, desk.asOf)]
          .filter(Boolean)
          .join(' · '),
      ],
      [t('case.incidents'), this.incidents(found)],
    ];
    return html`<article class="card" data-testid="case" data-case-id=${found.id}>
      <div class="title">
        <h3>${found.number}</h3>
        <span>${word(desk.codes, 'crimeKinds', found.crimeKind)}</span>
        <span class="state-word" data-testid="case-stage">${word(desk.codes, 'caseStages', found.stage)}</span>
      </div>
      <p class="summary">${found.summary}</p>
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${desk.session.may('case.work') ? this.acts(found) : nothing}
    </article>`;
  }

  private acts(found: Case): TemplateResult {
    const { desk } = this;
    const act = (name: string, words: string, question: () => Question, main = false): TemplateResult =>
      html`<button class=${main ? 'main' : ''} data-testid="case-${name}" @click=${() => desk.ask(question())}>
        ${words}
      </button>`;
    return html`<div class="acts">
      ${nextStages[found.stage].map((to, index) =>
        act(`to-${to}`, t(`case.to.${to}`), () => stageQuestion(desk, found, to), index === 0),
      )}
      ${act('count', t('case.count'), () => countQuestion(found))}
      ${act('note', t('case.note'), () => noteQuestion(found))}
      ${act('link', t('case.link'), () => linkQuestion(desk, found))}
      ${act('correct', t('case.correct'), () => correctQuestion(desk, found))}
      ${isOpen(found.stage) ? act('transfer', t('case.transfer'), () => transferQuestion(desk, found)) : nothing}
    </div>`;
  }

  private incidents(found: Case): TemplateResult {
    const { desk } = this;
    if (found.incidents.length === 0) return html`${t('none')}`;
    return html`<span class="acts"
      >${found.incidents.map(
        (id) =>
          html`<button @click=${() => desk.go({ incident: id })}>
            ${one(desk.live.store, 'incident', id)?.number ?? t('case.incident')}
          </button>`,
      )}</span
    >`;
  }

  private persons(persons: CasePersons): string {
    const { principals, accomplices, instigators } = persons;
    return t('case.persons.said', {
      n: number(personsOf(persons)),
      principals: number(principals),
      accomplices: number(accomplices),
      instigators: number(instigators),
    });
  }

  private line({ at, type, unit, event }: CaseLine): TemplateResult {
    const name = `case.line.${type}`;
    const { store } = this.desk.live;
    const who = [event.by?.name, unitLabel(store, event.by?.unit ?? unit)].filter(Boolean).join(' · ');
    const said = this.said(type, event);
    return html`<li data-type=${type}>
      <time class="quiet" datetime=${at}>${moment(at, this.desk.asOf)}</time>
      <div>
        <b>${isWord(name) ? t(name) : `${t('timeline.other')} (${type})`}</b>
        ${event.by == null ? nothing : html`<span class="quiet">${who}</span>`}
        ${said === '' ? nothing : html`<p>${said}</p>`}
      </div>
    </li>`;
  }

  private said(type: string, event: CaseLineEvent): string {
    const { codes, live } = this.desk;
    const parts = [
      event.kind == null ? '' : word(codes, 'crimeKinds', event.kind),
      event.origin == null ? '' : word(codes, 'caseOrigins', event.origin),
      event.to === undefined ? '' : word(codes, 'caseStages', event.to),
      event.persons === undefined ? '' : this.persons(event.persons),
      type === 'case-transferred' ? unitLabel(live.store, event.unit) : '',
      event.actOn == null ? '' : `${t('case.actOn')} ${event.actOn}`,
      event.electionDay == null ? '' : `${t('case.electionDay')} ${event.electionDay}`,
      event.daysLeft === undefined ? '' : t('case.line.near', { n: event.daysLeft, day: event.limitationOn ?? '' }),
    ];
    return [parts.filter(Boolean).join(' · '), event.summary, event.text, event.note, event.reason]
      .filter(Boolean)
      .join('\n');
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const history = await caseHistory(this.desk.api, this.desk.operation?.id ?? '', this.case);
      if (wanted === this.asked) this.history = history;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
