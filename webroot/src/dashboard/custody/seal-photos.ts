import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { said } from '../../core/erasure.js';
import type { Attachment } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import { attachments, inside } from '../../core/remote.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';

/** The photographs of one seal check, asked for when somebody wants to see them; each opens in full. */
@customElement('haetae-seal-photos')
export class SealPhotos extends View {
  static override styles = [
    controls,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-top: 0.25rem;
      }
      img {
        display: block;
        max-height: 8rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property() check = '';
  @state() private files: readonly Attachment[] | undefined;
  @state() private wrong = '';
  @state() private busy = false;

  protected override render(): TemplateResult {
    const { files } = this;
    return html`<button
        data-testid="seal-photos"
        ?disabled=${this.busy}
        aria-expanded=${files === undefined ? 'false' : 'true'}
        @click=${() => void this.look()}
      >
        ${t('storage.photos')}
      </button>
      <div role="status">
        ${this.wrong === '' ? nothing : html`<p class="notice bad">${this.wrong}</p>`}
        ${files?.length === 0 ? html`<p class="quiet">${t('storage.photos.none')}</p>` : nothing}
      </div>
      ${
        files === undefined || files.length === 0
          ? nothing
          : html`<ul>
              ${files.map((file) => this.small(file))}
            </ul>`
      }`;
  }

  private small(file: Attachment): TemplateResult {
    if (file.withdrawn != null)
      return html`<li class="quiet">${t('files.withdrawn', { reason: said(file.withdrawn.reason) })}</li>`;
    const name = file.name ?? t('storage.photos');
    return html`<li>
      <a href=${this.path(file, file.view == null ? 'original' : 'view')} target="_blank" rel="noopener">
        ${file.thumbnail == null ? name : html`<img src=${this.path(file, 'thumbnail')} alt=${name} loading="lazy" />`}
      </a>
    </li>`;
  }

  private path(file: Attachment, copy: string): string {
    const ids = [this.check, file.attachment].map(encodeURIComponent).join('/');
    return `/api/v1${inside(this.desk.operation?.id ?? '')}/attachments/${ids}/${copy}`;
  }

  private async look(): Promise<void> {
    this.busy = true;
    this.wrong = '';
    try {
      const found = await attachments(this.desk.api, this.desk.operation?.id ?? '', `seal-check/${this.check}`);
      this.files = (found?.files ?? []).filter(({ erased }) => erased !== true);
    } catch (error) {
      this.wrong = `${t('files.failed')} ${explain(error)}`;
    } finally {
      this.busy = false;
    }
  }
}
