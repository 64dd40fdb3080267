import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Directive } from '../core/directives.js';
import { said } from '../core/erasure.js';
import type { Level } from '../core/entities.js';
import { whatIs } from '../core/files.js';
import { duration, moment, size } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import { inside } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { emptyStore } from '../core/store.js';
import { isWord, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelMark, levelStyles } from '../ui/level-mark.js';
import { urgencyMark, urgencyStyles } from '../ui/urgency-mark.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Order } from './directive-desk.js';
import { pressMillis } from './press.js';

const gone = emptyStore;

/** What is ordered: the emergency duty in words, and the directives meant for one's post, each to be acknowledged. */
@customElement('haetae-orders')
export class OrderCards extends View {
  static override styles = [
    controls,
    levelStyles,
    urgencyStyles,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      section {
        display: grid;
        gap: 0.4rem;
        padding: 0.75rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        overflow-wrap: anywhere;
        word-break: keep-all;
      }
      .waits {
        border: 2px solid var(--warn);
      }
      .flash,
      .high {
        border: 3px solid var(--alarm);
        background: var(--alarm-ground);
      }
      h2 {
        font-size: 1.1875rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.25rem 0.6rem;
      }
      .text {
        font-size: 1.0625rem;
        white-space: pre-wrap;
      }
      .answered {
        color: var(--good);
        font-weight: 650;
      }
      button {
        min-height: 3.5rem;
        font-size: 1.125rem;
      }
      .files a {
        color: var(--accent);
        display: block;
        min-height: 3rem;
        padding: 0.6rem 0;
      }
      summary {
        min-height: 3rem;
        padding: 0.6rem 0;
        cursor: pointer;
      }
      details > div {
        display: grid;
        gap: 0.6rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private busy = '';
  @state() private wrong = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { orders } = this.desk.directives;
    const { level } = this.desk.duty;
    const waiting = orders.filter(({ answered }) => !answered);
    const answered = orders.filter((order) => order.answered);
    return html`${waiting.map((order) => this.order(order))} ${level === undefined ? nothing : this.level(level)}
    ${this.wrong ? html`<p class="notice bad" role="alert">${t('field.save.failed')}</p>` : nothing}
    ${
      answered.length === 0
        ? nothing
        : html`<details>
            <summary>${t('duty.directive.more', { n: answered.length })}</summary>
            <div>${answered.map((order) => this.order(order))}</div>
          </details>`
    }`;
  }

  private order({ directive, answered }: Order): TemplateResult {
    const { desk } = this;
    const kind = answered ? '' : directive.urgency === 'FLASH' ? 'flash' : 'waits';
    const due = directive.due == null ? undefined : Date.parse(directive.due);
    return html`<section
      class=${kind}
      role=${kind === 'flash' ? 'alert' : nothing}
      aria-label=${t('duty.directive.title')}
      data-testid="directive"
      data-directive-id=${directive.id}
      data-answered=${answered ? 'true' : 'false'}
    >
      <div class="line">
        ${urgencyMark(desk.codes, directive.urgency)}
        <span class="quiet">${unitLabel(gone, directive.unit)} · ${moment(directive.issuedAt, desk.now)}</span>
      </div>
      <h2>${directive.number} ${said(directive.title)}</h2>
      <p class="text">${said(directive.text)}</p>
      ${due === undefined ? nothing : html`<p><b>${t('directive.due', { at: moment(due, desk.now) })}</b>${due < desk.now ? html` <b class="alarm">${t('directive.due.over', { for: duration(desk.now - due) })}</b>` : nothing}</p>`}
      ${this.enclosed(directive)}
      ${
        answered
          ? html`<p class="answered" data-testid="directive-answered">✓ ${t('duty.directive.answered')}</p>`
          : desk.directives.offered
            ? html`<button
                class="main"
                data-testid="directive-acknowledge"
                ?disabled=${this.busy === directive.id || !desk.duty.open}
                @click=${() => void this.acknowledge({ directive, answered })}
              >
                ${t('duty.directive.acknowledge')}
              </button>`
            : nothing
      }
    </section>`;
  }

  /** What came with it: nothing is fetched before somebody asks, on a bad line least of all. */
  private enclosed({ id }: Directive): TemplateResult | typeof nothing {
    const { duty, operation } = this.desk;
    const files = duty.enclosed(id);
    if (files.length === 0) return nothing;
    const path = `/api/v1${inside(operation?.id ?? '')}/attachments/${encodeURIComponent(id)}`;
    return html`<ul class="files" data-testid="directive-files">
      ${files.map(
        (file) =>
          html`<li>
            <a
              href=${`${path}/${encodeURIComponent(file.attachment)}/view`}
              download=${file.name ?? ''}
              data-testid="directive-file"
              ><b>${t(whatIs(file))}</b> ${file.name} <span class="quiet">${size(file.bytes)}</span></a
            >
          </li>`,
      )}
    </ul>`;
  }

  private level(level: Level): TemplateResult {
    const { desk } = this;
    const means = `duty.level.${level.level}`;
    const until =
      level.until == null ? t('duty.level.ended') : t('duty.level.until', { at: moment(level.until, desk.now) });
    return html`<section
      class=${level.level === 'A' ? 'high' : ''}
      role=${level.level === 'A' ? 'alert' : nothing}
      aria-label=${t('duty.level.title')}
      data-testid="level"
      data-level=${level.level}
    >
      <div class="line">
        <h2>${t('duty.level.title')} ${levelMark(desk.codes, level.level)}</h2>
        <span class="quiet">${unitLabel(gone, level.unit)}</span>
      </div>
      ${isWord(means) ? html`<p class="text">${t(means)}</p>` : nothing}
      <p class="quiet">
        ${t('duty.level.since', { at: moment(level.from, desk.now) })} ${until} · ${said(level.reason)}
      </p>
    </section>`;
  }

  private async acknowledge({ directive }: Order): Promise<void> {
    if (this.busy !== '') return;
    this.busy = directive.id;
    this.wrong = false;
    try {
      await this.desk.directives.acknowledge(directive);
    } catch {
      this.wrong = true;
    }
    setTimeout(() => (this.busy = ''), pressMillis);
  }
}
