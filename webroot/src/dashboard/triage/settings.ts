import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { entries, word } from '../../core/codes.js';
import type { EscalationRule, IncidentSettings } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import { labelOf } from '../../core/forms.js';
import { isOver } from '../../core/operation.js';
import type { Operation } from '../../core/protocol.js';
import { incidentSettings } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import type { Field, Given, Question } from '../../ui/question.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import '../lines.js';
import { phaseOptions } from '../operation-questions.js';
import { panelStyles } from '../panel.css.js';
import { routingQuestion, routingTable } from './routing.js';

type Settings = Pick<IncidentSettings, 'closureNeedsApproval' | 'escalation' | 'routing'>;

/** How incidents are worked in the operation: who closes, who gets which kind, and when the unit above is told. */
@customElement('haetae-incident-settings')
export class IncidentSettingsView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        padding: 0;
        overflow: visible;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) operation!: Operation;
  @state() private settings: Settings | undefined;
  @state() private failure: unknown;
  @state() private editing = false;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  /** While the standard ones hold the picture has none: the server says what holds. */
  protected override willUpdate(): void {
    const { id } = this.operation;
    const asked = `${id} ${String(one(this.desk.live.store, 'incident-settings', id)?.seq ?? 0)}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    const { settings } = this;
    return html`<div class="head">
        <h3>${t('rules.title')}</h3>
        ${settings === undefined || this.editing || !this.may() ? nothing : this.buttons(settings)}
      </div>
      ${this.failure === undefined ? nothing : html`<p class="notice bad" role="alert">${explain(this.failure)}</p>`}
      ${settings === undefined ? nothing : this.body(settings)}`;
  }

  private may(): boolean {
    return this.desk.session.may('operation.manage') && !isOver(this.operation);
  }

  private buttons(settings: Settings): TemplateResult {
    return html`<div class="acts">
      <button data-testid="closure-approval" @click=${() => this.desk.ask(this.approval(settings))}>
        ${t(settings.closureNeedsApproval ? 'rules.approval.end' : 'rules.approval.begin')}
      </button>
      <button
        data-testid="edit-routing"
        @click=${() => this.desk.ask(routingQuestion(this.desk, settings, () => this.leave()))}
      >
        ${t('rules.routing.edit')}
      </button>
      <button data-testid="edit-escalation" @click=${() => (this.editing = true)}>${t('rules.escalation.edit')}</button>
    </div>`;
  }

  private body(settings: Settings): TemplateResult {
    return html`<p class="card" data-testid="closure-rule">
        ${t(settings.closureNeedsApproval ? 'rules.approval.on' : 'rules.approval.off')}
      </p>
      ${routingTable(this.desk, settings.routing)}
      <p class="quiet">${t('rules.escalation.text')}</p>
      ${this.editing ? this.editor(settings) : this.table(settings)}`;
  }

  private table({ escalation }: Settings): TemplateResult {
    const { codes } = this.desk;
    const any = t('rules.any');
    return html`<table data-testid="escalation">
      <thead>
        <tr>
          ${this.columns().map(({ label, type }) => html`<th scope="col" class=${type === 'number' ? 'n' : ''}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${escalation.map(
          (rule) =>
            html`<tr>
              <td>${t(`rules.waiting.${rule.waiting}`)}</td>
              <td>${word(codes, 'urgencies', rule.code ?? undefined) || any}</td>
              <td>${word(codes, 'incidentKinds', rule.kind ?? undefined) || any}</td>
              <td>${word(codes, 'phases', rule.phase ?? undefined) || any}</td>
              <td class="n">${rule.minutes}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private editor(settings: Settings): TemplateResult {
    const held = settings.escalation.map((rule) =>
      Object.fromEntries(
        Object.entries(rule)
          .filter(([, value]) => value != null)
          .map(([name, value]) => [name, String(value)]),
      ),
    );
    return html`<haetae-lines
      .desk=${this.desk}
      .columns=${this.columns()}
      .lines=${held}
      .request=${(given: readonly Given[]) => ({
        path: '/incident-settings',
        method: 'PUT',
        body: { ...settings, escalation: given.map(rule) },
      })}
      .done=${t('rules.done')}
      @done=${() => this.leave()}
    ></haetae-lines>`;
  }

  private columns(): Field[] {
    const { codes } = this.desk;
    const options = (table: 'urgencies' | 'incidentKinds'): [string, string][] =>
      entries(codes, table).map((entry) => [String(entry.code), labelOf(entry)]);
    const waiting: [string, string][] = [
      ['ACKNOWLEDGEMENT', t('rules.waiting.ACKNOWLEDGEMENT')],
      ['VERIFICATION', t('rules.waiting.VERIFICATION')],
    ];
    return [
      { name: 'waiting', label: t('rules.waiting'), type: 'choice', options: waiting },
      { name: 'code', label: t('enter.code'), type: 'choice', options: options('urgencies'), optional: true },
      { name: 'kind', label: t('incident.kind'), type: 'choice', options: options('incidentKinds'), optional: true },
      {
        name: 'phase',
        label: t('operation.phase'),
        type: 'choice',
        options: phaseOptions(this.desk),
        optional: true,
      },
      { name: 'minutes', label: t('rules.minutes'), type: 'number', least: 1, most: 1440 },
    ];
  }

  private approval(settings: Settings): Question {
    const closureNeedsApproval = !settings.closureNeedsApproval;
    const title = t(closureNeedsApproval ? 'rules.approval.begin' : 'rules.approval.end');
    return {
      title,
      text: t(closureNeedsApproval ? 'rules.approval.on' : 'rules.approval.off'),
      fields: [],
      send: title,
      request: () => ({ path: '/incident-settings', method: 'PUT', body: { ...settings, closureNeedsApproval } }),
      done: t('rules.done'),
      after: () => this.leave(),
    };
  }

  private leave(): void {
    this.editing = false;
    void this.read(this.asked);
  }

  private async read(asked: string): Promise<void> {
    try {
      const settings = await incidentSettings(this.desk.api, this.operation.id);
      if (asked !== this.asked) return;
      this.settings = settings;
      this.failure = undefined;
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}

/** A column left open fits everything. */
export function rule(given: Given): EscalationRule {
  const { waiting, code, kind, phase, minutes } = given;
  return {
    waiting: waiting === 'VERIFICATION' ? 'VERIFICATION' : 'ACKNOWLEDGEMENT',
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(kind === undefined ? {} : { kind }),
    ...(phase === undefined ? {} : { phase }),
    minutes: Number(minutes),
  };
}
