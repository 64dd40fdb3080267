import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { boxHistory, type Box, type BoxHistory } from '../../core/custody.js';
import { explain } from '../../core/explain.js';
import { duration, moment } from '../../core/format.js';
import { unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { custodyLines } from './lines.js';
import { custodyStyles, nestedStyles } from './marks.js';

/** One ballot box: in whose hand it is, with which seals, and its whole chain on one page. */
@customElement('haetae-box')
export class BoxView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;
  @property() box = '';
  @state() private history: BoxHistory | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const wanted = `${this.box} ${this.version()}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.box} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk, history, failure } = this;
    const box = history?.box;
    return html`
      <div class="head">
        <button data-testid="box-back" @click=${() => desk.leave('box')}>‹ ${t('transport.back')}</button>
        <span class="quiet">${unitName(desk.live.store, box?.unit)}</span>
      </div>
      ${box === undefined ? nothing : this.card(box)}
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert" data-testid="box-failed">
              ${t('transport.box.failed', { number: this.box })} ${explain(failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${
        history === undefined
          ? html`<p class="quiet" role="status">${failure === undefined ? t('loading') : ''}</p>`
          : html`<section>
              <h3>${t('transport.box.chain')}</h3>
              ${custodyLines(desk, history.timeline)}
            </section>`
      }
    `;
  }

  private card(box: Box): TemplateResult {
    const { desk } = this;
    const { holder } = box;
    const [post, route] = [one(desk.live.store, 'post', holder.post ?? undefined), holder.route ?? undefined];
    const number = one(desk.live.store, 'route', route)?.number;
    const since = { at: moment(box.since, desk.asOf), for: duration(desk.asOf - Date.parse(box.since)) };
    return html`<article class="card" data-testid="box" data-hand=${holder.hand}>
      <div class="title">
        <h3>${t('transport.box.of', { number: box.number })}</h3>
        <span class="state-word">${word(desk.codes, 'boxHands', holder.hand)}</span>
      </div>
      <dl class="facts">
        <dt>${t('transport.box.holder')}</dt>
        <dd>
          <b>${post?.name ?? (holder.hand === 'ON_ROUTE' ? t('transport.box.onTheWay') : '–')}</b>
          <span class="quiet">${t('silence.since', since)}</span>
        </dd>
        <dt>${t('transport.seals')}</dt>
        <dd data-testid="box-seals">
          ${(box.seals ?? []).length === 0 ? t('transport.seals.unknown') : box.seals?.join(', ')}
        </dd>
        ${
          route === undefined
            ? nothing
            : html`<dt>${t('transport.routes')}</dt>
                <dd>
                  <button class="link" data-testid="box-route" @click=${() => this.open(route)}>
                    ${number ?? t('transport.route.open')}
                  </button>
                </dd>`
        }
      </dl>
    </article>`;
  }

  private open(transport: string): void {
    this.desk.leave('box');
    this.desk.go({ transport });
  }

  private version(): string {
    const held = [...all(this.desk.live.store, 'box').values()].find(({ number }) => number === this.box);
    const route = one(this.desk.live.store, 'route', this.history?.box.holder.route ?? undefined);
    return [held, route].map((entity) => entity?.seq ?? 0).join('.');
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const history = await boxHistory(this.desk.api, this.desk.operation?.id ?? '', this.box);
      if (wanted === this.asked) this.history = history;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
