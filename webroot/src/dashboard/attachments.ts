import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Directive } from '../core/directives.js';
import { gone, said } from '../core/erasure.js';
import { explain } from '../core/explain.js';
import type { Attachment, AttachmentList } from '../core/entities.js';
import { attach, attachable, whatIs } from '../core/files.js';
import { moment, size } from '../core/format.js';
import { commandId } from '../core/id.js';
import { unitLabel } from '../core/place.js';
import type { Entity, Kinds } from '../core/protocol.js';
import { attachments, inside } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import { View } from '../ui/view.js';
import { attachmentStyles } from './attachments.css.js';
import type { Desk } from './desk.js';

/** The files of whatever may have some: small copies, one to look at in full, one more to add. */
@customElement('haetae-attachments')
export class Attachments extends View {
  static override styles = [controls, dialogStyles, attachmentStyles];

  @property({ attribute: false }) desk!: Desk;
  /** Whose files they are. */
  @property({ attribute: false }) about!: Entity;
  /** Of what left the picture, asked for. */
  @state() private fetched: AttachmentList | undefined;
  @state() private failure: unknown;
  @state() private open: string | undefined;
  @state() private said = '';
  @state() private wrong = '';
  @state() private withdrawing = false;
  @query('dialog') private dialog?: HTMLDialogElement;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about') && changed.get('about')?.id !== this.about.id) {
      this.fetched = undefined;
      this.open = undefined;
      this.said = this.wrong = '';
    }
    const live = one(this.desk.live.store, this.about.kind as keyof Kinds, this.about.id) !== undefined;
    const wanted = live ? '' : `${this.about.id} ${String(this.about.seq)}`;
    if (wanted !== this.asked && wanted !== '') void this.fetch(wanted);
    this.asked = wanted;
  }

  protected override updated(): void {
    if (this.file !== undefined && this.dialog?.open === false) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const files = this.files;
    return html`<div class="head">
        <h2>${t('files.title')}</h2>
        ${
          this.desk.session.may('attachment.add') && this.takes
            ? html`<label
                >${t('files.add')}
                <input
                  type="file"
                  data-testid="file-add"
                  accept=${attachable}
                  @change=${(event: Event) => void this.add(event.target as HTMLInputElement)}
              /></label>`
            : nothing
        }
      </div>
      <p role="status" data-testid="file-said" ?hidden=${this.said === ''}>${this.said}</p>
      <p class="notice bad" role="alert" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      ${this.failure === undefined ? nothing : html`<p class="notice bad" role="alert">${t('files.failed')} ${explain(this.failure)}</p>`}
      ${
        files.length === 0
          ? html`<p class="quiet">${t('files.none')}</p>`
          : html`<ul data-testid="files">
              ${files.map((file) => this.small(file))}
            </ul>`
      }
      ${this.file === undefined ? nothing : this.large(this.file)}`;
  }

  private small(file: Attachment): TemplateResult {
    if (file.erased === true) return html`<li class="quiet" data-testid="file-erased">${said(gone)}</li>`;
    if (file.withdrawn != null)
      return html`<li class="quiet" data-testid="file-withdrawn">
        ${t('files.withdrawn', { reason: file.withdrawn.reason })}
      </li>`;
    const label = t('files.open', { what: what(file), name: file.name ?? '' });
    return html`<li>
      <button
        data-testid="file"
        data-attachment-id=${file.attachment}
        aria-label=${label}
        @click=${() => {
          this.open = file.attachment;
          this.withdrawing = false;
        }}
      >
        ${
          file.thumbnail == null
            ? html`<b>${what(file)}</b> <span>${file.name}</span>`
            : html`<img src=${this.path(file, 'thumbnail')} alt="" loading="lazy" />`
        }
      </button>
    </li>`;
  }

  private large(file: Attachment): TemplateResult {
    const { session, live, now } = this.desk;
    const who = [file.by.name, unitLabel(live.store, file.by.unit)].filter(Boolean).join(' · ');
    return html`<dialog data-testid="file-viewer" aria-label=${what(file)} @close=${() => (this.open = undefined)}>
      <h2>${what(file)} ${file.name}</h2>
      ${this.shown(file)}
      <p class="quiet">
        ${t('files.sentBy', { who, at: moment(file.at, now) })} · ${size(file.bytes)}
        ${file.takenAt == null ? nothing : html`· ${t('files.takenAt', { at: moment(file.takenAt, now) })}`}
      </p>
      <div class="do">
        <button @click=${() => this.step(-1)}>‹ ${t('files.before')}</button>
        <button @click=${() => this.step(1)}>${t('files.next')} ›</button>
        ${
          this.saved(file) !== undefined
            ? html`<a href=${this.saved(file) ?? ''} download data-testid="file-original">${t('files.original')}</a>`
            : nothing
        }
        ${
          session.may('attachment.withdraw')
            ? html`<button data-testid="file-withdraw" @click=${() => (this.withdrawing = true)}>
                ${t('files.withdraw')}
              </button>`
            : nothing
        }
        <button class="main" data-testid="file-close" @click=${() => this.dialog?.close()}>${t('files.close')}</button>
      </div>
      ${this.withdrawing ? this.reason(file) : nothing}
    </dialog>`;
  }

  private shown(file: Attachment): TemplateResult {
    const playable = this.own || this.desk.session.may('attachment.original');
    if (file.view != null) return html`<img src=${this.path(file, 'view')} alt=${file.name ?? what(file)} />`;
    if (playable && file.type.startsWith('video/'))
      return html`<video src=${this.path(file, 'view')} controls preload="metadata"></video>`;
    if (playable && file.type.startsWith('audio/'))
      return html`<audio src=${this.path(file, 'view')} controls preload="metadata"></audio>`;
    if (whatIs(file) === 'files.document') return html`<p>${t('files.document.hint')}</p>`;
    return html`<p>${t('files.noCopy')}</p>`;
  }

  /** What an order brings may be had by whoever receives it, whatever his role. */
  private get own(): boolean {
    return this.about.kind === 'directive';
  }

  /** Only who orders adds to an order. */
  private get takes(): boolean {
    return !this.own || (this.about as Directive).unit === this.desk.home;
  }

  private saved(file: Attachment): string | undefined {
    if (this.desk.session.may('attachment.original')) return this.path(file, 'original');
    return this.own ? this.path(file, 'view') : undefined;
  }

  private reason(file: Attachment): TemplateResult {
    return html`<form class="do" @submit=${(event: SubmitEvent) => void this.withdraw(event, file)}>
      <label>${t('files.withdraw.reason')} <input name="reason" maxlength="2000" data-testid="file-reason" /></label>
      <button>${t('files.withdraw')}</button>
    </form>`;
  }

  private get subject(): string {
    return `${this.about.kind}/${this.about.id}`;
  }

  private get files(): readonly Attachment[] {
    return (one(this.desk.live.store, 'attachments', this.about.id) ?? this.fetched)?.files ?? [];
  }

  private get file(): Attachment | undefined {
    return this.files.find((file) => file.attachment === this.open && standing(file));
  }

  private path(file: Attachment, copy: string): string {
    const ids = [this.about.id, file.attachment].map(encodeURIComponent).join('/');
    return `/api/v1${inside(this.desk.operation?.id ?? '')}/attachments/${ids}/${copy}`;
  }

  private step(by: number): void {
    const shown = this.files.filter(standing);
    const at = shown.findIndex((file) => file.attachment === this.open);
    this.open = shown[(at + by + shown.length) % shown.length]?.attachment;
    this.withdrawing = false;
  }

  private async add(input: HTMLInputElement): Promise<void> {
    const blob = input.files?.[0];
    if (blob === undefined) return;
    const { name } = blob;
    const { subject } = this;
    const takenAt = new Date(blob.lastModified).toISOString();
    const file = { id: commandId(), operation: this.desk.operation?.id ?? '', subject, blob, name, takenAt };
    this.wrong = '';
    input.disabled = true;
    try {
      await attach(this.desk.api, file, (part) => {
        this.said = t('files.adding', { name, percent: Math.floor(part * 100) });
      });
      this.said = t('files.added', { name });
      if (this.asked !== '') await this.fetch(this.asked);
    } catch (error) {
      this.said = '';
      this.wrong = `${t('files.notAdded', { name })} ${explain(error)}`;
    }
    input.disabled = false;
    input.value = '';
  }

  private async withdraw(event: SubmitEvent, file: Attachment): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    this.wrong = reason === '' ? t('files.withdraw.needed') : '';
    if (reason === '') return;
    const ids = [this.about.id, file.attachment].map(encodeURIComponent).join('/');
    try {
      await this.desk.command(`/attachments/${ids}/withdrawal`, { reason });
      this.open = undefined;
    } catch (error) {
      this.open = undefined;
      this.wrong = explain(error);
    }
  }

  private async fetch(wanted: string): Promise<void> {
    try {
      const found = await attachments(this.desk.api, this.desk.operation?.id ?? '', this.subject);
      if (wanted !== this.asked) return;
      this.fetched = found;
      this.failure = undefined;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}

const what = (file: Attachment): string => t(whatIs(file));

const standing = (file: Attachment): boolean => file.withdrawn == null && file.erased !== true;
