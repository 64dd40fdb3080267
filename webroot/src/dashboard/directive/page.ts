import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  inbox,
  newestFirst,
  roomOf,
  roomsOf,
  stands,
  type Directive,
  type DirectiveRoom,
} from '../../core/directives.js';
import { explain } from '../../core/explain.js';
import { directives } from '../../core/orders-remote.js';
import type { Signal } from '../../core/signal.js';
import { all } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { directiveLine, lineStyles } from './line.js';
import './view.js';

const pageSize = 30;

/** 지시: what one's own room is asked first, then what it has issued, then the others that one sees. */
@customElement('haetae-directives')
export class DirectivesPage extends View {
  static override styles = [controls, panelStyles, ...lineStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private past: readonly Directive[] | undefined;
  @state() private failure: unknown;
  private next: string | number | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const { directive } = desk.route;
    if (directive !== undefined)
      return html`<haetae-directive .desk=${desk} .directive=${directive}></haetae-directive>`;
    const asked = inbox(store, desk.home);
    const mine = new Set(asked.map((it) => it.directive.id));
    const standing = [...all(store, 'directive').values()].filter(stands).sort(newestFirst);
    const issued = standing.filter(({ unit }) => unit === desk.home);
    const others = standing.filter(({ unit, id }) => unit !== desk.home && !mine.has(id));
    return html`
      <div class="head">
        <h2>${t('nav.directives')}</h2>
        ${
          desk.session.may('directive.issue')
            ? html`<button class="main" data-testid="directive-compose" @click=${() => desk.orders.compose()}>
                ${t('directive.compose')}
              </button>`
            : nothing
        }
      </div>
      ${
        desk.orders.answers || asked.length > 0
          ? html`<section data-testid="directive-inbox">
              <h3>${t('directive.inbox')}</h3>
              ${asked.length === 0 ? html`<p class="quiet" data-testid="inbox-empty">${t('directive.inbox.none')}</p>` : nothing}
              <ul class="cards">
                ${asked.map(({ directive, room }) => this.line(directive, room))}
              </ul>
            </section>`
          : nothing
      }
      ${this.list('directive-issued', t('directive.issued'), issued, desk.session.may('directive.issue'))}
      ${this.list('directive-others', t('directive.others'), others, false)} ${this.ended()}
    `;
  }

  private list(
    testId: string,
    name: string,
    held: readonly Directive[],
    always: boolean,
  ): TemplateResult | typeof nothing {
    if (held.length === 0 && !always) return nothing;
    return html`<section data-testid=${testId}>
      <h3>${name}</h3>
      ${held.length === 0 ? html`<p class="quiet">${t('directive.issued.none')}</p>` : nothing}
      <ul class="cards">
        ${held.map((directive) => this.line(directive))}
      </ul>
    </section>`;
  }

  private line(directive: Directive, own?: DirectiveRoom): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    return directiveLine(desk, directive, { own, rooms: own === undefined ? roomsOf(store, directive.id) : [] });
  }

  /** What left the live picture: asked for, newest first. */
  private ended(): TemplateResult {
    const { past, failure } = this;
    return html`<section data-testid="directive-past">
      <h3>${t('directive.past')}</h3>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('directive.failed')} ${explain(failure)}
              <button @click=${() => void this.read()}>${t('retry')}</button>
            </p>`
      }
      ${past?.length === 0 ? html`<p class="quiet">${t('directive.past.none')}</p>` : nothing}
      <ul class="cards">
        ${past?.map((directive) => this.line(directive, roomOf(this.desk.live.store, directive.id, this.desk.home)))}
      </ul>
      ${
        past !== undefined && this.next === undefined
          ? nothing
          : html`<div>
              <button data-testid="directives-past" @click=${() => void this.read(this.next)}>
                ${t(past === undefined ? 'directive.past.show' : 'more')}
              </button>
            </div>`
      }
    </section>`;
  }

  private async read(after?: string | number): Promise<void> {
    const { desk } = this;
    this.failure = undefined;
    try {
      const query = { unit: desk.scope, open: false, limit: pageSize, after };
      const page = await directives(desk.api, desk.operation?.id ?? '', query);
      this.next = page.next ?? undefined;
      this.past = after === undefined ? page.items : [...(this.past ?? []), ...page.items];
    } catch (failure) {
      this.failure = failure;
    }
  }
}
