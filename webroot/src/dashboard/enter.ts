import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { word, type Table } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { fromField, toField } from '../core/format.js';
import { commandId } from '../core/id.js';
import { stations, unitLabel, unitName, wordsOf } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import { posts } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import '../ui/post-search.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** A room enters an incident for somebody else, with the source and the call's number. */
@customElement('haetae-enter')
export class Enter extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem 1rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .end {
        display: flex;
        gap: 0.5rem;
        justify-content: flex-end;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @state() private post: Post | undefined;
  @state() private wrong = '';
  @state() private monitoring = false;
  @state() private busy = false;
  /** Kept over repeats of the same content, so that a second press cannot record it twice. */
  private command = commandId();
  private sent = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  open(): void {
    if (!this.desk.session.may('incident.enter-for-others')) return;
    this.dialog.showModal();
    const field = this.form.elements.namedItem('occurredAt') as HTMLInputElement;
    if (field.value === '') field.value = toField(this.desk.now);
    (this.form.elements.namedItem('callNumber') as HTMLElement).focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <form data-testid="enter-form" @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <h2 id="title" class="wide">${t('enter.title')}</h2>
        ${this.choice('source', 'sources', 'CALL_112', ['OFFICER'])}
        <label
          ><span>${t('enter.call')}</span
          ><input name="callNumber" data-testid="enter-call" maxlength="40" autocomplete="off"
        /></label>
        ${this.monitoring ? this.found() : nothing} ${this.choice('kind', 'incidentKinds', '')}
        ${this.choice('code', 'urgencies', '3')}
        <label class="wide"
          ><span>${t('enter.text')}</span
          ><textarea name="text" data-testid="enter-text" maxlength="2000" required></textarea>
        </label>
        <div class="wide">${this.place()}</div>
        <label
          ><span>${t('enter.unit')}</span
          ><select name="unit" data-testid="enter-unit" ?disabled=${this.post !== undefined}>
            <option value="">–</option>
            ${this.units().map(([code, label]) => html`<option value=${code}>${label}</option>`)}
          </select></label
        >
        <label><span>${t('enter.occurred')}</span><input name="occurredAt" type="datetime-local" required /></label>
        <label><span>${t('enter.reporter')}</span><input name="reporter" maxlength="100" autocomplete="off" /></label>
        ${this.clearances()}
        <p class="notice bad wide" role="alert" data-testid="enter-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <div class="wide end">
          <button type="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="main" data-testid="enter-send" ?disabled=${this.busy}>
            ${t(this.busy ? 'enter.sending' : 'enter.send')}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  /** What the watch over the net found, and where. */
  private found(): TemplateResult {
    return html`${this.choice('monitoring', 'monitorings', '')}
      <label
        ><span>${t('enter.link')}</span
        ><input
          name="sourceLink"
          data-testid="enter-link"
          type="url"
          pattern="[hH][tT][tT][pP][sS]?://.*"
          title="http://, https://"
          placeholder="https://"
          maxlength="2000"
          autocomplete="off"
          required
      /></label>`;
  }

  /** Only what one will see oneself. */
  private clearances(): TemplateResult | typeof nothing {
    const { clearances, codes } = this.desk;
    if (clearances.length === 0) return nothing;
    return html`<label
      ><span>${t('enter.clearance')}</span
      ><select name="clearance" data-testid="enter-clearance">
        <option value="">${t('enter.clearance.general')}</option>
        ${clearances.map((code) => html`<option value=${code}>${word(codes, 'clearances', code)}</option>`)}
      </select></label
    >`;
  }

  private choice(
    name: 'source' | 'kind' | 'code' | 'monitoring',
    table: Table,
    chosen: string,
    but: readonly string[] = [],
  ): TemplateResult {
    const entries = this.desk.codes?.[table].filter(({ code }) => !but.includes(String(code))) ?? [];
    return html`<label
      ><span>${t(`enter.${name}`)}</span
      ><select
        name=${name}
        data-testid="enter-${name}"
        required
        @change=${(event: Event) => this.chose(name, (event.target as HTMLSelectElement).value)}
      >
        ${chosen === '' ? html`<option value="">${t('act.choose')}</option>` : nothing}
        ${entries.map(
          ({ code }) =>
            html`<option value=${code} ?selected=${String(code) === chosen}>
              ${word(this.desk.codes, table, code)}
            </option>`,
        )}
      </select></label
    >`;
  }

  private chose(name: string, value: string): void {
    if (name === 'source') this.monitoring = value === 'MONITORING';
  }

  private place(): TemplateResult {
    if (this.post === undefined) {
      return html`<span class="quiet">${t('enter.post')}</span>
        <haetae-post-search
          .find=${(query: string) => this.find(query)}
          @chosen=${(event: CustomEvent<Post>) => (this.post = event.detail)}
        ></haetae-post-search>`;
    }
    return html`<p class="notice">
      ${t('post.chosen')}: <b>${this.post.name}</b> ${wordsOf(this.post)} ·
      ${unitName(this.desk.live.store, this.post.unit)}
      <button type="button" @click=${() => (this.post = undefined)}>${t('post.change')}</button>
    </p>`;
  }

  /** Asks the server: above a station the view does not hold where posts are. */
  private find(query: string): Promise<readonly Post[]> {
    const { api, operation, scope } = this.desk;
    return posts(api, operation?.id ?? '', scope, query);
  }

  private units(): [string, string][] {
    const { live, home, scope } = this.desk;
    const codes = [scope, home, ...stations(live.store, scope).map((unit) => unit.id)];
    return [...new Set(codes)].map((code) => [code, unitLabel(live.store, code)]);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = this.body();
    if (body === undefined) return;
    const content = JSON.stringify(body);
    if (content !== this.sent) this.command = commandId();
    this.sent = content;
    this.busy = true;
    this.wrong = '';
    try {
      const answer = await this.desk.command('/incidents', body, this.command);
      this.desk.say(t('enter.done', { number: answer.number ?? '' }));
      this.reset();
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.sent = '';
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }

  private body(): Record<string, unknown> | undefined {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    if (this.post === undefined && text('unit') === '') {
      this.wrong = t('enter.place.needed');
      return undefined;
    }
    const optional = (name: string, value: string): object => (value === '' ? {} : { [name]: value });
    return {
      kind: text('kind'),
      code: Number(text('code')),
      text: text('text'),
      source: text('source'),
      occurredAt: fromField(text('occurredAt')),
      ...(this.post === undefined ? { unit: text('unit') } : { post: this.post.id }),
      ...optional('callNumber', text('callNumber')),
      ...optional('monitoring', text('monitoring')),
      ...optional('sourceLink', text('sourceLink')),
      ...optional('clearance', text('clearance')),
      ...(text('reporter') === '' ? {} : { reportedBy: { name: text('reporter') } }),
    };
  }

  private reset(): void {
    this.form.reset();
    this.post = undefined;
    this.monitoring = false;
    this.sent = '';
    this.command = commandId();
    this.dialog.close();
  }
}
