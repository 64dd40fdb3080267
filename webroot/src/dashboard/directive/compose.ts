import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { entries } from '../../core/codes.js';
import { explain } from '../../core/explain.js';
import { attachable } from '../../core/files.js';
import { fromField, moment, number, toField } from '../../core/format.js';
import { labelOf } from '../../core/forms.js';
import { reach, type Reach } from '../../core/orders-remote.js';
import type { Unit } from '../../core/protocol.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { dialogStyles } from '../../ui/dialog.js';
import '../../ui/unit-tree.js';
import type { Picked } from '../../ui/unit-tree.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { Dispatch } from './dispatch.js';
import { formStyles } from './form.css.js';
import type { DirectiveDraft } from './orders.js';
import { recipients } from './recipients.js';

const pauseMillis = 300;
const minuteMillis = 60_000;
/** Minutes until due, at one press. */
const soon = [30, 60, 120] as const;
const nobody: Picked = { chosen: new Set(), below: true };

/** A directive is written: to whom, how urgent, by when, what; with how many it reaches before it is sent. */
@customElement('haetae-compose')
export class Compose extends View {
  static override styles = [controls, dialogStyles, formStyles];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @state() private draft: DirectiveDraft | undefined;
  @state() private units: readonly Unit[] = [];
  @state() private picked = nobody;
  @state() private reached: Reach | undefined;
  @state() private wrong = '';
  @state() private busy = '';
  private dispatch!: Dispatch;
  private typed = 0;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    const { draft } = this.desk.orders;
    if (draft === this.draft) return;
    this.draft = draft;
    this.wrong = this.busy = '';
    this.dispatch = new Dispatch(this.desk, (words) => (this.busy = words));
    this.reached = undefined;
    const old = draft?.supersedes;
    this.picked = old === undefined ? nobody : { chosen: new Set(old.to), below: old.below };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!(changed as Map<PropertyKey, unknown>).has('draft')) return;
    if (this.draft === undefined) {
      this.dialog.close();
      return;
    }
    this.dialog.showModal();
    this.form.querySelector<HTMLElement>('[name=title]')?.focus();
    void this.load();
    void this.look();
  }

  protected override render(): TemplateResult {
    return html`<dialog data-testid="compose" aria-labelledby="title" @close=${() => this.leave()}>
      ${this.draft === undefined ? nothing : this.content(this.draft)}
    </dialog>`;
  }

  private content(draft: DirectiveDraft): TemplateResult {
    const old = draft.supersedes;
    return html`<form
      data-testid="compose-form"
      @submit=${(event: SubmitEvent) => void this.submit(event)}
      @input=${() => void this.look()}
      @keydown=${(event: KeyboardEvent) => this.sendKey(event)}
    >
      <h2 id="title" class="wide">${t(old === undefined ? 'compose.title' : 'compose.title.replace')}</h2>
      ${old === undefined ? nothing : html`<p class="notice late wide">${t('directive.replace.text', { number: old.number })}</p>`}
      ${draft.decision === undefined ? nothing : html`<p class="notice wide">${t('compose.fromDecision')}</p>`}
      <div class="column">${this.words()}</div>
      <div class="column">${this.recipients()}</div>
      ${this.preview()}
      <p class="notice bad wide" role="alert" data-testid="compose-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      <div class="wide end">
        <span role="status">${this.busy}</span>
        <button type="button" data-testid="compose-cancel" @click=${() => this.leave()}>${t('cancel')}</button>
        <button class="main" data-testid="compose-send" ?disabled=${this.busy !== ''}>${t('compose.send')}</button>
      </div>
    </form>`;
  }

  private words(): TemplateResult {
    const { draft } = this;
    const old = draft?.supersedes;
    const urgency = old?.urgency ?? 'URGENT';
    return html`<label
        ><span>${t('compose.subject')}</span
        ><input
          name="title"
          maxlength="100"
          required
          autocomplete="off"
          .defaultValue=${draft?.title ?? old?.title ?? ''}
      /></label>
      <label
        ><span>${t('compose.text')}</span
        ><textarea name="text" maxlength="2000" required .defaultValue=${draft?.text ?? old?.text ?? ''}></textarea>
      </label>
      <fieldset class="plain">
        <legend>${t('compose.urgency')}</legend>
        ${entries(this.desk.codes, 'directiveUrgencies').map(
          (entry) =>
            html`<label
              ><input type="radio" name="urgency" value=${entry.code} ?checked=${entry.code === urgency} /><span
                >${labelOf(entry)}</span
              ></label
            >`,
        )}
      </fieldset>
      <div>
        <label
          ><span>${t('compose.due')} (${t('optional')})</span
          ><input
            name="due"
            type="datetime-local"
            .defaultValue=${old?.due == null ? '' : toField(Date.parse(old.due))}
        /></label>
        <div class="dues">
          ${soon.map(
            (minutes) =>
              html`<button type="button" data-testid="due-${minutes}" @click=${() => this.due(minutes)}>
                ${minutes < 60 ? t('compose.due.in', { n: minutes }) : t('compose.due.hour', { n: minutes / 60 })}
              </button>`,
          )}
          <button type="button" @click=${() => this.due(undefined)}>${t('compose.due.clear')}</button>
        </div>
      </div>
      <label
        ><span>${t('compose.files')} (${t('optional')})</span
        ><input name="files" type="file" multiple accept=${attachable} data-testid="compose-files"
      /></label>
      <p class="quiet">${t('compose.files.hint')}</p>`;
  }

  private recipients(): TemplateResult {
    const meant = new Set(this.draft?.supersedes?.posts);
    return html`<haetae-unit-tree
        deep
        label=${t('compose.recipients')}
        .store=${this.desk.live.store}
        .units=${this.units}
        .picked=${this.picked}
        @picked=${(event: CustomEvent<Picked>) => {
          this.picked = event.detail;
          void this.look();
        }}
      ></haetae-unit-tree>
      <details ?open=${meant.size > 0 || this.posted}>
        <summary data-testid="compose-posts">${t('compose.posts')}</summary>
        <fieldset class="plain">
          ${entries(this.desk.codes, 'postKinds').map(
            (entry) =>
              html`<label
                ><input
                  type="checkbox"
                  name="posts"
                  value=${entry.code}
                  ?checked=${meant.has(String(entry.code))}
                /><span>${labelOf(entry)}</span></label
              >`,
          )}
        </fieldset>
      </details>`;
  }

  private preview(): TemplateResult {
    const { reached } = this;
    const said =
      this.picked.chosen.size === 0
        ? t('compose.preview.none')
        : reached === undefined
          ? ''
          : t(reached.posts > 0 ? 'compose.preview.posts' : 'compose.preview', {
              rooms: number(reached.rooms),
              posts: number(reached.posts),
              at: moment(reached.acknowledgeBy, this.desk.now),
            });
    return html`<p class="notice wide" role="status" data-testid="compose-preview" ?hidden=${said === ''}>${said}</p>`;
  }

  private get posted(): boolean {
    return this.units.length === 1 && this.units[0]?.id === this.desk.home;
  }

  private due(minutes: number | undefined): void {
    const field = this.form.elements.namedItem('due') as HTMLInputElement;
    field.value = minutes === undefined ? '' : toField(this.desk.now + minutes * minuteMillis);
  }

  private leave(): void {
    if (this.draft !== undefined) this.desk.orders.leave();
  }

  private sendKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
  }

  private async load(): Promise<void> {
    try {
      this.units = await recipients(this.desk);
      // A station orders nobody but its own room and posts: there is nothing to choose.
      if (this.posted && this.picked.chosen.size === 0) {
        this.picked = { chosen: new Set([this.desk.home]), below: true };
        await this.look();
      }
    } catch (error) {
      this.wrong = explain(error);
    }
  }

  /** Says whom it reaches once the choosing rests. */
  private async look(): Promise<void> {
    const turn = ++this.typed;
    await new Promise((done) => setTimeout(done, pauseMillis));
    if (turn !== this.typed || this.draft === undefined || this.picked.chosen.size === 0) return;
    const body = this.body();
    // What is not written yet must not keep it from being counted.
    const written = { ...body, title: body.title || '–', text: body.text || '–' };
    try {
      const reached = await reach(this.desk.api, this.desk.operation?.id ?? '', written);
      if (turn !== this.typed) return;
      this.reached = reached;
      this.wrong = '';
    } catch (error) {
      if (turn === this.typed) this.wrong = explain(error);
    }
  }

  private body() {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    const { supersedes, decision } = this.draft ?? {};
    return {
      to: this.units.filter(({ id }) => this.picked.chosen.has(id)).map(({ id }) => id),
      below: this.picked.below,
      posts: given.getAll('posts').map(String),
      urgency: text('urgency'),
      title: text('title'),
      text: text('text'),
      ...(text('due') === '' ? {} : { due: fromField(text('due')) }),
      ...(supersedes === undefined ? {} : { supersedes: supersedes.id }),
      ...(decision === undefined ? {} : { decision }),
    };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy !== '') return;
    if (this.picked.chosen.size === 0) {
      this.wrong = t('compose.preview.none');
      return;
    }
    const files = [...((this.form.elements.namedItem('files') as HTMLInputElement).files ?? [])];
    this.wrong = '';
    this.busy = t('compose.sending');
    const outcome = await this.dispatch.send(this.body(), files);
    this.busy = '';
    if ('wrong' in outcome) {
      this.wrong = outcome.wrong;
      return;
    }
    const { directive } = outcome;
    this.desk.orders.leave();
    this.desk.turn('directives', { directive });
  }
}
