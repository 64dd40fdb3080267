import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PlannedLevel } from '../core/entities.js';
import { moment } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelMark, levelStyles } from '../ui/level-mark.js';
import type { Field, Given } from '../ui/question.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { levelOptions, unitOptions } from './level-questions.js';
import './lines.js';
import { panelStyles } from './panel.css.js';

/** The phased plan (단계별 계획): steps that take effect on time; each can be moved or taken out. */
@customElement('haetae-level-plan')
export class LevelPlanView extends View {
  static override styles = [
    controls,
    panelStyles,
    levelStyles,
    css`
      :host {
        display: block;
        padding: 0;
        overflow: visible;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Steps to begin the editor with instead of those that stand. */
  @property({ attribute: false }) proposed: readonly PlannedLevel[] | undefined;
  @state() private editing = false;
  private left: readonly PlannedLevel[] | undefined;
  private begun: readonly PlannedLevel[] | undefined;

  protected override signals() {
    return [this.desk.live.changed];
  }

  protected override willUpdate(): void {
    if (this.proposed === this.begun) return;
    this.begun = this.proposed;
    this.editing = this.proposed !== undefined && this.desk.session.may('level.plan');
  }

  protected override render(): TemplateResult {
    const steps = [...all(this.desk.live.store, 'level-plan').values()].flatMap((plan) => plan.steps);
    return html`<section>
      <div class="head">
        <h3>${t('plan.title')}</h3>
        ${
          this.desk.session.may('level.plan') && !this.editing
            ? html`<button data-testid="plan-edit" @click=${() => (this.editing = true)}>${t('plan.edit')}</button>`
            : nothing
        }
      </div>
      ${this.editing ? this.written(steps) : this.table(steps)}
    </section>`;
  }

  private table(steps: readonly PlannedLevel[]): TemplateResult {
    const { desk } = this;
    if (steps.length === 0) return html`<p class="quiet">${t('plan.empty')}</p>`;
    const at = (instant: string): string => moment(instant, desk.asOf);
    const begun = (step: PlannedLevel): boolean => Date.parse(step.from) <= desk.asOf;
    return html`<table data-testid="plan">
      <thead>
        <tr>
          <th scope="col">${t('level.level')}</th>
          <th scope="col">${t('level.unit')}</th>
          <th scope="col">${t('level.from')}</th>
          <th scope="col">${t('level.until')}</th>
          <th scope="col">${t('ask.reason')}</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map(
          (step) =>
            html`<tr class=${begun(step) ? 'quiet' : ''}>
              <td>${levelMark(desk.codes, step.level)}</td>
              <td>${unitLabel(desk.live.store, step.unit)}</td>
              <td>${at(step.from)}</td>
              <td>${at(step.until)}</td>
              <td>${step.reason}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private written(steps: readonly PlannedLevel[]): TemplateResult {
    if (this.proposed === undefined || this.left === this.proposed) return this.editor(steps);
    return html`<p class="notice late" data-testid="proposed-steps">${t('proposal.unsaved')}</p>
      ${keyed(this.proposed, this.editor(this.proposed))}`;
  }

  /** A proposal is taken up once: the next editor begins with what stands. */
  private leave(): void {
    this.left = this.proposed;
    this.editing = false;
  }

  private editor(steps: readonly PlannedLevel[]): TemplateResult {
    const { desk } = this;
    const columns: Field[] = [
      { name: 'level', label: t('level.level'), type: 'choice', options: levelOptions(desk) },
      { name: 'unit', label: t('level.unit'), type: 'choice', options: unitOptions(desk) },
      { name: 'from', label: t('level.from'), type: 'moment' },
      { name: 'until', label: t('level.until'), type: 'moment' },
      { name: 'reason', label: t('ask.reason'), type: 'text' },
    ];
    return html`<haetae-lines
      .desk=${desk}
      .columns=${columns}
      .lines=${steps.map((step) => ({ ...step }))}
      .request=${(lines: readonly Given[]) => ({ path: '/level-plan', method: 'PUT', body: { steps: lines } })}
      done=${t('plan.done')}
      @done=${() => this.leave()}
    ></haetae-lines>`;
  }
}
