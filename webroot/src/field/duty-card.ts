import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { duration, moment, time } from '../core/format.js';
import type { Post } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { silent } from '../core/watch.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import '../ui/post-search.js';
import { View } from '../ui/view.js';
import { BackStep } from './back-step.js';
import './scan.js';
import type { FieldDesk } from './desk.js';

/** Where one is on duty, when the next report is due, and how the post is heard of. */
@customElement('haetae-duty')
export class DutyCard extends View {
  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 0.4rem;
        padding: 0.75rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem;
      }
      h2 {
        font-size: 1.125rem;
      }
      span.small {
        display: block;
        font-size: 0.875rem;
      }
      button {
        min-height: 3rem;
      }
      .due {
        font-size: 1.25rem;
        font-weight: 700;
      }
      .due.over {
        color: var(--alarm);
      }
      .due small {
        font-size: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private searching = false;
  @state() private scanning = false;
  @state() private trouble = '';
  private readonly step = new BackStep(this, 'find', () => this.close());

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { duty } = this.desk;
    const { post } = duty;
    return html`<section data-testid="duty" data-next=${duty.standing.next} aria-label=${t('duty.post')}>
      <div class="line">
        <div>
          <span class="small quiet">${t('duty.post')}</span>
          <h2 data-testid="duty-post">${post?.name ?? '–'}</h2>
        </div>
        <button data-testid="duty-find" aria-expanded=${this.searching} @click=${() => this.turn()}>
          ${t(this.searching ? 'cancel' : 'duty.post.find')}
        </button>
      </div>
      ${this.searching ? this.search() : nothing}
      ${post === undefined ? html`<p>${t('duty.post.none')}</p>` : this.standing()}
    </section>`;
  }

  private standing(): TemplateResult {
    const { desk } = this;
    const { duty, codes } = desk;
    const { next, arrivedAt } = duty.standing;
    const { watch } = duty;
    return html`${next === 'report' ? this.due() : nothing}
      ${next === 'off' ? html`<p><b>${t('duty.off')}</b></p>` : nothing}
      <p class="quiet">
        ${arrivedAt === undefined ? nothing : html`${t('duty.arrived', { at: moment(arrivedAt, desk.now) })} · `}
        ${
          watch === undefined
            ? nothing
            : html`${t('duty.state')}
                <b class=${silent(watch.state) ? 'alarm' : ''} data-testid="duty-state"
                  >${word(codes, 'postStates', watch.state)}</b
                >`
        }
        ${duty.askedAt === 0 ? nothing : html`<span class="small">${t('duty.asOf', { at: time(duty.askedAt + desk.api.offset) })}</span>`}
      </p>`;
  }

  private due(): TemplateResult {
    const { desk } = this;
    const { due } = desk.duty;
    if (due === undefined) return html`<p class="quiet" data-testid="due">${t('duty.due.none')}</p>`;
    const left = due - desk.now;
    const said = t(left < 0 ? 'duty.due.over' : 'duty.due.left', { for: duration(Math.abs(left)) });
    return html`<p class="due ${left < 0 ? 'over' : ''}" data-testid="due">
      ${t('duty.due', { at: moment(due, desk.now) })} <small>${said}</small>
    </p>`;
  }

  private search(): TemplateResult {
    return html`<button
        data-testid="scan"
        aria-expanded=${this.scanning}
        @click=${() => (this.scanning = !this.scanning)}
      >
        ${t('scan.open')}
      </button>
      ${this.scanning ? html`<haetae-scan @found=${(event: CustomEvent<string>) => void this.found(event.detail)}></haetae-scan>` : nothing}
      ${this.trouble === '' ? nothing : html`<p class="notice late" role="alert">${this.trouble}</p>`}
      <haetae-post-search
        .find=${(query: string) => this.desk.find(query)}
        @chosen=${(event: CustomEvent<Post>) => {
          this.desk.duty.choose(event.detail);
          this.step.leave();
        }}
      ></haetae-post-search>`;
  }

  private async found(post: string): Promise<void> {
    this.scanning = false;
    const taken = await this.desk.duty.chooseNamed(post);
    if (taken !== 'unknown') this.step.leave();
    this.trouble = taken === 'unknown' ? t('scan.unknown') : '';
  }

  /** Opens the search; leaving it goes back to one's own post. */
  private turn(): void {
    if (this.searching) {
      this.desk.duty.choose(undefined);
      this.step.leave();
      return;
    }
    this.searching = true;
    this.step.enter();
  }

  private close(): void {
    this.searching = this.scanning = false;
    this.trouble = '';
  }
}
