import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { explain } from '../../core/explain.js';
import { moment, number } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import {
  cordonOf,
  cordons,
  countingHistory,
  nextStage,
  type CountingCentre,
  type CountingHistory,
} from '../../core/sites.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { commanderQuestion, cordonsQuestion, correctStageQuestion, stageQuestion } from './counting-questions.js';
import { custodyStyles, nestedStyles } from './marks.js';
import { siteLines } from './site-lines.js';
import { course, courseStyles } from './stage-mark.js';

/** One counting centre: its course, cordons, commander, boxes and incidents, and everything that was. */
@customElement('haetae-counting-centre')
export class CountingCentreView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles, courseStyles];

  @property({ attribute: false }) desk!: Desk;
  @property() post = '';
  @state() private history: CountingHistory | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const wanted = `${this.post} ${String(one(this.desk.live.store, 'counting', this.post)?.seq ?? 0)}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.post} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk, history, failure } = this;
    const { store } = desk.live;
    const found = one(store, 'counting', this.post) ?? history?.centre;
    return html`
      <div class="head">
        <button data-testid="counting-back" @click=${() => desk.leave('centre')}>‹ ${t('nav.counting')}</button>
        <span class="quiet">${unitName(store, found?.unit)}</span>
      </div>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('counting.failed')} ${explain(failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${found === undefined ? html`<p class="state" role="status">${failure === undefined ? t('loading') : ''}</p>` : this.card(found)}
      ${
        history === undefined
          ? nothing
          : html`${this.incidents(history)}
              <section>
                <h3>${t('timeline.title')}</h3>
                ${siteLines(desk, this.post, history.timeline, history.next == null ? undefined : () => void this.more())}
              </section>`
      }
    `;
  }

  private card(found: CountingCentre): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const boxes = one(store, 'centre', this.post);
    const { commander, endReported } = found;
    return html`<article class="card" data-testid="counting-centre" data-stage=${found.stage ?? 'NONE'}>
      <div class="title"><h3>${one(store, 'post', this.post)?.name ?? this.post}</h3></div>
      ${course(desk, found)}
      <dl class="facts">
        <dt>${t('counting.commander')}</dt>
        <dd>
          ${
            commander == null
              ? html`<span class="warn">${t('counting.commander.none')}</span>`
              : html`<b>${commander.person.name}</b> ${unitLabel(store, commander.person.unit)}
                  ${commander.contact ?? ''}`
          }
        </dd>
        ${cordons.map((name) => {
          const cordon = cordonOf(found, name);
          const strength = t('counting.strength', { n: cordon?.actual ?? '–', planned: cordon?.planned ?? '–' });
          const short = (cordon?.planned ?? 0) > (cordon?.actual ?? 0);
          return html`<dt>${word(desk.codes, 'cordons', name)}</dt>
            <dd>
              <b class=${short ? 'warn' : ''}>${strength}</b>
            </dd>`;
        })}
        <dt>${t('transport.boxes')}</dt>
        <dd>
          ${
            boxes === undefined
              ? '–'
              : html`<button class="link" data-testid="counting-transport" @click=${() => this.transport()}>
                  ${t('transport.boxesThere', { n: number(boxes.boxes.arrived), of: number(boxes.boxes.expected + boxes.boxes.moving + boxes.boxes.arrived) })}
                </button>`
          }
        </dd>
        ${
          endReported == null
            ? nothing
            : html`<dt>${t('counting.endReported')}</dt>
                <dd>
                  <b>${moment(endReported.at, desk.asOf)}</b>
                  <span class="quiet"
                    >${[endReported.by.name, unitLabel(store, endReported.commission)].filter(Boolean).join(' · ')}</span
                  >
                </dd>`
        }
      </dl>
      ${this.acts(found)}
    </article>`;
  }

  private acts(found: CountingCentre): TemplateResult {
    const { desk } = this;
    const next = nextStage(found);
    const [records, arranges] = [desk.session.may('counting.record'), desk.session.may('counting.arrange')];
    return html`<div class="acts">
      ${
        records && next !== undefined
          ? html`<button
              class="main"
              data-testid="counting-next"
              @click=${() => desk.ask(stageQuestion(desk, found, next))}
            >
              ${t('counting.stage.reach', { stage: word(desk.codes, 'countingStages', next) })}
            </button>`
          : nothing
      }
      ${
        records
          ? html`<button data-testid="counting-cordons" @click=${() => desk.ask(cordonsQuestion(desk, found))}>
              ${t('counting.cordons')}
            </button>`
          : nothing
      }
      ${
        arranges
          ? html`<button data-testid="counting-commander" @click=${() => desk.ask(commanderQuestion(found))}>
                ${t('counting.commander.set')}
              </button>
              ${
                found.stage == null
                  ? nothing
                  : html`<button
                      data-testid="counting-correct"
                      @click=${() => desk.ask(correctStageQuestion(desk, found))}
                    >
                      ${t('counting.correct')}
                    </button>`
              }`
          : nothing
      }
    </div>`;
  }

  private incidents({ incidents }: CountingHistory): TemplateResult {
    const { desk } = this;
    return html`<section>
      <h3>${t('counting.incidents.title')}</h3>
      ${incidents.length === 0 ? html`<p class="quiet">${t('counting.incidents.none')}</p>` : nothing}
      <ul>
        ${incidents.map((id) => {
          const incident = one(desk.live.store, 'incident', id);
          const said =
            incident === undefined
              ? t('counting.incidents.open')
              : `${incident.number} ${word(desk.codes, 'incidentKinds', incident.incidentKind)} · ${word(desk.codes, 'statuses', incident.status)}`;
          return html`<li>
            <button class="link" data-testid="counting-incident" @click=${() => desk.go({ incident: id })}>
              ${said}
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** The boxes that come here, with their routes. */
  private transport(): void {
    this.desk.go({ page: 'transport', centre: this.post });
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const history = await countingHistory(this.desk.api, this.desk.operation?.id ?? '', this.post);
      if (wanted === this.asked) this.history = history;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }

  private async more(): Promise<void> {
    const { history, asked } = this;
    if (history?.next == null) return;
    try {
      const page = await countingHistory(this.desk.api, this.desk.operation?.id ?? '', this.post, {
        after: history.next,
      });
      if (asked === this.asked)
        this.history = { ...history, timeline: [...history.timeline, ...page.timeline], next: page.next ?? null };
    } catch (error) {
      if (asked === this.asked) this.failure = error;
    }
  }
}
