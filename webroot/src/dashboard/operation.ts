import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { moment } from '../core/format.js';
import { isOver } from '../core/operation.js';
import type { Operation } from '../core/protocol.js';
import type { Proposal } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import type { Question } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import './level-plan.js';
import './operation-lists.js';
import {
  clockQuestion,
  createQuestion,
  phaseQuestion,
  settingsQuestion,
  stateQuestion,
} from './operation-questions.js';
import { panelStyles } from './panel.css.js';
import './proposal.js';
import './custody/settings.js';
import './directive/settings.js';
import './triage/settings.js';

/** 운영: state, phase, timetable, clock and rules of the operation; to be changed by those who may. */
@customElement('haetae-operation')
export class OperationPage extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      section {
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private editing: 'timetable' | 'silence' | undefined;
  @state() private asking = false;
  @state() private proposal: Proposal | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { standing: operation } = this.desk;
    if (operation === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    return html`
      <div class="head">
        <h2>${operation.name}</h2>
        <div class="acts">
          ${this.proposing(operation)}
          ${this.button('operation.manage', 'create', t('operation.create'), () => createQuestion(this.desk))}
        </div>
      </div>
      ${this.facts(operation)} ${this.acts(operation)}
      ${
        this.asking
          ? html`<haetae-proposal
              .desk=${this.desk}
              @left=${() => (this.asking = false)}
              @proposed=${(event: CustomEvent<Proposal>) => this.propose(event.detail)}
            ></haetae-proposal>`
          : nothing
      }
      <haetae-operation-lists
        .desk=${this.desk}
        .operation=${operation}
        .editing=${this.editing}
        .proposed=${this.proposal?.phases}
        @edit=${(event: CustomEvent<'timetable' | 'silence' | null>) => this.edit(event.detail ?? undefined)}
      ></haetae-operation-lists>
      <haetae-incident-settings .desk=${this.desk} .operation=${operation}></haetae-incident-settings>
      <haetae-directive-settings .desk=${this.desk} .operation=${operation}></haetae-directive-settings>
      <haetae-custody-settings .desk=${this.desk} .operation=${operation}></haetae-custody-settings>
      ${
        this.desk.sees
          ? html`<haetae-level-plan .desk=${this.desk} .proposed=${this.proposal?.steps}></haetae-level-plan>`
          : nothing
      }
    `;
  }

  private proposing(operation: Operation): TemplateResult | typeof nothing {
    const may = this.desk.session.may('operation.manage') || this.desk.session.may('level.plan');
    if (!may || isOver(operation)) return nothing;
    return html`<button data-testid="proposal-open" aria-expanded=${this.asking} @click=${() => (this.asking = true)}>
      ${t('proposal.title')}
    </button>`;
  }

  /** Fills the editors; what is not saved there is only a proposal. */
  private propose(proposal: Proposal): void {
    this.proposal = proposal;
    this.asking = false;
    if (this.desk.session.may('operation.manage')) this.editing = 'timetable';
  }

  private edit(which: 'timetable' | 'silence' | undefined): void {
    this.editing = which;
    // What was proposed for the timetable is saved or left: the next editor begins with what stands.
    if (which === undefined && this.proposal !== undefined) this.proposal = { ...this.proposal, phases: [] };
  }

  private facts(operation: Operation): TemplateResult {
    const { desk } = this;
    const at = (instant: string | null | undefined): string => (instant == null ? '' : moment(instant, desk.asOf));
    const { settings } = operation;
    const minutes = (value: number | undefined): string => (value === undefined ? '' : String(value));
    const facts: [Word, string][] = [
      ['operation.kind', t(`operation.kind.${operation.operationKind}`)],
      ['operation.state', word(desk.codes, 'operationStates', operation.state)],
      [
        'operation.phase',
        [word(desk.codes, 'phases', operation.phase ?? undefined), at(operation.phaseSince)].join(' ').trim(),
      ],
      ['operation.opened', at(operation.openedAt)],
      ['operation.closed', at(operation.closedAt)],
      ['operation.rate', operation.clock.rate === 1 ? '' : t('standing.rate', { n: operation.clock.rate })],
      ['settings.musterEssentialMinutes', minutes(settings?.musterEssentialMinutes)],
      ['settings.musterOthersMinutes', minutes(settings?.musterOthersMinutes)],
      ['settings.confirmHighLevels', settings === undefined ? '' : t(settings.confirmHighLevels ? 'yes' : 'no')],
      [
        'settings.outage',
        settings === undefined ? '' : t('settings.outage.of', { n: settings.outagePosts, p: settings.outagePercent }),
      ],
    ];
    return html`<dl class="facts card" data-testid="operation-facts">
      ${facts.map(([name, value]) =>
        value === ''
          ? nothing
          : html`<dt>${t(name)}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>`;
  }

  private acts(operation: Operation): TemplateResult {
    const { desk } = this;
    const { state, settings } = operation;
    const manage = 'operation.manage';
    const running = !isOver(operation);
    return html`<div class="acts">
      ${state === 'PREPARED' ? this.button(manage, 'open', t('operation.open'), () => stateQuestion(desk, 'open')) : nothing}
      ${state === 'OPEN' ? this.button('phase.enter', 'phase', t('operation.phase.enter'), () => phaseQuestion(desk)) : nothing}
      ${running && settings !== undefined ? this.button(manage, 'settings', t('settings.title'), () => settingsQuestion(settings)) : nothing}
      ${running && operation.operationKind === 'DRILL' ? this.button(manage, 'clock', t('operation.clock'), () => clockQuestion(operation)) : nothing}
      ${state === 'OPEN' ? this.button(manage, 'close', t('operation.close'), () => stateQuestion(desk, 'close')) : nothing}
      ${state === 'CLOSED' ? this.button(manage, 'archive', t('operation.archive'), () => stateQuestion(desk, 'archive')) : nothing}
    </div>`;
  }

  private button(
    action: string,
    name: string,
    words: string,
    question: () => Question,
  ): TemplateResult | typeof nothing {
    if (!this.desk.session.may(action)) return nothing;
    return html`<button data-testid="operation-${name}" @click=${() => this.desk.ask(question())}>${words}</button>`;
  }
}
