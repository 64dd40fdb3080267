import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Silence } from '../core/entities.js';
import { figure } from '../core/figures.js';
import { duration, moment, number } from '../core/format.js';
import { line, unitLabel, unitName } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { all, one, type Store } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

export const silentPosts = (silence: Silence): number =>
  (silence.neverReported ?? 0) + (silence.late ?? 0) + (silence.lostContact ?? 0);

/** Outages first, then what nobody took note of, then by how many are silent. */
export function alarming(a: Silence, b: Silence): number {
  const of = (silence: Silence): number => (silence.outage === true ? 0 : 2) + (silence.acknowledgedAt == null ? 0 : 1);
  return of(a) - of(b) || silentPosts(b) - silentPosts(a) || (a.id < b.id ? -1 : 1);
}

/** An outage is one alarm: the units below it are part of it, and its figures are those of its whole subtree. */
export function alarms(store: Store): Silence[] {
  const held = all(store, 'silence');
  const swallowed = (silence: Silence): boolean =>
    line(store, silence.id).some(({ id }) => id !== silence.id && held.get(id)?.outage === true);
  return [...held.values()].filter((silence) => !swallowed(silence)).map((silence) => whole(store, silence));
}

function whole(store: Store, silence: Silence): Silence {
  if (silence.outage !== true) return silence;
  const tally = one(store, 'tally', silence.id);
  return {
    ...silence,
    neverReported: figure(tally, 'posts.neverReported'),
    late: figure(tally, 'posts.late'),
    lostContact: figure(tally, 'posts.lostContact'),
    posts: figure(tally, 'posts.due'),
  };
}

/** 미보고: unit by unit; a mass outage is one line with its count. What somebody took note of stays while it lasts. */
@customElement('haetae-silence')
export class SilenceView extends View {
  static override styles = [controls, panelStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { store } = this.desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const units = alarms(store).sort(alarming);
    const total = units.reduce((sum, silence) => sum + silentPosts(silence), 0);
    return html`
      <div class="head">
        <h2>${t('nav.silence')}</h2>
        <p class="quiet">${t('silence.summary', { units: number(units.length), posts: number(total) })}</p>
      </div>
      ${units.length === 0 ? html`<p class="state" data-testid="silence-empty">${t('silence.empty')}</p>` : nothing}
      <ul class="cards">
        ${units.map((silence) => this.card(silence))}
      </ul>
    `;
  }

  private card(silence: Silence): TemplateResult {
    const { desk } = this;
    const outage = silence.outage === true;
    const values = {
      never: number(silence.neverReported ?? 0),
      late: number(silence.late ?? 0),
      lost: number(silence.lostContact ?? 0),
    };
    const count = { n: number(silentPosts(silence)), posts: number(silence.posts ?? 0) };
    const name = unitName(desk.live.store, silence.id);
    return html`<li
      class="card ${outage ? 'look' : silence.acknowledgedAt == null ? 'waits' : ''}"
      data-testid="silence-unit"
      data-unit=${silence.id}
      data-outage=${outage ? 'true' : 'false'}
    >
      <div class="title">
        <h3>${name}</h3>
        <b class=${outage ? 'alarm' : ''}>${outage ? `⚠ ${t('silence.outage', count)}` : t('silence.count', count)}</b>
        <span class="state-word"
          >${t('silence.since', { at: moment(silence.since, desk.asOf), for: duration(desk.asOf - Date.parse(silence.since)) })}</span
        >
      </div>
      <div class="head">
        <p>
          ${t('figures.silent.states', values)}
          ${silence.acknowledgedAt == null ? nothing : html`<span class="quiet" data-testid="silence-noted">· ✓ ${this.noted(silence)}</span>`}
        </p>
        <div class="acts">
          ${
            silence.acknowledgedAt == null && desk.session.may('silence.acknowledge')
              ? html`<button
                  class=${outage ? 'main' : ''}
                  data-testid="silence-acknowledge"
                  @click=${() => this.acknowledge(silence)}
                >
                  ${t('silence.acknowledge')}
                </button>`
              : nothing
          }
          <button data-testid="silence-posts" @click=${() => desk.go({ scope: silence.id, page: 'posts' })}>
            ${t('silence.posts')}
          </button>
        </div>
      </div>
    </li>`;
  }

  private noted(silence: Silence): string {
    const { desk } = this;
    const by = silence.acknowledgedBy;
    const who = [by?.name, unitLabel(desk.live.store, by?.unit)].filter(Boolean).join(' ');
    return t('silence.noted', { at: moment(silence.acknowledgedAt ?? '', desk.asOf), who });
  }

  private acknowledge(silence: Silence): void {
    this.desk.ask({
      title: t('silence.acknowledge'),
      text: `${unitName(this.desk.live.store, silence.id)} · ${t('silence.stays')}`,
      fields: [{ name: 'note', label: t('ask.note'), type: 'lines', optional: true }],
      send: t('silence.acknowledge'),
      request: (given) => ({ path: `/silences/${encodeURIComponent(silence.id)}/acknowledgement`, body: given }),
      done: t('silence.done'),
    });
  }
}
