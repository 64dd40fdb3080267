import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { said } from '../../core/erasure.js';
import { explain } from '../../core/explain.js';
import { duration, moment, number } from '../../core/format.js';
import { unitLabel, unitName } from '../../core/place.js';
import type { Signal } from '../../core/signal.js';
import {
  isOpen,
  needsExplanation,
  storageHistory,
  type Storage,
  type StorageAccess,
  type StorageDetail,
  type StorageGap,
  type StorageHistory,
} from '../../core/sites.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import type { Question } from '../../ui/question.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';
import { cameras, due, sealMark } from '../storages.js';
import { custodyStyles, nestedStyles } from './marks.js';
import { siteLines } from './site-lines.js';
import {
  boxesQuestion,
  cameraQuestion,
  clearQuestion,
  enterQuestion,
  explainGapQuestion,
  leaveQuestion,
  openQuestion,
  roundQuestion,
  sealsQuestion,
} from './storage-questions.js';

/** One storage: gaps in its watch, seals, cameras, who is inside, and everything that was. */
@customElement('haetae-storage')
export class StorageView extends View {
  static override styles = [controls, panelStyles, custodyStyles, nestedStyles];

  @property({ attribute: false }) desk!: Desk;
  @property() post = '';
  @state() private history: StorageHistory | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    const { store } = this.desk.live;
    const known = [one(store, 'storage', this.post), one(store, 'storage-detail', this.post), ...this.gaps(false)];
    const wanted = `${this.post} ${known.map((entity) => entity?.seq ?? 0).join('.')}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.post} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { desk, history, failure } = this;
    const { store } = desk.live;
    const storage = one(store, 'storage', this.post) ?? history?.storage;
    return html`
      <div class="head">
        <button data-testid="storage-back" @click=${() => desk.leave('centre')}>‹ ${t('nav.storages')}</button>
        <span class="quiet">${unitName(store, storage?.unit)}</span>
      </div>
      ${
        failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('storage.failed')} ${explain(failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${storage === undefined ? html`<p class="state" role="status">${failure === undefined ? t('loading') : ''}</p>` : this.whole(storage)}
    `;
  }

  private whole(storage: Storage): TemplateResult {
    const { desk, history } = this;
    const detail = one(desk.live.store, 'storage-detail', this.post) ?? history?.detail;
    return html`
      <article class="card" data-testid="storage" data-state=${storage.state} data-gaps=${storage.gaps}>
        <div class="title">
          <h3>${one(desk.live.store, 'post', this.post)?.name ?? this.post}</h3>
          ${storage.gaps > 0 ? html`<b class="alarm">⚠ ${t('storage.gaps.n', { n: number(storage.gaps) })}</b>` : nothing}
          <span class="state-word">${word(desk.codes, 'storageStates', storage.state)}</span>
        </div>
        <dl class="facts">
          <dt>${t('transport.boxes')}</dt>
          <dd>${t('transport.boxes.n', { n: number(storage.boxes) })}</dd>
          <dt>${t('storage.round')}</dt>
          <dd>${due(desk, storage.lastRound, storage.roundDue)}</dd>
          <dt>${t('storage.sealCheck')}</dt>
          <dd>${sealMark(desk, storage)} ${due(desk, storage.lastSealCheck, storage.sealCheckDue)}</dd>
          <dt>${t('storage.seals')}</dt>
          <dd>${detail === undefined || detail.seals.length === 0 ? '–' : detail.seals.join(', ')}</dd>
          <dt>${t('storage.cameras')}</dt>
          <dd>${cameras(storage)}</dd>
        </dl>
        ${desk.session.may('storage.record') ? this.acts(storage, detail) : nothing}
      </article>
      ${this.gapList()} ${this.inside()} ${detail === undefined ? nothing : this.cameraList(detail)}
      <section>
        <h3>${t('timeline.title')}</h3>
        ${
          history === undefined
            ? html`<p class="quiet" role="status">${this.failure === undefined ? t('loading') : ''}</p>`
            : siteLines(desk, this.post, history.timeline, history.next == null ? undefined : () => void this.more())
        }
      </section>
    `;
  }

  private acts(storage: Storage, detail: StorageDetail | undefined): TemplateResult {
    const { desk, post } = this;
    const button = (name: string, said: string, question: () => Question, main = false): TemplateResult =>
      html`<button class=${main ? 'main' : ''} data-testid="storage-${name}" @click=${() => desk.ask(question())}>
        ${said}
      </button>`;
    if (storage.state !== 'WATCHED')
      return html`<div class="acts">
        ${button('open', t('storage.open'), () => openQuestion(desk, post), true)}
        ${button('camera', t('storage.camera.report'), () => cameraQuestion(desk, post))}
      </div>`;
    return html`<div class="acts">
      ${button('round', t('storage.round.make'), () => roundQuestion(desk, post), true)}
      ${button('seals', t('storage.sealCheck.make'), () => sealsQuestion(desk, post, detail))}
      ${button('camera', t('storage.camera.report'), () => cameraQuestion(desk, post))}
      ${button('enter', t('storage.enter'), () => enterQuestion(desk, post))}
      ${button('boxes', t('storage.change'), () => boxesQuestion(desk, post, detail))}
      ${button('clear', t('storage.clear'), () => clearQuestion(desk, post))}
    </div>`;
  }

  private gapList(): TemplateResult | typeof nothing {
    const gaps = this.gaps(true);
    if (gaps.length === 0) return nothing;
    return html`<section>
      <h3>${t('storage.gaps')}</h3>
      <ul class="cards">
        ${gaps.map((gap) => this.gap(gap))}
      </ul>
    </section>`;
  }

  private gap(gap: StorageGap): TemplateResult {
    const { desk } = this;
    const lasted = (gap.until == null ? desk.asOf : Date.parse(gap.until)) - Date.parse(gap.since);
    const who = [gap.explainedBy?.name, unitLabel(desk.live.store, gap.explainedBy?.unit)].filter(Boolean).join(' · ');
    return html`<li class="card ${isOpen(gap) ? 'look' : ''}" data-testid="storage-gap" data-kind=${gap.gapKind}>
      <div class="title">
        <h3>${word(desk.codes, 'storageGapKinds', gap.gapKind)}</h3>
        ${gap.camera == null ? nothing : html`<span>${gap.camera}</span>`}
        <span class="state-word">
          ${moment(gap.since, desk.asOf)}${needsExplanation(gap) ? '' : gap.until == null ? ` ${t('storage.gap.for', { for: duration(lasted) })}` : ` – ${moment(gap.until, desk.asOf)}`}
        </span>
      </div>
      ${gap.explanation == null ? nothing : html`<p><b>${t('transport.explained')}</b> ${said(gap.explanation)} <span class="quiet">${who}</span></p>`}
      ${
        desk.session.may('storage.explain')
          ? html`<div class="acts">
              <button
                class=${gap.explanation == null ? 'main' : ''}
                data-testid="gap-explain"
                @click=${() => desk.ask(explainGapQuestion(gap))}
              >
                ${t(gap.explanation == null ? 'transport.explain' : 'transport.explain.again')}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  private inside(): TemplateResult | typeof nothing {
    const { desk } = this;
    const held = this.people();
    if (held.length === 0) return nothing;
    return html`<section>
      <h3>${t('storage.inside')}</h3>
      <ul class="cards">
        ${held.map(
          (access) =>
            html`<li class="card waits" data-testid="storage-access">
              <div class="head">
                <p>
                  <b>${word(desk.codes, 'storageVisitors', access.who)}</b>
                  ${t('storage.people.n', { n: number(access.people) })} · ${moment(access.enteredAt, desk.asOf)}
                  ${t('storage.gap.for', { for: duration(desk.asOf - Date.parse(access.enteredAt)) })} ·
                  ${said(access.reason)}
                </p>
                ${
                  desk.session.may('storage.record')
                    ? html`<button
                        class="main"
                        data-testid="storage-leave"
                        @click=${() => desk.ask(leaveQuestion(desk, access))}
                      >
                        ${t('storage.leave')}
                      </button>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private cameraList(detail: StorageDetail): TemplateResult | typeof nothing {
    const { desk } = this;
    if (detail.cameras.length === 0) return nothing;
    const marks = { UP: '✓', DOWN: '✕', UNKNOWN: '?' } as const;
    return html`<section>
      <h3>${t('storage.cameras')}</h3>
      <table data-testid="cameras">
        <tbody>
          ${detail.cameras.map(
            ({ camera, state, since, system }) =>
              html`<tr data-state=${state}>
                <th scope="row">${camera}</th>
                <td class=${state === 'UP' ? '' : state === 'DOWN' ? 'look' : 'waits'}>
                  <span aria-hidden="true">${marks[state]}</span> ${word(desk.codes, 'cameraStates', state)}
                </td>
                <td>${moment(since, desk.asOf)}</td>
                <td class="quiet">${t(system == null ? 'storage.camera.byHand' : 'storage.camera.bySystem')}</td>
                <td class="n">
                  ${
                    desk.session.may('storage.record')
                      ? html`<button @click=${() => desk.ask(cameraQuestion(desk, this.post, camera, state !== 'UP'))}>
                          ${t('storage.camera.change')}
                        </button>`
                      : nothing
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  /** Of this storage as the picture has them; `read`: with those that were only read. */
  private gaps(read: boolean): readonly StorageGap[] {
    const held = [...all(this.desk.live.store, 'storage-gap').values()].filter(({ post }) => post === this.post);
    const known = new Set(held.map(({ id }) => id));
    const more = read ? (this.history?.gaps ?? []).filter(({ id }) => !known.has(id)) : [];
    return [...held, ...more].filter(isOpen).sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  private people(): readonly StorageAccess[] {
    return [...all(this.desk.live.store, 'storage-access').values()]
      .filter(({ post, leftAt }) => post === this.post && leftAt == null)
      .sort((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
  }

  private async fetch(wanted: string): Promise<void> {
    this.failure = undefined;
    try {
      const history = await storageHistory(this.desk.api, this.desk.operation?.id ?? '', this.post);
      if (wanted === this.asked) this.history = history;
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }

  private async more(): Promise<void> {
    const { history, asked } = this;
    if (history?.next == null) return;
    try {
      const page = await storageHistory(this.desk.api, this.desk.operation?.id ?? '', this.post, {
        after: history.next,
      });
      if (asked === this.asked)
        this.history = { ...history, timeline: [...history.timeline, ...page.timeline], next: page.next ?? null };
    } catch (error) {
      if (asked === this.asked) this.failure = error;
    }
  }
}
