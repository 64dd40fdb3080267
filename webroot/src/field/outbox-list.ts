import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { moment, size } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import type { Item } from './outbox.js';
import { siteWord, wordOf } from './transport-words.js';
import { happenedAt, type Task } from './task.js';
import { formOfTask } from './transport-desk.js';

type Shown = 'sending' | Item['state'];
const marks: Readonly<Record<Shown, string>> = { sending: '↑', waiting: '…', sent: '✓', refused: '!' };

/** One's own reports with what became of each. Fires `edit` with the refused item to correct. */
@customElement('haetae-outbox')
export class OutboxList extends View {
  static override styles = [
    controls,
    codeStyles,
    css`
      li {
        display: grid;
        gap: 0.35rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-left-width: 0.4rem;
        border-radius: 0.375rem;
        background: var(--panel);
        margin-top: 0.6rem;
      }
      li.waiting,
      li.sending {
        border-left-color: var(--warn);
      }
      li.refused {
        border-left-color: var(--alarm);
      }
      li.sent {
        border-left-color: var(--good);
      }
      .head {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      .state-word {
        margin-left: auto;
        font-weight: 700;
        white-space: nowrap;
      }
      .text {
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .receipt {
        font-size: 1.125rem;
      }
      button {
        min-height: 3rem;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: FieldDesk;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { items } = this.desk;
    return html`<h2>${t('outbox.title')}</h2>
      <div aria-live="polite">
        ${items.length === 0 ? html`<p class="state">${t('outbox.empty')}</p>` : nothing}
        <ul data-testid="outbox">
          ${items.map((item) => this.item(item))}
        </ul>
      </div>`;
  }

  private item(item: Item): TemplateResult {
    const { desk } = this;
    const shown: Shown = desk.sender?.sending === item.id ? 'sending' : item.state;
    const { receipt } = item;
    return html`<li class=${shown} data-testid="outbox-item" data-state=${shown} data-command-id=${item.id}>
      <div class="head">
        ${this.head(item)}
        <time class="quiet">${moment(happenedAt(item.task), desk.now)}</time>
        <span class="state-word"><span aria-hidden="true">${marks[shown]}</span> ${t(`outbox.${shown}`)}</span>
      </div>
      <p class="text quiet">${textOf(item)}</p>
      ${
        receipt === undefined || receipt.number === ''
          ? nothing
          : html`<p class="receipt">${t('outbox.receipt')} <b data-testid="receipt">${receipt.number}</b></p>`
      }
      ${item.task.what === 'incident' && item.state === 'sent' ? this.room(item.id) : nothing}
      ${
        receipt?.noted === undefined
          ? nothing
          : html`<p class="notice late" data-testid="noted">
              ≠
              ${t('transport.noted', { kinds: receipt.noted.map((kind) => word(desk.codes, 'discrepancyKinds', kind)).join(', ') })}
            </p>`
      }
      ${item.task.what === 'file' ? this.file(item, shown) : nothing}
      ${shown === 'waiting' && !this.desk.files.waitsForWifi(item) ? this.waiting() : nothing}
      ${shown === 'refused' ? this.refused(item) : nothing}
    </li>`;
  }

  private head({ task }: Item): TemplateResult {
    const { codes } = this.desk;
    switch (task.what) {
      case 'incident':
        return html`${codeMark(task.body.code)} <b>${word(codes, 'incidentKinds', task.body.kind)}</b>`;
      case 'check-in':
        return html`<b>${t('duty.checkIn')}</b>`;
      case 'check-out':
        return html`<b>${t('duty.checkOut')}</b>`;
      case 'file':
        return html`<b>${t('outbox.file')}</b>`;
      case 'post-report':
        return html`<b>${word(codes, 'reportKinds', task.body.kind)}</b>`;
      case 'site':
        return html`<b>${t(siteWord(task.act))}</b>`;
      case 'cordons':
        return html`<b>${t('counting.cordons')}</b>`;
      case 'access-exit':
        return html`<b>${t('storage.leave')}</b>`;
      case 'transport':
        return html`<b>${t(wordOf(task))}</b>`;
      case 'comment':
        return html`<b>${t('outbox.comment')}</b>`;
      case 'visit':
        return html`<b>${t('visit.record')}</b> ${t('visit.people', { n: task.body.officers })}`;
      case 'visit-exit':
        return html`<b>${t('visit.exit')}</b>`;
      case 'directive':
        return html`<b>${t('directive.acknowledge')}</b>`;
    }
  }

  /** What has become of it in its room; what is no longer seen here is with another one. */
  private room(report: string): TemplateResult {
    const { desk } = this;
    const incident = desk.duty.reported.find(({ id }) => id === report);
    const said =
      incident === undefined
        ? t('outbox.room.gone')
        : incident.acknowledgedAt == null
          ? t('outbox.room.NEW')
          : `${t('outbox.room.seen', { at: moment(incident.acknowledgedAt, desk.now) })} · ${word(desk.codes, 'statuses', incident.status)}`;
    return html`<p data-testid="room-answer" data-status=${incident?.status ?? ''}>${said}</p>`;
  }

  /** How far it is, and after it is sent the way to send more of it. */
  private file(item: Item, shown: Shown): TemplateResult | typeof nothing {
    const { sender } = this.desk;
    if (shown === 'sending')
      return html`<p class="quiet" data-testid="file-part">
        ${t('outbox.file.part', { percent: Math.floor((sender?.part ?? 0) * 100) })}
      </p>`;
    if (this.desk.files.waitsForWifi(item)) {
      const bytes = item.task.what === 'file' ? (item.task.bytes ?? 0) : 0;
      return html`<p class="quiet" data-testid="waits-for-wifi">${t('outbox.file.wifi', { size: size(bytes) })}</p>
        <div class="do">
          <button data-testid="send-heavy" @click=${() => void this.desk.files.sendNow(item)}>
            ${t('outbox.file.now')}
          </button>
        </div>`;
    }
    if (!this.desk.files.hasOriginal(item)) return nothing;
    return html`<div class="do">
      <button data-testid="send-original" @click=${() => void this.desk.files.sendOriginal(item)}>
        ${t('outbox.file.original')}
      </button>
    </div>`;
  }

  private waiting(): TemplateResult {
    const { sender, session } = this.desk;
    const left = sender?.nextAt === undefined ? undefined : Math.max(0, Math.ceil((sender.nextAt - Date.now()) / 1000));
    const words =
      sender?.needsLogIn === true || session.who === undefined
        ? t('outbox.login')
        : left === undefined
          ? ''
          : t('outbox.next', { s: left });
    return html`<div class="do">
      <span class="quiet">${words}</span>
      <button data-testid="send-now" @click=${() => void sender?.now()}>${t('outbox.now')}</button>
    </div>`;
  }

  private refused(item: Item): TemplateResult {
    const { refusal } = item;
    const why =
      refusal === undefined ? '' : explain(new Problem(refusal.status, refusal.code, refusal.detail, refusal.errors));
    return html`<p class="notice bad" role="alert" data-testid="refusal">${t('outbox.why')} ${why}</p>
      <div class="do">
        ${
          edits(item.task)
            ? html`<button
                class="main"
                data-testid="edit"
                @click=${() => this.dispatchEvent(new CustomEvent('edit', { detail: item }))}
              >
                ${t('outbox.edit')}
              </button>`
            : html`<button data-testid="discard" @click=${() => void this.desk.discard(item)}>
                ${t('field.draft.discard')}
              </button>`
        }
        <button data-testid="again" @click=${() => void this.desk.again(item)}>${t('outbox.again')}</button>
      </div>`;
  }
}

/** What is written anew when it was refused; the rest is only sent again or left. */
const edits = (task: Task): boolean =>
  task.what === 'incident' || task.what === 'visit' || (task.what === 'transport' && formOfTask(task) !== undefined);

function textOf({ task, place }: Item): string {
  if (task.what === 'incident' || task.what === 'comment') return task.body.text;
  if (task.what === 'site' && task.act === 'cameras') return `${place} · ${task.body.camera}`;
  return task.what === 'visit' ? `${place} · ${task.body.reason}` : place;
}
