import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { explain } from '../core/explain.js';
import { noPasskeys, passkeysFilledIn, passkeyUsed, present, signed } from '../core/passkeys.js';
import type { Session } from '../core/session.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { passkeyTrouble } from './passkey-words.js';
import './preferences.js';
import { View } from './view.js';

const shortestPassword = 10;
/** Before the server's challenge ends, which lives five minutes. */
const fillingMillis = 4 * 60_000;
const tooLate = 'too late';

/** After what went wrong; not what the server wants no more, or asks to wait with. */
const worthAgain = (trouble: unknown): boolean =>
  trouble !== undefined && !(trouble instanceof Problem && (!trouble.passing || trouble.status === 429));

@customElement('haetae-log-in')
export class LogIn extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100%;
        padding: 1rem;
      }
      form {
        width: min(24rem, 100%);
        display: grid;
        gap: 1rem;
        padding: 1.5rem;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 0.5rem;
      }
      h1 {
        font-size: 1.375rem;
      }
      input,
      button {
        min-height: 3rem;
      }
      haetae-preferences {
        justify-self: center;
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @property() subtitle = '';
  @state() private firstUse = false;
  @state() private busy = false;
  @state() private wrong = '';
  private filling: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fill();
  }

  override disconnectedCallback(): void {
    this.filling?.abort();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const out = this.session.state;
    const reason = out.is === 'out' && out.reason !== 'none' ? t(`login.reason.${out.reason}`) : '';
    return html`
      <form data-testid="login-form" @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <h1>${t('app.name')} <span class="quiet">${this.subtitle}</span></h1>
        ${reason === '' ? nothing : html`<p class="notice late" role="status">${reason}</p>`}
        ${passkeyUsed() ? this.passkey(true) : nothing}
        <label
          ><span>${t('login.login')}</span
          ><input
            data-testid="login-name"
            name="login"
            autocomplete="username webauthn"
            autocapitalize="none"
            spellcheck="false"
            required
        /></label>
        ${this.firstUse ? this.activation() : this.password()}
        <p class="notice bad" role="alert" data-testid="login-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class=${passkeyUsed() ? nothing : 'main'} data-testid="login-submit" ?disabled=${this.busy}>
          ${t(this.firstUse ? 'login.activate' : 'login.submit')}
        </button>
        ${passkeyUsed() ? nothing : this.passkey(false)}
        <button type="button" class="plain" data-testid="login-first-use" @click=${() => this.turn()}>
          ${t(this.firstUse ? 'login.haveAccount' : 'login.firstUse')}
        </button>
        <haetae-preferences></haetae-preferences>
      </form>
    `;
  }

  /** First where this device has one, so far as the browser tells: none says before it is asked. */
  private passkey(first: boolean): TemplateResult | typeof nothing {
    const reason = noPasskeys();
    if (reason === 'browser' || this.firstUse) return nothing;
    if (reason !== undefined)
      return html`<p class="quiet" data-testid="passkey-not-here">${t(`passkey.no.${reason}`)}</p>`;
    return html`<button
        type="button"
        class=${first ? 'main' : nothing}
        data-testid="login-passkey"
        ?disabled=${this.busy}
        @click=${() => void this.byPasskey()}
      >
        ${t('passkey.logIn')}
      </button>
      ${first ? html`<p class="quiet">${t('passkey.or')}</p>` : nothing}`;
  }

  private password(): TemplateResult {
    return html`<label
      ><span>${t('login.password')}</span
      ><input data-testid="login-password" name="password" type="password" autocomplete="current-password" required
    /></label>`;
  }

  private activation(): TemplateResult {
    return html`
      <label
        ><span>${t('login.code')}</span
        ><input data-testid="login-code" name="code" autocomplete="one-time-code" autocapitalize="characters" required
      /></label>
      <label
        ><span>${t('login.newPassword')}</span
        ><input
          data-testid="login-new-password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength=${shortestPassword}
          required
      /></label>
      <label
        ><span>${t('login.newPasswordAgain')}</span
        ><input
          data-testid="login-new-password-again"
          name="again"
          type="password"
          autocomplete="new-password"
          required
      /></label>
    `;
  }

  /** Has the browser offer its passkeys in the field for the name, for as long as nobody is logged in. */
  private async fill(): Promise<void> {
    this.filling?.abort();
    if (!(await passkeysFilledIn())) return;
    do {
      const filling = new AbortController();
      this.filling = filling;
      const timer = setTimeout(() => filling.abort(tooLate), fillingMillis);
      // What this browser or the line does not do unasked, the button and the password do.
      const chosen = await signed(this.session, filling.signal, true).catch(() => undefined);
      clearTimeout(timer);
      if (chosen !== undefined) {
        if (!worthAgain(await this.enter(() => present(this.session, chosen)))) return;
      } else if (filling.signal.reason !== tooLate) return;
    } while (this.isConnected);
  }

  /** One question at a time: what the browser offers gives way, and is offered again where that can help. */
  private async byPasskey(): Promise<void> {
    this.filling?.abort();
    const trouble = await this.enter(async () =>
      present(this.session, await signed(this.session, new AbortController().signal)),
    );
    if (worthAgain(trouble) && this.isConnected) void this.fill();
  }

  /** What went wrong. */
  private async enter(act: () => Promise<void>): Promise<unknown> {
    this.busy = true;
    this.wrong = '';
    try {
      await act();
      return undefined;
    } catch (error) {
      this.wrong = passkeyTrouble(error);
      return error;
    } finally {
      this.busy = false;
    }
  }

  private turn(): void {
    this.firstUse = !this.firstUse;
    this.wrong = '';
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(given.get(name) ?? '');
    if (this.firstUse && text('password') !== text('again')) {
      this.wrong = t('login.mismatch');
      return;
    }
    this.busy = true;
    this.wrong = '';
    try {
      const login = text('login').trim();
      if (this.firstUse) await this.session.activate(login, text('code').trim(), text('password'));
      else await this.session.logIn(login, text('password'));
    } catch (error) {
      if (error instanceof Problem && error.code === 'activation-needed') this.firstUse = true;
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
