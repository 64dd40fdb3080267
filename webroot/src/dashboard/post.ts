import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { Deployment, Duty } from '../core/entities.js';
import { duration, moment, number } from '../core/format.js';
import { postPlace, unitName, wordsOf } from '../core/place.js';
import { post as lookUp } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import { deploymentLine } from './deployment-row.js';
import './attachments.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';
import { checkInQuestion, reportQuestion } from './post-questions.js';
import './post-reports.js';
import { lastAndNext, postState } from './post-state.js';
import './post-visits.js';

/** One post: how it is heard of, who is there and should be, and its reports. */
@customElement('haetae-post')
export class PostView extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        flex: 1;
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property() post = '';
  @state() private found: { readonly id: string; readonly words: string } | undefined;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  /** Above a station the view does not hold where a post is: then it is looked up, once. */
  protected override willUpdate(): void {
    const { live } = this.desk;
    const post = one(live.store, 'post', this.post);
    if (post === undefined || this.asked === post.id || postPlace(live.store, post) !== '') return;
    this.asked = post.id;
    void this.look(post.id);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const post = one(store, 'post', this.post);
    const back = html`<button data-testid="post-back" @click=${() => desk.leave('post')}>‹ ${t('nav.posts')}</button>`;
    if (post === undefined)
      return html`<div>${back}</div>
        <p class="state" role="status">${t('post.gone')}</p>`;
    const watch = one(store, 'watch', post.id);
    const duty = one(store, 'duty', post.id);
    return html`
      <div class="head">${back}<span class="quiet">${unitName(store, post.unit)}</span></div>
      <article class="card" data-testid="post" data-post-id=${post.id}>
        <div class="title">
          <h3>${post.name}</h3>
          <span class="quiet">${word(desk.codes, 'postKinds', post.postKind)}</span>
          <span class="state-word">${postState(desk, watch?.state ?? 'IDLE')}</span>
        </div>
        <p class="quiet" data-testid="post-place">
          ${postPlace(store, post) || (this.found?.id === post.id ? this.found.words : '')}
        </p>
        ${watch === undefined ? nothing : html`<p data-testid="post-last">${lastAndNext(desk, watch)}</p>`}
        ${
          watch?.silentSince == null
            ? nothing
            : html`<p class="alarm">
                ${t('post.silentFor', { for: duration(desk.asOf - Date.parse(watch.silentSince)) })}
              </p>`
        }
        ${watch?.last?.clockWrong === true ? html`<p class="warn">⚠ ${t('post.clockWrong.long')}</p>` : nothing}
        <div class="acts">
          <button data-testid="code-open" @click=${() => desk.go({ sheet: 'codes' })}>${t('sheet.codes')}</button>
          ${
            desk.session.may('post.report-for-others')
              ? html`<button data-testid="post-report" @click=${() => desk.ask(reportQuestion(desk, post))}>
                  ${t('post.report.enter')}
                </button>`
              : nothing
          }
          ${
            desk.session.may('check.in-for-others')
              ? html`<button data-testid="post-check-in" @click=${() => desk.ask(checkInQuestion(desk, post))}>
                  ${t('post.checkIn.enter')}
                </button>`
              : nothing
          }
        </div>
      </article>
      ${this.people(duty)} ${this.deployments(duty)}
      <haetae-post-visits .desk=${desk} .post=${post}></haetae-post-visits>
      <haetae-attachments .desk=${desk} .about=${post}></haetae-attachments>
      <haetae-post-reports .desk=${desk} .post=${post} .version=${watch?.seq ?? 0}></haetae-post-reports>
    `;
  }

  private people(duty: Duty | undefined): TemplateResult {
    const { desk } = this;
    const present = duty?.present ?? [];
    const count = { n: number(present.length), planned: number(duty?.planned ?? 0) };
    if (duty === undefined && !this.deep()) return html`<p class="notice">${t('force.deeper')}</p>`;
    return html`<section>
      <h3>${t('post.present', count)}</h3>
      ${present.length === 0 ? html`<p class="quiet">${t('post.present.none')}</p>` : nothing}
      <ul data-testid="post-present">
        ${present.map(
          (person) =>
            html`<li>
              <b>${person.name}</b> <span class="quiet">${unitName(desk.live.store, person.unit)}</span>
              ${t('post.arrived', { at: moment(person.at, desk.asOf) })}
              ${person.unplanned === true ? html`<b class="warn">${t('post.unplanned')}</b>` : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private deployments(duty: Duty | undefined): TemplateResult | typeof nothing {
    const { desk } = this;
    const found = (duty?.deployments ?? [])
      .map((id) => one(desk.live.store, 'deployment', id))
      .filter((deployment): deployment is Deployment => deployment !== undefined);
    if (found.length === 0) return nothing;
    return html`<section>
      <h3>${t('force.deployments')}</h3>
      <ul class="cards">
        ${found.map((deployment) => html`<li class="card">${deploymentLine(desk, deployment)}</li>`)}
      </ul>
    </section>`;
  }

  /** The address only adds to the page: without an answer it is left out until the post is opened again. */
  private async look(id: string): Promise<void> {
    try {
      const post = await lookUp(this.desk.api, this.desk.operation?.id ?? '', id);
      this.found = { id, words: wordsOf(post) };
    } catch {
      this.found = undefined;
    }
  }

  /** Who is where is known only to the view of a station. */
  private deep(): boolean {
    return one(this.desk.live.store, 'unit', this.desk.scope)?.unitKind === 'STATION';
  }
}
