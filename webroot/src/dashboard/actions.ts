import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { commandId } from '../core/id.js';
import type { Incident } from '../core/protocol.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { isOpen } from './order.js';

export type Act = 'acknowledge' | 'comment' | 'dispatch' | 'resolve' | 'close';

interface Sent {
  readonly act: Act;
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
  readonly id: string;
}

/** What may be done with one incident. A failed command stays, with its id, until it is sent again or left. */
@customElement('haetae-actions')
export class Actions extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      form {
        display: grid;
        gap: 0.6rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      form div {
        display: flex;
        gap: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) incident!: Incident;
  @state() private writing: Act | undefined;
  @state() private sending: Sent | undefined;
  @state() private failed: { readonly sent: Sent; readonly error: unknown } | undefined;
  @state() private missing = '';

  begin(act: Act): void {
    if (!this.offered().includes(act)) return;
    this.failed = undefined;
    this.missing = '';
    if (act === 'acknowledge') this.send(act, '/acknowledgement', {});
    else {
      this.writing = act;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('select, textarea')?.focus());
    }
  }

  /** Leaves a form; whether there was one. */
  leave(): boolean {
    const had = this.writing !== undefined;
    this.writing = this.failed = undefined;
    return had;
  }

  protected override render(): TemplateResult {
    const offered = this.offered();
    const none = isOpen(this.incident) ? t('act.none') : t('act.over');
    return html`
      ${offered.length === 0 ? html`<p class="quiet">${none}</p>` : nothing}
      <div class="acts" role="group" aria-label=${t('act.title')}>
        ${offered.map(
          (act) =>
            html`<button
              class=${act === 'acknowledge' ? 'main' : ''}
              data-testid="act-${act}"
              aria-pressed=${this.writing === act ? 'true' : 'false'}
              ?disabled=${this.sending !== undefined}
              @click=${() => this.begin(act)}
            >
              ${t(`act.${act}`)}
            </button>`,
        )}
      </div>
      ${this.writing === undefined ? nothing : this.form(this.writing)} ${this.outcome()}
    `;
  }

  private form(act: Exclude<Act, 'acknowledge'> | Act): TemplateResult {
    return html`<form data-testid="act-form" @submit=${(event: SubmitEvent) => this.submit(event, act)}>
      ${
        act === 'close'
          ? html`<label
              ><span>${t('act.close.outcome')}</span
              ><select name="outcome" data-testid="outcome">
                <option value="">${t('act.choose')}</option>
                ${this.desk.codes?.outcomes.map(({ code }) => html`<option value=${code}>${word(this.desk.codes, 'outcomes', code)}</option>`)}
              </select></label
            >`
          : nothing
      }
      <label
        ><span>${t(`act.${act}.text` as Word)}</span
        ><textarea
          name="text"
          data-testid="act-text"
          maxlength="2000"
          @keydown=${(event: KeyboardEvent) => this.sendKey(event)}
        ></textarea>
      </label>
      <p class="alarm" role="alert" ?hidden=${this.missing === ''}>${this.missing}</p>
      <div>
        <button class="main" data-testid="act-send" ?disabled=${this.sending !== undefined}>${t('act.send')}</button>
        <button type="button" @click=${() => this.leave()}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  private outcome(): TemplateResult | typeof nothing {
    if (this.sending !== undefined) return html`<p role="status">${t('act.sending')}</p>`;
    if (this.failed === undefined) return nothing;
    const { sent, error } = this.failed;
    return html`<div class="notice bad" role="alert">
      <p>${t(`act.${sent.act}`)}: ${explain(error)}</p>
      <button data-testid="act-retry" @click=${() => void this.post(sent)}>${t('retry')}</button>
    </div>`;
  }

  private offered(): Act[] {
    if (!isOpen(this.incident)) return [];
    const may = (act: Act): boolean => this.desk.session.may(`incident.${act}`);
    const { status } = this.incident;
    const sensible: Record<Act, boolean> = {
      acknowledge: status === 'REPORTED',
      dispatch: status !== 'RESOLVED',
      comment: true,
      resolve: status !== 'RESOLVED',
      close: true,
    };
    return (Object.keys(sensible) as Act[]).filter((act) => sensible[act] && may(act));
  }

  private submit(event: SubmitEvent, act: Act): void {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = String(given.get('text') ?? '').trim();
    const outcome = String(given.get('outcome') ?? '');
    this.missing = '';
    if ((act === 'comment' || act === 'dispatch') && text === '') this.missing = t('act.empty');
    else if (act === 'close' && outcome === '') this.missing = t('act.outcome.needed');
    else if (act === 'comment') this.send(act, '/comments', { text });
    else if (act === 'dispatch') this.send(act, '/dispatches', { note: text });
    else if (act === 'resolve') this.send(act, '/resolution', text === '' ? {} : { note: text });
    else this.send(act, '/closure', { outcome, ...(text === '' ? {} : { note: text }) });
  }

  private sendKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
  }

  private send(act: Act, path: string, body: Readonly<Record<string, string>>): void {
    void this.post({ act, path: `/incidents/${encodeURIComponent(this.incident.id)}${path}`, body, id: commandId() });
  }

  private async post(sent: Sent): Promise<void> {
    if (this.sending !== undefined) return;
    this.sending = sent;
    this.failed = undefined;
    try {
      await this.desk.command(sent.path, sent.body, sent.id);
      this.writing = undefined;
      this.desk.say(t('act.done', { number: this.incident.number, act: t(`act.${sent.act}`) }));
    } catch (error) {
      // After a refusal a new attempt is a new command; while the outcome is unknown it is the same one.
      const again = error instanceof Problem && !error.passing ? { ...sent, id: commandId() } : sent;
      this.failed = { sent: again, error };
    } finally {
      this.sending = undefined;
    }
  }
}
