import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../../core/explain.js';
import { number } from '../../core/format.js';
import { isOver } from '../../core/operation.js';
import type { Operation } from '../../core/protocol.js';
import { inside } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import type { Question } from '../../ui/question.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';

const day = 1440;

/** Minutes by name, with the least and the most that the server takes. */
const limits = {
  'transport-settings': {
    departureMinutes: [0, day],
    checkpointMinutes: [1, day],
    arrivalMinutes: [0, day],
    handoverMinutes: [1, day],
  },
  'storage-settings': {
    roundMinutes: [5, day],
    sealCheckMinutes: [5, 7 * day],
    lateMinutes: [0, day],
    leaseMinutes: [1, day],
  },
} as const;

type Kind = keyof typeof limits;
type Name = { [K in Kind]: keyof (typeof limits)[K] & string }[Kind];
type Minutes = Readonly<Partial<Record<Name, number>>>;

const kinds = Object.keys(limits) as readonly Kind[];
const namesOf = (kind: Kind): readonly Name[] => Object.keys(limits[kind]) as Name[];

/** After how long ballot boxes on their way are overdue, and how storages are watched in the operation. */
@customElement('haetae-custody-settings')
export class CustodySettings extends View {
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
      section {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) operation!: Operation;
  @state() private held: Readonly<Partial<Record<Kind, Minutes>>> = {};
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  /** While the standard ones hold the picture has none: the server says what holds. */
  protected override willUpdate(): void {
    const { id } = this.operation;
    const seqs = kinds.map((kind) => one(this.desk.live.store, kind, id)?.seq ?? 0);
    const asked = `${id} ${seqs.join('.')}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    return html`${kinds.map((kind) => this.section(kind))}
    ${
      this.failure === undefined
        ? nothing
        : html`<p class="notice bad" role="alert">
            ${explain(this.failure)} <button @click=${() => void this.read(this.asked)}>${t('retry')}</button>
          </p>`
    }`;
  }

  private section(kind: Kind): TemplateResult {
    const { desk } = this;
    const minutes = this.held[kind];
    const may = desk.session.may('operation.manage') && !isOver(this.operation);
    return html`<section data-testid=${kind}>
      <div class="head">
        <h3>${t(`custody.${kind}`)}</h3>
        ${
          may && minutes !== undefined
            ? html`<button data-testid="edit-${kind}" @click=${() => desk.ask(this.question(kind, minutes))}>
                ${t('plan.edit')}
              </button>`
            : nothing
        }
      </div>
      ${
        minutes === undefined
          ? nothing
          : html`<dl class="facts">
              ${namesOf(kind).map(
                (name) =>
                  html`<dt>${t(`custody.${name}`)}</dt>
                    <dd data-testid=${name}>${t('custody.minutes', { n: number(minutes[name] ?? 0) })}</dd>`,
              )}
            </dl>`
      }
    </section>`;
  }

  private question(kind: Kind, minutes: Minutes): Question {
    const of: Readonly<Partial<Record<Name, readonly [number, number]>>> = limits[kind];
    return {
      title: t(`custody.${kind}`),
      text: t('custody.settings.text'),
      fields: namesOf(kind).map((name) => ({
        name,
        label: `${t(`custody.${name}`)} (${t('custody.unit')})`,
        type: 'number' as const,
        value: String(minutes[name] ?? ''),
        least: of[name]?.[0] ?? 0,
        most: of[name]?.[1] ?? day,
      })),
      send: t('act.send'),
      request: (given) => ({
        path: `/${kind}`,
        method: 'PUT',
        body: Object.fromEntries(namesOf(kind).map((name) => [name, Number(given[name])])),
      }),
      done: t('custody.settings.done'),
      after: () => void this.read(this.asked),
    };
  }

  private async read(asked: string): Promise<void> {
    this.failure = undefined;
    try {
      const { api } = this.desk;
      const found = await Promise.all(
        kinds.map(async (kind) => [kind, await api.get<Minutes>(`${inside(this.operation.id)}/${kind}`)] as const),
      );
      if (asked === this.asked) this.held = Object.fromEntries(found);
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}
