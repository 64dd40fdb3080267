import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import { locate, type Failure, type Located } from './position.js';

/**
 * Where one is, told when somebody presses for it (or at once, where the device was allowed to for good), with how exact it is, and
 * taken back with one press. Fires `changed` with the
 * position, or without.
 */
@customElement('haetae-position-field')
export class PositionField extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.25rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 0.6rem;
      }
      button {
        min-height: 3rem;
      }
      .wide {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) position: Located | undefined;
  /** Where this device may be asked for its place, it is asked at once: a tap less. */
  @property({ type: Boolean }) eager = false;
  @state() private locating: Failure | 'wait' | undefined;

  protected override render(): TemplateResult {
    const { position } = this;
    if (position !== undefined) {
      const values = {
        lat: position.latitude.toFixed(4),
        lon: position.longitude.toFixed(4),
        m: position.accuracy || '?',
      };
      return html`<div class="line">
        <span data-testid="position-have">${t('field.position.have', values)}</span>
        <button type="button" @click=${() => this.tell(undefined)}>${t('field.position.remove')}</button>
      </div>`;
    }
    const waiting = this.locating === 'wait';
    const failure = this.locating === undefined || this.locating === 'wait' ? '' : t(`field.position.${this.locating}`);
    return html`<button
        type="button"
        class="wide"
        data-testid="position"
        ?disabled=${waiting}
        @click=${() => void this.locate()}
      >
        ${t(waiting ? 'field.position.wait' : 'field.position')}
      </button>
      <p class="quiet" role="status" ?hidden=${failure === ''}>${failure}</p>`;
  }

  protected override firstUpdated(): void {
    if (this.eager) void this.locateIfAllowed();
  }

  private async locateIfAllowed(): Promise<void> {
    if (this.position !== undefined || !isSecureContext) return;
    const allowed = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined);
    if (allowed?.state === 'granted') await this.locate();
  }

  private async locate(): Promise<void> {
    this.locating = 'wait';
    try {
      const position = await locate();
      this.locating = undefined;
      this.tell(position);
    } catch (failure) {
      this.locating = failure as Failure;
    }
  }

  private tell(position: Located | undefined): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: position }));
  }
}
