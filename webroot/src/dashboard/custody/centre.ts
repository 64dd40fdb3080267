import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { routesTo, type Centre, type Transport } from '../../core/custody.js';
import { explain } from '../../core/explain.js';
import { number } from '../../core/format.js';
import { unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { columns } from './centre-rows.js';
import { custodyStyles, nestedStyles } from './marks.js';
import { byAttention, routesTable } from './route-rows.js';

/** One destination with its routes. Above an agency the view holds no routes: then they are asked for whenever its counts change. */
@customElement('haetae-centre')
export class CentreView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;
  @property() centre = '';
  @state() private read: readonly Transport[] | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const wanted = `${this.centre} ${String(this.counts?.seq ?? 0)}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.centre} `)) this.read = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk, counts, failure } = this;
    const { store } = desk.live;
    const post = one(store, 'post', this.centre);
    const routes = this.routes();
    return html`
      <div class="head">
        <button data-testid="centre-back" @click=${() => desk.leave('centre')}>‹ ${t('nav.transport')}</button>
        <span class="quiet">${unitName(store, counts?.unit ?? post?.unit)}</span>
      </div>
      <article class="card" data-testid="centre" data-centre=${this.centre}>
        <div class="title">
          <h3>${counts?.name ?? post?.name ?? this.centre}</h3>
          <span class="quiet">${word(desk.codes, 'postKinds', post?.postKind)}</span>
        </div>
        ${counts === undefined ? html`<p class="quiet">${t('transport.centre.none')}</p>` : this.figures(counts)}
      </article>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('transport.failed')} ${explain(failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${
        routes === undefined
          ? html`<p class="state" role="status">${failure === undefined ? t('loading') : ''}</p>`
          : routes.length === 0
            ? html`<p class="state">${t('transport.routes.none')}</p>`
            : routesTable(desk, [...routes].sort(byAttention))
      }
    `;
  }

  private get counts(): Centre | undefined {
    return one(this.desk.live.store, 'centre', this.centre);
  }

  /** As the picture has them now, where it does; what was read fills in the rest. */
  private routes(): readonly Transport[] | undefined {
    const held = [...all(this.desk.live.store, 'route').values()].filter(({ to }) => to === this.centre);
    if (this.read === undefined) return held.length === 0 ? undefined : held;
    const known = new Set(held.map(({ id }) => id));
    return [...held, ...this.read.filter(({ id }) => !known.has(id))];
  }

  private figures(counts: Centre): TemplateResult {
    const boxes = counts.boxes.expected + counts.boxes.moving + counts.boxes.arrived;
    const said = columns.map((by) => `${t(`transport.column.${by}`)} ${number(counts[by])}`);
    return html`<p data-testid="centre-figures">
      ${[...said, t('transport.boxesThere', { n: number(counts.boxes.arrived), of: number(boxes) })].join(' · ')}
    </p>`;
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const read = await routesTo(this.desk.api, this.desk.operation?.id ?? '', this.centre);
      if (wanted === this.asked) this.read = read;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
