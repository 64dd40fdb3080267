import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import type { ChaseRule } from '../../core/directives.js';
import { explain } from '../../core/explain.js';
import { number } from '../../core/format.js';
import { isOver } from '../../core/operation.js';
import { chaseRules } from '../../core/orders-remote.js';
import type { Operation } from '../../core/protocol.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import type { Question } from '../../ui/question.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';

const dayMinutes = 1440;
const limits = ['acknowledgeWithin', 'repeatEvery'] as const;

/** How directives are followed in the operation: by when they are to be acknowledged, and how often the late are reminded. */
@customElement('haetae-directive-settings')
export class DirectiveSettingsView extends View {
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
  @state() private rules: readonly ChaseRule[] | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  /** While the standard ones hold the picture has none: the server says what holds. */
  protected override willUpdate(): void {
    const { id } = this.operation;
    const asked = `${id} ${String(one(this.desk.live.store, 'directive-settings', id)?.seq ?? 0)}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    const { desk, rules } = this;
    const may = desk.session.may('operation.manage') && !isOver(this.operation) && rules !== undefined;
    return html`<section data-testid="directive-settings">
      <div class="head">
        <h3>${t('chase.title')}</h3>
        ${
          may
            ? html`<button data-testid="edit-chasing" @click=${() => desk.ask(this.question(rules))}>
                ${t('plan.edit')}
              </button>`
            : nothing
        }
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${explain(this.failure)} <button @click=${() => void this.read(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${rules === undefined ? nothing : this.table(rules)}
    </section>`;
  }

  private table(rules: readonly ChaseRule[]): TemplateResult {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t('compose.urgency')}</th>
          ${limits.map((name) => html`<th scope="col" class="n">${t(`chase.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rules.map(
          (rule) =>
            html`<tr>
              <th scope="row">${word(this.desk.codes, 'directiveUrgencies', rule.urgency)}</th>
              ${limits.map((name) => html`<td class="n">${number(rule[name])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private question(rules: readonly ChaseRule[]): Question {
    return {
      title: t('chase.title'),
      text: t('chase.text'),
      fields: rules.flatMap((rule) =>
        limits.map((name) => ({
          name: `${rule.urgency}-${name}`,
          label: `${word(this.desk.codes, 'directiveUrgencies', rule.urgency)} · ${t(`chase.${name}`)}`,
          type: 'number' as const,
          value: String(rule[name]),
          least: 1,
          most: dayMinutes,
        })),
      ),
      send: t('act.send'),
      request: (given) => ({
        path: '/directive-settings',
        method: 'PUT',
        body: {
          chasing: rules.map(({ urgency }) => ({
            urgency,
            ...Object.fromEntries(limits.map((name) => [name, Number(given[`${urgency}-${name}`])])),
          })),
        },
      }),
      done: t('chase.done'),
      after: () => void this.read(this.asked),
    };
  }

  private async read(asked: string): Promise<void> {
    this.failure = undefined;
    try {
      const { chasing } = await chaseRules(this.desk.api, this.operation.id);
      if (asked === this.asked) this.rules = chasing;
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}
