import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fitting } from './sight.js';

/** As many rows as fit, and how many do not: a wall has nobody who scrolls. No shadow root: rows wear the styles of the list. */
@customElement('haetae-fit')
export class Fit extends LitElement {
  @property({ attribute: false }) rows: readonly TemplateResult[] = [];
  /** Rows that there are beyond those given. */
  @property({ attribute: false }) beyond = 0;
  /** Height of one in rem, and how many stand side by side. */
  @property({ attribute: false }) height = 1;
  @property({ attribute: false }) across = 1;
  /** Height of the line that counts the rest; 0: what does not fit is history that nobody counts. */
  @property({ attribute: false }) counting = 1.4;
  @property({ attribute: false }) more: (left: number) => string = String;
  @state() private room = 0;
  private readonly watch = new ResizeObserver(() => {
    this.room = this.clientHeight / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    this.watch.disconnect();
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { rows, across, height, counting } = this;
    const all = rows.length + this.beyond;
    const shown = fitting(Math.ceil(all / across), this.room, height, counting);
    const drawn = rows.slice(0, shown * across);
    const left = all - drawn.length;
    return html`${drawn}${
      left === 0 || counting === 0
        ? nothing
        : html`<p class="beyond" data-testid="beyond" data-left=${left}>${this.more(left)}</p>`
    }`;
  }
}
