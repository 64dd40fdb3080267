import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';

const side = 96;

/** A small picture of a file that lies on this device; of what this browser can't show, a sign of its kind. */
@customElement('haetae-thumb')
export class Thumb extends View {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
        display: grid;
        place-items: center;
        width: 3.5rem;
        height: 3.5rem;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        overflow: hidden;
        font-size: 1.5rem;
      }
      canvas {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];

  @property({ attribute: false }) blob!: () => Promise<Blob | undefined>;
  @property() type = '';
  @query('canvas') private canvas?: HTMLCanvasElement;
  @state() private shown = true;

  protected override render(): TemplateResult {
    if (!this.shown)
      return html`<span aria-hidden="true" data-testid="thumb" data-shown="false"
        >${this.type.startsWith('video/') ? '▶' : '▦'}</span
      >`;
    return html`<canvas aria-hidden="true" data-testid="thumb" width=${side} height=${side}></canvas>`;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.draw();
  }

  private async draw(): Promise<void> {
    try {
      const blob = await this.blob();
      if (blob === undefined) throw new Error('gone');
      const image = await createImageBitmap(blob, { imageOrientation: 'from-image' });
      const shorter = Math.min(image.width, image.height);
      const [left, top] = [(image.width - shorter) / 2, (image.height - shorter) / 2];
      this.canvas?.getContext('2d')?.drawImage(image, left, top, shorter, shorter, 0, 0, side, side);
      image.close();
      this.canvas?.setAttribute('data-shown', 'true');
    } catch {
      this.shown = false;
    }
  }
}
