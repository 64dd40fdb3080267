import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { word } from '../core/codes.js';
import { said } from '../core/erasure.js';
import { explain } from '../core/explain.js';
import type { Incident } from '../core/protocol.js';
import { history, type History } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { clearanceMark, clearanceStyles } from '../ui/clearance-mark.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import { View } from '../ui/view.js';
import './actions.js';
import './attachments.js';
import type { Desk } from './desk.js';
import './incident-cases.js';
import './timeline.js';
import { reportsOf } from './triage/upward.js';
import { sections } from './triage/sections.js';

/** One incident with its whole timeline, and what may be done with it. */
@customElement('haetae-incident')
export class IncidentView extends View {
  static override styles = [
    controls,
    codeStyles,
    clearanceStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 1rem;
        background: var(--page);
      }
      article {
        display: grid;
        gap: 1rem;
        max-width: 60rem;
      }
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.75rem;
        align-items: center;
      }
      h2 {
        font-size: 1.375rem;
      }
      .text {
        font-size: 1.125rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      section {
        display: grid;
        gap: 0.4rem;
      }
      .acts {
        display: flex;
        gap: 0.4rem;
      }
      .lines li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.6rem;
        align-items: baseline;
        padding: 0.25rem 0;
        border-top: 1px solid var(--line);
      }
      .lines button {
        padding: 0.1rem 0.5rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.25rem 1rem;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private history: History | undefined;
  @state() private failure: unknown;
  private asked = '';
  private gone = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved, this.desk.changed];
  }

  /** The incident as it is shown; none while it is fetched, or is no longer this account's to see. */
  get shown(): Incident | undefined {
    const id = this.desk.route.incident ?? '';
    return this.gone ? undefined : (this.live(id) ?? this.history?.incident);
  }

  protected override willUpdate(): void {
    const id = this.desk.route.incident;
    if (id === undefined || this.desk.live.store.cursor === undefined) return;
    // What is attached stands in its history, and does not change the incident itself.
    const files = one(this.desk.live.store, 'attachments', id)?.seq ?? 0;
    const beside = `${String(files)} ${String(this.erased(id))} ${reportsOf(this.desk.live.store, id)}`;
    const wanted = `${id} ${String(this.live(id)?.seq ?? 'gone')} ${beside}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${id} `)) this.history = undefined;
    this.asked = wanted;
    void this.fetch(id, wanted);
  }

  protected override render(): TemplateResult {
    const { desk, history, shown: incident } = this;
    if (incident === undefined) return this.absent();
    return html`<article data-testid="incident" data-incident-id=${incident.id} aria-labelledby="title">
      <header>
        ${codeMark(incident.code)}
        <h2 id="title">
          <span data-testid="incident-number">${incident.number}</span>
          ${word(this.desk.codes, 'incidentKinds', incident.incidentKind)}
          <span class="quiet" data-testid="incident-status">${word(this.desk.codes, 'statuses', incident.status)}</span>
          ${clearanceMark(this.desk.codes, incident.clearance)}
        </h2>
        ${this.close()}
      </header>
      <p class="text" data-testid="incident-text">${said(incident.text)}</p>
      <haetae-actions .desk=${this.desk} .incident=${incident}></haetae-actions>
      <haetae-incident-cases .desk=${this.desk} .incident=${incident}></haetae-incident-cases>
      ${sections.map((section) => section({ desk, incident, history }))}
      <haetae-attachments .desk=${this.desk} .about=${incident}></haetae-attachments>
      <section>
        <h2>${t('timeline.title')}</h2>
        ${this.failure === undefined ? nothing : this.failed()}
        ${
          this.history === undefined
            ? html`<p class="quiet" role="status">${this.failure === undefined ? t('loading') : ''}</p>`
            : html`<haetae-timeline
                .desk=${this.desk}
                .lines=${this.history.timeline}
                @stale=${() => this.again()}
              ></haetae-timeline>`
        }
      </section>
    </article>`;
  }

  private absent(): TemplateResult {
    if (this.gone)
      return html`<p class="state" data-testid="incident-gone" role="status">${t('incident.gone')} ${this.close()}</p>`;
    if (this.failure !== undefined) return html`<div class="state">${this.failed()} ${this.close()}</div>`;
    return html`<p class="state" role="status">${t('loading')}</p>`;
  }

  private failed(): TemplateResult {
    return html`<p class="notice bad" role="alert">
      ${t('timeline.failed')} ${explain(this.failure)} <button @click=${() => this.again()}>${t('retry')}</button>
    </p>`;
  }

  private close(): TemplateResult {
    return html`<button
      data-testid="incident-close"
      aria-label=${t('incident.close')}
      @click=${() => this.desk.leave('incident')}
    >
      ✕
    </button>`;
  }

  private again(): void {
    this.asked = `${this.desk.route.incident ?? ''} `;
    this.requestUpdate();
  }

  /** The newest request or decision to destroy words about it. */
  private erased(id: string): number {
    const subject = `incident/${id}`;
    const about = [...all(this.desk.live.store, 'erasure').values()].filter((it) => it.subject === subject);
    return Math.max(0, ...about.map(({ seq }) => seq));
  }

  private live(id: string): Incident | undefined {
    return one(this.desk.live.store, 'incident', id);
  }

  private async fetch(id: string, wanted: string): Promise<void> {
    try {
      const found = await history(this.desk.api, this.desk.operation?.id ?? '', id);
      if (wanted !== this.asked) return;
      this.gone = false;
      this.failure = undefined;
      this.history = found;
    } catch (error) {
      if (wanted !== this.asked) return;
      // What has left one's audience must not stay readable here.
      this.gone = error instanceof Problem && (error.status === 404 || error.status === 403);
      if (this.gone) this.history = undefined;
      this.failure = error;
      this.requestUpdate();
    }
  }
}
