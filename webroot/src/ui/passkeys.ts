import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { moment } from '../core/format.js';
import { noPasskeys, Passkeys, type Passkey } from '../core/passkeys.js';
import type { Session } from '../core/session.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from './dialog.js';
import { passkeyTrouble } from './passkey-words.js';
import { View } from './view.js';

const longestName = 60;

/** One's own passkeys: to add, name and remove them. */
@customElement('haetae-passkeys')
export class PasskeyDialog extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog,
      form,
      li {
        gap: 0.75rem;
      }
      dialog[open],
      form {
        display: grid;
      }
      ul {
        border-top: 1px solid var(--line);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        padding: 0.6rem 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li > div:first-child {
        flex: 1 1 12rem;
      }
      li p {
        font-size: 0.875rem;
      }
      .do {
        display: flex;
        gap: 0.5rem;
      }
      li form {
        flex: 1;
        grid-template-columns: 1fr auto;
        align-items: end;
      }
      @media (pointer: coarse) {
        button,
        input {
          min-height: 3rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @query('dialog') private dialog?: HTMLDialogElement;
  @state() private items: readonly Passkey[] | undefined;
  @state() private naming: string | undefined;
  @state() private busy = false;
  @state() private wrong = '';
  @state() private said = '';

  private get passkeys(): Passkeys {
    return new Passkeys(this.session);
  }

  protected override signals(): readonly Signal[] {
    return [this.session.changed];
  }

  protected override willUpdate(): void {
    if (this.session.state.is !== 'out') return;
    // Whoever logs in next is somebody else.
    this.items = undefined;
    this.dialog?.close();
  }

  async open(): Promise<void> {
    this.wrong = this.said = '';
    this.naming = undefined;
    await this.updateComplete;
    this.dialog?.showModal();
    await this.read();
  }

  protected override render(): TemplateResult {
    return html`<dialog data-testid="passkeys" aria-labelledby="title">
      <h2 id="title">${t('passkey.title')}</h2>
      <p>${t('passkey.text')}</p>
      ${this.list()}
      <p class="notice" role="status" data-testid="passkey-said" ?hidden=${this.said === ''}>${this.said}</p>
      <p class="notice bad" role="alert" data-testid="passkey-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      ${this.addition()}
      <button type="button" data-testid="passkeys-close" @click=${() => this.dialog?.close()}>
        ${t('close.panel')}
      </button>
    </dialog>`;
  }

  private list(): TemplateResult | typeof nothing {
    if (this.items === undefined)
      return this.wrong === '' ? html`<p class="quiet" role="status">${t('loading')}</p>` : nothing;
    if (this.items.length === 0) return html`<p class="quiet" data-testid="passkey-none">${t('passkey.none')}</p>`;
    return html`<ul>
      ${this.items.map((one) => html`<li data-testid="passkey">${this.naming === one.id ? this.renaming(one) : this.line(one)}</li>`)}
    </ul>`;
  }

  private line(one: Passkey): TemplateResult {
    const now = Date.now();
    const used =
      one.lastUsedAt === undefined ? t('passkey.unused') : t('passkey.used', { at: moment(one.lastUsedAt, now) });
    const here = location.hostname === one.domain || location.hostname.endsWith(`.${one.domain}`);
    return html`<div>
        <b>${one.name}</b>
        <p class="quiet">${t('passkey.added', { at: moment(one.addedAt, now) })} · ${used}</p>
        ${here ? nothing : html`<p class="warn">${t('passkey.elsewhere', { domain: one.domain })}</p>`}
      </div>
      <div class="do">
        <button
          type="button"
          data-testid="passkey-rename"
          aria-label=${t('passkey.rename.of', { name: one.name })}
          @click=${() => (this.naming = one.id)}
        >
          ${t('passkey.rename')}
        </button>
        <button
          type="button"
          data-testid="passkey-remove"
          aria-label=${t('passkey.remove.of', { name: one.name })}
          ?disabled=${this.busy}
          @click=${() => void this.forget(one)}
        >
          ${t('passkey.remove')}
        </button>
      </div>`;
  }

  private renaming(one: Passkey): TemplateResult {
    return html`<form data-testid="passkey-naming" @submit=${(event: SubmitEvent) => void this.rename(event, one)}>
      <label
        ><span>${t('passkey.name')}</span
        ><input data-testid="passkey-new-name" name="name" maxlength=${longestName} .value=${one.name} required
      /></label>
      <button class="main" ?disabled=${this.busy}>${t('passkey.rename.save')}</button>
    </form>`;
  }

  private addition(): TemplateResult {
    const reason = noPasskeys();
    if (reason !== undefined)
      return html`<p class="notice late" data-testid="passkey-not-here">${t(`passkey.no.${reason}`)}</p>`;
    return html`<form data-testid="passkey-form" @submit=${(event: SubmitEvent) => void this.add(event)}>
      <h2>${t('passkey.add')}</h2>
      <label
        ><span>${t('passkey.name')}</span
        ><input
          data-testid="passkey-name"
          name="name"
          maxlength=${longestName}
          placeholder=${t('passkey.name.hint')}
          autocomplete="off"
          required
      /></label>
      <label
        ><span>${t('passkey.password')}</span
        ><input
          data-testid="passkey-password"
          name="password"
          type="password"
          autocomplete="current-password"
          aria-describedby="why"
          required
      /></label>
      <p class="quiet" id="why">${t('passkey.password.why')}</p>
      <button class="main" data-testid="passkey-add" ?disabled=${this.busy}>
        ${t(this.busy ? 'passkey.waiting' : 'passkey.add')}
      </button>
    </form>`;
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    await this.act('passkey.done', async () => {
      await this.passkeys.add(String(given.get('name')).trim(), String(given.get('password')));
      form.reset();
    });
  }

  private async rename(event: SubmitEvent, one: Passkey): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    await this.act(undefined, async () => {
      await this.passkeys.rename(one.id, name);
      this.naming = undefined;
    });
  }

  private async forget(one: Passkey): Promise<void> {
    if (!confirm(t('passkey.remove.sure', { name: one.name }))) return;
    await this.act('passkey.removed', () => this.passkeys.remove(one.id));
  }

  private async act(done: 'passkey.done' | 'passkey.removed' | undefined, act: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.wrong = this.said = '';
    try {
      await act();
      if (done !== undefined) this.said = t(done);
    } catch (error) {
      this.wrong = passkeyTrouble(error, true);
    } finally {
      this.busy = false;
    }
    await this.read();
  }

  private async read(): Promise<void> {
    try {
      this.items = await this.passkeys.list();
    } catch (error) {
      if (this.wrong === '') this.wrong = `${t('passkey.failed')} ${explain(error)}`;
    }
  }
}
