import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../../core/api.js';
import type { Conference } from '../../core/conferences.js';
import { explain } from '../../core/explain.js';
import { fromField, toField } from '../../core/format.js';
import { commandId } from '../../core/id.js';
import type { Unit } from '../../core/protocol.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { dialogStyles } from '../../ui/dialog.js';
import '../../ui/unit-tree.js';
import type { Picked } from '../../ui/unit-tree.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { formStyles } from '../directive/form.css.js';
import { unitsBelow } from '../directive/recipients.js';

const soonMillis = 30 * 60_000;
const usualMinutes = 30;

/** A command conference is convened, or changed while it has not ended: when, who, about what, and where to dial in. */
@customElement('haetae-convene')
export class Convene extends View {
  static override styles = [controls, dialogStyles, formStyles];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @state() private about: Conference | 'new' | undefined;
  @state() private units: readonly Unit[] = [];
  @state() private picked: Picked = { chosen: new Set(), below: false };
  @state() private wrong = '';
  @state() private busy = false;
  private command = commandId();
  private sent = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    const { convening } = this.desk.orders;
    if (convening === this.about) return;
    this.about = convening;
    this.wrong = this.sent = '';
    const { old } = this;
    this.picked = { chosen: new Set(old?.to ?? []), below: old?.below ?? false };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!(changed as Map<PropertyKey, unknown>).has('about')) return;
    if (this.about === undefined) {
      this.dialog.close();
      return;
    }
    this.dialog.showModal();
    this.form.querySelector<HTMLElement>('[name=title]')?.focus();
    void this.load();
  }

  protected override render(): TemplateResult {
    const { old } = this;
    return html`<dialog data-testid="convene" aria-labelledby="title" @close=${() => this.leave()}>
      ${this.about === undefined ? nothing : this.content(old)}
    </dialog>`;
  }

  private content(old: Conference | undefined): TemplateResult {
    return html`<form data-testid="convene-form" @submit=${(event: SubmitEvent) => void this.submit(event)}>
      <h2 id="title" class="wide">${t(old === undefined ? 'convene.title' : 'convene.change')}</h2>
      <div class="column">${this.words(old)}</div>
      <haetae-unit-tree
        deep
        label=${t('convene.rooms')}
        .store=${this.desk.live.store}
        .units=${this.units}
        .picked=${this.picked}
        @picked=${(event: CustomEvent<Picked>) => (this.picked = event.detail)}
      ></haetae-unit-tree>
      <p class="notice bad wide" role="alert" data-testid="convene-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      <div class="wide end">
        <button type="button" @click=${() => this.leave()}>${t('cancel')}</button>
        <button class="main" data-testid="convene-send" ?disabled=${this.busy}>
          ${t(this.busy ? 'act.sending' : old === undefined ? 'convene.send' : 'conference.change')}
        </button>
      </div>
    </form>`;
  }

  private words(old: Conference | undefined): TemplateResult {
    const startsAt = old === undefined ? this.desk.now + soonMillis : Date.parse(old.startsAt);
    const agenda = old?.agenda.map(({ text }) => text).join('\n') ?? '';
    return html`<label
        ><span>${t('convene.name')}</span
        ><input name="title" maxlength="100" required autocomplete="off" .defaultValue=${old?.title ?? ''}
      /></label>
      <label
        ><span>${t('convene.startsAt')}</span
        ><input
          name="startsAt"
          type="datetime-local"
          required
          .defaultValue=${this.about === undefined ? '' : toField(startsAt)}
      /></label>
      <label
        ><span>${t('convene.minutes')} (${t('optional')})</span
        ><input
          name="minutes"
          type="number"
          inputmode="numeric"
          min="1"
          max="1440"
          .defaultValue=${String(old?.minutes ?? (old === undefined ? usualMinutes : ''))}
      /></label>
      <label
        ><span>${t('convene.link')}</span
        ><input
          name="link"
          type="url"
          maxlength="500"
          required
          placeholder="https://"
          pattern="https://.+"
          title=${t('convene.link.wrong')}
          .defaultValue=${old?.link ?? ''}
        /><small>${t('convene.link.hint')}</small></label
      >
      <label
        ><span>${t('convene.agenda')}</span><textarea name="agenda" maxlength="8000" .defaultValue=${agenda}></textarea>
      </label>`;
  }

  private get old(): Conference | undefined {
    return this.about === 'new' ? undefined : this.about;
  }

  private leave(): void {
    if (this.about !== undefined) this.desk.orders.leave();
  }

  private async load(): Promise<void> {
    try {
      this.units = await unitsBelow(this.desk);
    } catch (error) {
      this.wrong = explain(error);
    }
  }

  private body() {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    const held = new Map(this.old?.agenda.map(({ item, text }) => [text, item]));
    const agenda = text('agenda')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return {
      title: text('title'),
      startsAt: fromField(text('startsAt')),
      ...(text('minutes') === '' ? {} : { minutes: Number(text('minutes')) }),
      link: text('link'),
      // A line that stayed as it was stays the same item, with what was noted of it.
      agenda: agenda.map((line) => (held.has(line) ? { item: held.get(line), text: line } : { text: line })),
      to: this.units.filter(({ id }) => this.picked.chosen.has(id)).map(({ id }) => id),
      below: this.picked.below,
    };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    if (this.picked.chosen.size === 0) {
      this.wrong = t('convene.needsRooms');
      return;
    }
    const { old } = this;
    const body = this.body();
    const content = JSON.stringify(body);
    if (content !== this.sent) this.command = commandId();
    this.sent = content;
    this.busy = true;
    this.wrong = '';
    try {
      const path = old === undefined ? '/conferences' : `/conferences/${encodeURIComponent(old.id)}`;
      const { id = '', number = '' } = await this.desk.order(
        { path, body, method: old === undefined ? 'POST' : 'PUT' },
        this.command,
      );
      this.desk.say(old === undefined ? t('conference.convened', { number }) : t('conference.changed'));
      this.desk.orders.leave();
      if (old === undefined) this.desk.turn('conferences', { conference: id });
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.sent = '';
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
