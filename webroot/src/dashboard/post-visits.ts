import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { insideKinds, visits, type Visit } from '../core/cases.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { duration, moment, number } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import './attachments.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';
import { correctVisitQuestion, exitQuestion, visitQuestion } from './visit-questions.js';

/** 투표소 출입: who of the police was inside, when and at whose request, newest first. */
@customElement('haetae-post-visits')
export class PostVisits extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        display: block;
        padding: 0;
        overflow: visible;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li .acts {
        align-items: start;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) post!: Post;
  @state() private items: readonly Visit[] = [];
  /** The visit whose files are shown. */
  @state() private shown = '';
  @state() private failure: unknown;
  private next: string | number | undefined;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat];
  }

  protected override willUpdate(): void {
    if (!insideKinds.has(this.post.postKind)) return;
    const wanted = `${this.post.id} ${this.known()}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.post.id} `)) this.items = [];
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, post, items } = this;
    if (!insideKinds.has(post.postKind)) return nothing;
    const inside = items.filter(({ leftAt }) => leftAt == null).reduce((sum, visit) => sum + visit.officers, 0);
    return html`<section data-testid="post-visits">
      <div class="head">
        <h3>
          ${t('visit.title')}
          ${inside > 0 ? html`<b class="warn">${t('visit.inside', { n: number(inside) })}</b>` : nothing}
        </h3>
        ${
          desk.session.may('visit.record')
            ? html`<button data-testid="visit-record" @click=${() => desk.ask(visitQuestion(desk, post))}>
                ${t('visit.record')}
              </button>`
            : nothing
        }
      </div>
      ${this.failure === undefined ? nothing : html`<p class="notice bad" role="alert">${explain(this.failure)}</p>`}
      ${items.length === 0 && this.failure === undefined ? html`<p class="quiet">${t('visit.none')}</p>` : nothing}
      <ol>
        ${items.map((visit) => this.line(visit))}
      </ol>
      ${
        this.next === undefined
          ? nothing
          : html`<div><button @click=${() => void this.fetch(this.asked, this.next)}>${t('more')}</button></div>`
      }
    </section>`;
  }

  private line(visit: Visit): TemplateResult {
    const { desk } = this;
    const out = visit.leftAt ?? undefined;
    const stayed = (out === undefined ? desk.asOf : Date.parse(out)) - Date.parse(visit.enteredAt);
    const who = [visit.recordedBy.name, unitLabel(desk.live.store, visit.recordedBy.unit)].filter(Boolean).join(' ');
    return html`<li data-testid="visit" data-visit-id=${visit.id} data-inside=${out === undefined ? 'true' : 'false'}>
      <div>
        <b>
          ${moment(visit.enteredAt, desk.asOf)} –
          ${out === undefined ? html`<span class="warn">${t('visit.still')}</span>` : moment(out, desk.asOf)}
        </b>
        (${duration(stayed)}) ${t('visit.people', { n: number(visit.officers) })} ·
        ${t(visit.inUniform ? 'visit.uniform.yes' : 'visit.uniform.no')}
        <p>
          ${t('visit.asked', { who: word(desk.codes, 'visitAskers', visit.askedBy), at: moment(visit.askedAt, desk.asOf) })}
          · ${visit.reason}
        </p>
        <p class="quiet">
          ${who}${visit.corrections > 0 ? ` · ${t('visit.corrected', { n: number(visit.corrections) })}` : ''}
        </p>
      </div>
      <div class="acts">
        <button
          data-testid="visit-files"
          aria-expanded=${this.shown === visit.id ? 'true' : 'false'}
          @click=${() => (this.shown = this.shown === visit.id ? '' : visit.id)}
        >
          ${t('files.title')}
        </button>
        ${desk.session.may('visit.record') ? this.acts(visit) : nothing}
      </div>
      ${this.shown === visit.id ? html`<haetae-attachments .desk=${desk} .about=${visit}></haetae-attachments>` : nothing}
    </li>`;
  }

  private acts(visit: Visit): TemplateResult {
    const { desk } = this;
    return html` ${
        visit.leftAt == null
          ? html`<button class="main" data-testid="visit-exit" @click=${() => desk.ask(exitQuestion(desk, visit))}>
              ${t('visit.exit')}
            </button>`
          : nothing
      }
      <button data-testid="visit-correct" @click=${() => desk.ask(correctVisitQuestion(desk, visit))}>
        ${t('visit.correct')}
      </button>`;
  }

  /** What the picture knows of visits here; those that are over it may not hold, but it tells when one of them ends. */
  private known(): string {
    return [...all(this.desk.live.store, 'visit').values()]
      .filter(({ post }) => post === this.post.id)
      .map(({ id, seq }) => `${id}.${String(seq)}`)
      .join(' ');
  }

  private async fetch(wanted: string, after?: string | number): Promise<void> {
    this.failure = undefined;
    try {
      const page = await visits(this.desk.api, this.desk.operation?.id ?? '', this.post.id, after);
      if (wanted !== this.asked) return;
      this.next = page.next ?? undefined;
      this.items = after === undefined ? page.items : [...this.items, ...page.items];
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
