import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { entries, word } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import { moment } from '../core/format.js';
import { isOver, nextPhase } from '../core/operation.js';
import type { Operation, PlannedPhase, Settings, SilenceRule } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import type { Field, Given } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import './lines.js';
import { phaseOptions } from './operation-questions.js';
import { panelStyles } from './panel.css.js';

type Editing = 'timetable' | 'silence';
const minutes = ['everyMinutes', 'lateMinutes', 'lostMinutes'] as const;

/** Timetable and silence rules, each read as a table and written as a whole. Fires `edit` with which is being written. */
@customElement('haetae-operation-lists')
export class OperationLists extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: 1rem;
        padding: 0;
        overflow: visible;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) operation!: Operation;
  @property({ attribute: false }) editing: Editing | undefined;
  /** Lines to begin the timetable's editor with instead of those that stand. */
  @property({ attribute: false }) proposed: readonly PlannedPhase[] | undefined;

  /** Which line comes next follows the operation's clock. */
  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override render(): TemplateResult {
    const { settings } = this.operation;
    return html`
      <section>
        ${this.head('timetable', t('timetable.title'))}
        ${this.editing === 'timetable' ? this.timetableEditor() : this.timetable()}
      </section>
      ${
        settings === undefined
          ? nothing
          : html`<section>
              ${this.head('silence', t('settings.silence'))}
              ${this.editing === 'silence' ? this.rulesEditor(settings) : this.rules(settings)}
            </section>`
      }
    `;
  }

  private head(which: Editing, title: string): TemplateResult {
    const may = this.desk.session.may('operation.manage') && !isOver(this.operation) && this.editing === undefined;
    return html`<div class="head">
      <h3>${title}</h3>
      ${may ? html`<button data-testid="edit-${which}" @click=${() => this.edit(which)}>${t('plan.edit')}</button>` : nothing}
    </div>`;
  }

  private timetable(): TemplateResult {
    const { desk, operation } = this;
    const lines = operation.timetable ?? [];
    if (lines.length === 0) return html`<p class="quiet">${t('timetable.empty')}</p>`;
    const next = nextPhase(operation, desk.asOf);
    return html`<table data-testid="timetable">
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr class=${Date.parse(line.from) <= desk.asOf ? 'quiet' : ''}>
              <td>${moment(line.from, desk.asOf)}</td>
              <td>${word(desk.codes, 'phases', line.phase)}</td>
              <td>${line === next ? html`<b>◂ ${t('timetable.next')}</b>` : nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private timetableEditor(): TemplateResult {
    const columns: Field[] = [
      { name: 'from', label: t('timetable.from'), type: 'moment' },
      { name: 'phase', label: t('operation.phase'), type: 'choice', options: phaseOptions(this.desk) },
    ];
    const proposed = this.proposed ?? [];
    const lines = (proposed.length > 0 ? proposed : (this.operation.timetable ?? [])).map((line) => ({ ...line }));
    const editor = this.editor(columns, lines, t('timetable.done'), (given) => ({
      path: '/timetable',
      method: 'PUT',
      body: { phases: given },
    }));
    if (proposed.length === 0) return editor;
    return html`<p class="notice late" data-testid="proposed-phases">${t('proposal.unsaved')}</p>
      ${keyed(proposed, editor)}`;
  }

  private rules({ silence }: Settings): TemplateResult {
    const { codes } = this.desk;
    return html`<table data-testid="rules">
      <thead>
        <tr>
          <th scope="col">${t('rule.kind')}</th>
          <th scope="col">${t('operation.phase')}</th>
          ${minutes.map((name) => html`<th scope="col" class="n">${t(`rule.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${silence.map(
          (rule) =>
            html`<tr>
              <td>${word(codes, 'postKinds', rule.kind)}</td>
              <td>${word(codes, 'phases', rule.phase)}</td>
              ${minutes.map((name) => html`<td class="n">${rule[name]}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private rulesEditor(settings: Settings): TemplateResult {
    const kinds = entries(this.desk.codes, 'postKinds').map((kind): [string, string] => [
      String(kind.code),
      labelOf(kind),
    ]);
    const columns: Field[] = [
      { name: 'kind', label: t('rule.kind'), type: 'choice', options: kinds },
      { name: 'phase', label: t('operation.phase'), type: 'choice', options: phaseOptions(this.desk) },
      ...minutes.map((name): Field => ({ name, label: t(`rule.${name}`), type: 'number', least: 1, most: 10_080 })),
    ];
    const lines = settings.silence.map((rule) =>
      Object.fromEntries(Object.entries(rule).map(([name, value]) => [name, String(value)])),
    );
    return this.editor(columns, lines, t('settings.done'), (given) => ({
      path: '/settings',
      method: 'PUT',
      body: { ...settings, silence: given.map(rule) },
    }));
  }

  private editor(
    columns: readonly Field[],
    lines: readonly Given[],
    done: string,
    request: (given: readonly Given[]) => object,
  ): TemplateResult {
    return html`<haetae-lines
      .desk=${this.desk}
      .columns=${columns}
      .lines=${lines}
      .request=${request}
      .done=${done}
      @done=${() => this.edit(undefined)}
    ></haetae-lines>`;
  }

  private edit(which: Editing | undefined): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: which ?? null }));
  }
}

function rule(given: Given): SilenceRule {
  const [everyMinutes, lateMinutes, lostMinutes] = minutes.map((name) => Number(given[name]));
  return {
    kind: given['kind'] ?? '',
    phase: given['phase'] ?? '',
    everyMinutes: everyMinutes ?? 0,
    lateMinutes: lateMinutes ?? 0,
    lostMinutes: lostMinutes ?? 0,
  };
}
