import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from './styled.js';
import { View } from './view.js';

export const rowsStyles = css`
  haetae-rows {
    display: block;
    min-height: 0;
  }
  .scroll {
    height: 100%;
    overflow: auto;
    overflow-anchor: none;
  }
  .all {
    position: relative;
    width: 100%;
  }
  .row {
    position: absolute;
    inset: 0 0 auto 0;
  }
`;

/** A list of rows of one height, of which only those in sight exist. Fires `scrolled` when it leaves or reaches the top. */
@customElement('haetae-rows')
export class Rows extends View {
  @property({ attribute: false }) ids: readonly string[] = [];
  /** Height of a row in rem. */
  @property({ type: Number }) height = 4;
  @property({ attribute: false }) draw!: (id: string, index: number) => TemplateResult;
  @property() label = '';
  @query('.scroll') private scroller!: HTMLElement;
  private top = true;

  private readonly virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.scroller,
    estimateSize: () => this.rowPixels,
    // One and the same over all renders: another function would have every row measured anew.
    getItemKey: (index) => this.ids[index] ?? index,
    overscan: 8,
  });
  /** Asked of the style once a render, not once a row. */
  private rowPixels = 0;

  /** Without a shadow of its own: the rows wear the styles of the list that draws them. */
  protected override createRenderRoot(): this {
    return this;
  }

  get atTop(): boolean {
    return this.top;
  }

  /** The first row in sight. */
  get first(): number {
    return Math.floor((this.renderRoot.querySelector('.scroll')?.scrollTop ?? 0) / this.pixels);
  }

  reveal(index: number): void {
    this.virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
  }

  toTop(): void {
    this.scroller.scrollTop = 0;
  }

  /** Keeps what is being read in place after rows above it were taken out. */
  shift(rows: number): void {
    this.scroller.scrollTop += rows * this.pixels;
  }

  protected override render(): TemplateResult {
    const virtual = this.virtual.getVirtualizer();
    const { ids } = this;
    this.measure(virtual);
    virtual.setOptions({ ...virtual.options, count: ids.length });
    const items = virtual.getVirtualItems();
    return html`<div class="scroll" tabindex="-1" @scroll=${() => this.scrolled()}>
      <div
        class="all"
        role="list"
        aria-label=${this.label}
        ${styled({ height: `${String(virtual.getTotalSize())}px` })}
      >
        ${repeat(
          items.filter((item) => ids[item.index] !== undefined),
          (item) => ids[item.index],
          (item) =>
            html`<div
              class="row"
              role="listitem"
              aria-setsize=${ids.length}
              aria-posinset=${item.index + 1}
              ${styled({ height: `${String(item.size)}px`, transform: `translateY(${String(item.start)}px)` })}
            >
              ${this.draw(ids[item.index] ?? '', item.index)}
            </div>`,
        )}
      </div>
    </div>`;
  }

  /** Rows are of one height: another one means that the page's own size changed. */
  private measure(virtual: ReturnType<typeof this.virtual.getVirtualizer>): void {
    const { pixels } = this;
    if (pixels === this.rowPixels) return;
    this.rowPixels = pixels;
    virtual.measure();
  }

  private get pixels(): number {
    return this.height * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  private scrolled(): void {
    const top = this.scroller.scrollTop < 4;
    if (top === this.top) return;
    this.top = top;
    this.dispatchEvent(new CustomEvent('scrolled'));
  }
}
