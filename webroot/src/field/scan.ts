import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { postOf } from '../core/post-code.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';

/** A code held still is read within two looks; more would only warm the phone. */
const lookMillis = 250;
/** Enough for a code that fills a third of the picture. */
const side = 480;

type Trouble = 'insecure' | 'denied' | 'failed' | 'other';
type Reader = (data: Uint8ClampedArray, width: number, height: number) => string | undefined;

/** Looks through the camera for a post's QR code. Fires `found` with the post's id. Nothing that it sees is kept or sent. */
@customElement('haetae-scan')
export class Scan extends View {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      video {
        width: 100%;
        aspect-ratio: 1;
        object-fit: cover;
        background: #000;
        border-radius: 0.375rem;
      }
    `,
  ];

  @query('video') private video?: HTMLVideoElement;
  @state() private trouble: Trouble | undefined;
  private stream: MediaStream | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    this.end();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { trouble } = this;
    return html`<p>${t('scan.hint')}</p>
      ${trouble === undefined || trouble === 'other' ? html`<video playsinline muted data-testid="scan-video"></video>` : nothing}
      <p class="notice late" role="alert" data-testid="scan-trouble" ?hidden=${trouble === undefined}>
        ${trouble === undefined ? nothing : t(`scan.${trouble}`)}
      </p>`;
  }

  private async begin(): Promise<void> {
    if (!isSecureContext || navigator.mediaDevices === undefined) {
      this.trouble = 'insecure';
      return;
    }
    try {
      const [read, stream] = await Promise.all([
        reader(),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
      ]);
      this.stream = stream;
      await this.updateComplete;
      const { video } = this;
      if (!this.isConnected || video === undefined) {
        this.end();
        return;
      }
      video.srcObject = stream;
      await video.play();
      this.timer = setInterval(() => this.look(video, read), lookMillis);
    } catch (error) {
      this.end();
      this.trouble = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'failed';
    }
  }

  private look(video: HTMLVideoElement, read: Reader): void {
    const shorter = Math.min(video.videoWidth, video.videoHeight);
    if (shorter === 0) return;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    if (drawing === null) return;
    const [left, top] = [(video.videoWidth - shorter) / 2, (video.videoHeight - shorter) / 2];
    drawing.drawImage(video, left, top, shorter, shorter, 0, 0, side, side);
    const text = read(drawing.getImageData(0, 0, side, side).data, side, side);
    if (text === undefined) return;
    const post = postOf(text);
    if (post === undefined) {
      this.trouble = 'other';
      return;
    }
    this.end();
    this.dispatchEvent(new CustomEvent('found', { detail: post }));
  }

  private end(): void {
    clearInterval(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
  }
}

/** Fetched when somebody scans, and kept on the device with the page. */
async function reader(): Promise<Reader> {
  const { default: read } = await import('jsqr');
  return (data, width, height) => read(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
