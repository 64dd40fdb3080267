import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem, type Answer } from '../../core/api.js';
import { explain, refusal } from '../../core/explain.js';
import { number } from '../../core/format.js';
import { commandId } from '../../core/id.js';
import { inside } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { dialogStyles } from '../../ui/dialog.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import type { Review } from './acting.js';

interface Outcome {
  readonly incident: string;
  readonly done: boolean;
  readonly code?: string;
  readonly detail?: string;
}

interface Outcomes extends Answer {
  readonly preview: boolean;
  readonly done: number;
  readonly refused: number;
  readonly items: readonly Outcome[];
}

/** One step for many incidents: which would take it, which not and why, before anything is done. Fires `applied`. */
@customElement('haetae-bulk-review')
export class BulkReview extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog > div {
        display: grid;
        gap: 0.75rem;
      }
      ul {
        max-height: 40vh;
        overflow: auto;
      }
      li {
        padding: 0.35rem 0;
        border-top: 1px solid var(--line);
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: flex-end;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('button.main') private main?: HTMLButtonElement;
  @state() private review: Review | undefined;
  @state() private seen: Outcomes | undefined;
  @state() private wrong = '';
  @state() private busy = false;
  /** The ids of the two ways to do it, kept over repeats while the outcome is unknown. */
  private together = commandId();
  private possible = commandId();

  protected override signals(): readonly Signal[] {
    return [this.desk.acting.changed];
  }

  protected override willUpdate(): void {
    const { review } = this.desk.acting;
    if (review === this.review) return;
    this.review = review;
    this.seen = undefined;
    this.wrong = '';
    this.together = commandId();
    this.possible = commandId();
    if (review !== undefined) void this.look(review);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const keys = changed as Map<PropertyKey, unknown>;
    if (keys.has('review')) {
      if (this.review === undefined) this.dialog.close();
      else if (!this.dialog.open) this.dialog.showModal();
    }
    if (keys.has('seen')) this.main?.focus();
  }

  protected override render(): TemplateResult {
    const { review, seen } = this;
    const title =
      review === undefined ? '' : `${t(review.step.name)} · ${t('bulk.count', { n: number(review.targets.length) })}`;
    return html`<dialog data-testid="bulk" aria-labelledby="title" @close=${() => this.leave()}>
      <div>
        <h2 id="title">${title}</h2>
        ${seen === undefined && this.wrong === '' ? html`<p role="status">${t('loading')}</p>` : nothing}
        ${seen === undefined ? nothing : this.outcomes(seen)}
        <p class="notice bad" role="alert" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <div class="end">
          <button data-testid="bulk-cancel" @click=${() => this.leave()}>
            ${t(seen?.preview === false ? 'close.panel' : 'cancel')}
          </button>
          ${seen?.preview === true ? this.choices(seen) : nothing}
        </div>
      </div>
    </dialog>`;
  }

  private outcomes(seen: Outcomes): TemplateResult {
    const word = seen.preview ? 'bulk.would' : 'bulk.did';
    const refused = seen.items.filter(({ done }) => !done);
    return html`<p role="status" data-testid="bulk-summary">
        <b>${t(word, { n: number(seen.done), m: number(seen.refused) })}</b>
      </p>
      <ul ?hidden=${refused.length === 0}>
        ${refused.map(
          ({ incident, code, detail }) =>
            html`<li data-testid="bulk-refused" data-incident-id=${incident}>
              <b>${this.numberOf(incident)}</b> ${refusal(code ?? '') ?? detail}
            </li>`,
        )}
      </ul>`;
  }

  private choices(seen: Outcomes): TemplateResult {
    if (seen.done === 0) return html``;
    if (seen.refused === 0)
      return html`<button
        class="main"
        data-testid="bulk-all"
        ?disabled=${this.busy}
        @click=${() => void this.send(true, this.together)}
      >
        ${t(this.busy ? 'act.sending' : 'bulk.all', { n: number(seen.done) })}
      </button>`;
    return html`<button
      class="main"
      data-testid="bulk-possible"
      ?disabled=${this.busy}
      @click=${() => void this.send(false, this.possible)}
    >
      ${t(this.busy ? 'act.sending' : 'bulk.possible', { n: number(seen.done) })}
    </button>`;
  }

  private numberOf(incident: string): string {
    return this.review?.targets.find(({ id }) => id === incident)?.number ?? incident;
  }

  private async look(review: Review): Promise<void> {
    try {
      const seen = await this.ask(review, true, true, commandId());
      if (review === this.review) this.seen = seen;
    } catch (error) {
      if (review === this.review) this.wrong = explain(error);
    }
  }

  /** All or none, or each by itself. What somebody changed meanwhile is looked at anew. */
  private async send(allOrNothing: boolean, id: string): Promise<void> {
    const { review } = this;
    if (review === undefined || this.busy) return;
    this.busy = true;
    this.wrong = '';
    try {
      const did = await this.ask(review, allOrNothing, false, id);
      this.desk.say(t('bulk.did', { n: number(did.done), m: number(did.refused) }));
      this.dispatchEvent(new CustomEvent('applied'));
      if (did.refused === 0) this.leave();
      else this.seen = did;
    } catch (error) {
      this.wrong = explain(error);
      if (error instanceof Problem && !error.passing) {
        this.together = commandId();
        await this.look(review);
      }
    } finally {
      this.busy = false;
    }
  }

  private ask(review: Review, allOrNothing: boolean, preview: boolean, id: string): Promise<Outcomes> {
    const { step, targets } = review;
    const body = {
      action: step.bulk,
      incidents: targets.map(({ id: incident, seq }) => ({
        incident,
        seq: this.desk.acting.work.expected(incident, seq),
      })),
      body: step.body,
      allOrNothing,
    };
    const path = `${inside(this.desk.operation?.id ?? '')}/incidents/bulk`;
    return this.desk.api.command<Outcomes>(path, body, id, preview ? { query: { preview } } : {});
  }

  private leave(): void {
    if (this.review !== undefined) this.desk.acting.leaveReview();
  }
}
