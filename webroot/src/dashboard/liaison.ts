import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { entries, word } from '../core/codes.js';
import { said } from '../core/erasure.js';
import { explain } from '../core/explain.js';
import { labelOf } from '../core/forms.js';
import { moment } from '../core/format.js';
import { commandId } from '../core/id.js';
import type { Incident, Post } from '../core/protocol.js';
import { inside } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { language, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import '../ui/post-search.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

const mostText = 2000;
const againMillis = 5_000;
const usualKind = 'DISTURBANCE';

interface Agency {
  readonly unit: string;
  readonly korean: string;
  readonly english: string;
}

interface Places {
  readonly items: readonly Post[];
  /** The police of the province: a report without a place goes to one of them. */
  readonly agencies: readonly Agency[];
}

/** The whole desk of an election commission: what is shared with it, and what it may report. */
@customElement('haetae-liaison')
export class Liaison extends View {
  static override styles = [
    controls,
    codeStyles,
    panelStyles,
    css`
      .halves {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        gap: 1rem;
        align-items: start;
        padding-top: 1rem;
      }
      section,
      form {
        display: grid;
        gap: 0.75rem;
      }
      .list {
        display: grid;
        gap: 0.5rem;
      }
      .first {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: baseline;
      }
      .text {
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private matter = 'POLICE_WANTED';
  @state() private place: Post | undefined;
  @state() private centre: Post | undefined;
  @state() private wrong = '';
  @state() private endWrong = '';
  @state() private agencies: readonly Agency[] = [];
  @state() private busy = false;
  @query('form.report') private form!: HTMLFormElement;
  /** Of the report being written: a second press repeats it rather than make another. */
  private reportId = commandId();
  private endId = commandId();

  /** Of which operation the police of the province were asked for: before it is known there is nobody to ask. */
  private learnt = '';

  protected override willUpdate(): void {
    const operation = this.desk.operation?.id;
    if (operation === undefined || operation === this.learnt) return;
    this.learnt = operation;
    this.learn(operation);
  }

  /** Which police the province has; asked until it is known. */
  private learn(operation: string): void {
    if (this.isConnected && this.learnt === operation)
      this.find('', '').catch(() => setTimeout(() => this.learn(operation), againMillis));
  }

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.changed, this.desk.live.beat];
  }

  protected override render(): TemplateResult {
    return html`<div class="halves">
      <section aria-labelledby="shared">
        <h2 id="shared">${t('liaison.title')}</h2>
        <p class="quiet">${t('liaison.note')}</p>
        ${this.incidents()}
      </section>
      <section>${this.report()} ${this.end()}</section>
    </div>`;
  }

  private incidents(): TemplateResult {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const shared = [...all(desk.live.store, 'incident').values()].sort((a, b) =>
      b.recordedAt.localeCompare(a.recordedAt),
    );
    if (shared.length === 0) return html`<p class="state" data-testid="liaison-empty">${t('liaison.empty')}</p>`;
    return html`<ul class="list">
      ${shared.map((incident) => html`<li class="card" data-testid="liaison-incident">${this.incident(incident)}</li>`)}
    </ul>`;
  }

  private incident(incident: Incident): TemplateResult {
    const { codes, asOf } = this.desk;
    return html`<div class="first">
        ${codeMark(incident.code)} <b>${incident.number}</b>
        <span>${word(codes, 'incidentKinds', incident.incidentKind)}</span>
        <b>${word(codes, 'statuses', incident.status)}</b>
        ${incident.outcome == null ? nothing : html`<span>${word(codes, 'outcomes', incident.outcome)}</span>`}
      </div>
      <p class="text">${said(incident.text)}</p>
      <p class="quiet">
        ${t('liaison.occurred', { at: moment(incident.occurredAt, asOf) })}
        ${incident.closedAt == null ? nothing : html`· ${t('liaison.closed', { at: moment(incident.closedAt, asOf) })}`}
      </p>`;
  }

  private report(): TemplateResult {
    const { desk } = this;
    const several = this.agencies.length > 1 && this.place === undefined;
    return html`<form
      class="card report"
      data-testid="liaison-report"
      @submit=${(event: Event) => void this.send(event)}
      @input=${() => (this.reportId = commandId())}
    >
      <h2>${t('liaison.report')}</h2>
      <label
        ><span>${t('liaison.matter')}</span>
        <select name="matter" @change=${(event: Event) => (this.matter = (event.target as HTMLSelectElement).value)}>
          ${entries(desk.codes, 'liaisonMatters').map(
            (entry) =>
              html`<option value=${entry.code} ?selected=${entry.code === this.matter}>${labelOf(entry)}</option>`,
          )}
        </select>
      </label>
      ${
        this.matter === 'REGISTER_OUTAGE'
          ? nothing
          : html`<label
              ><span>${t('liaison.kind')}</span>
              <select name="kind">
                ${entries(desk.codes, 'incidentKinds').map(
                  (entry) =>
                    html`<option value=${entry.code} ?selected=${entry.code === usualKind}>${labelOf(entry)}</option>`,
                )}
              </select>
            </label>`
      }
      <div role="group" aria-label=${t('liaison.where')}>
        <span>${t('liaison.where')}</span>
        ${this.chosen(this.place, (post) => (this.place = post))}
        ${this.place === undefined && this.matter !== 'POLICE_WANTED' ? html`<p class="quiet">${t('liaison.where.none')}</p>` : nothing}
      </div>
      ${
        !several
          ? nothing
          : html`<label
              ><span>${t('liaison.agency')}</span>
              <select name="unit">
                ${this.agencies.map((agency) => html`<option value=${agency.unit}>${language() === 'ko' ? agency.korean : agency.english}</option>`)}
              </select>
            </label>`
      }
      <label
        ><span>${t('liaison.text')}</span><textarea name="text" required maxlength=${mostText} rows="4"></textarea>
      </label>
      <label><span>${t('liaison.reporter')}</span><input name="reporter" maxlength="100" /></label>
      ${this.wrong === '' ? nothing : html`<p class="notice bad" role="alert">${this.wrong}</p>`}
      <div class="acts"><button class="main" ?disabled=${this.busy}>${t('liaison.send')}</button></div>
    </form>`;
  }

  private end(): TemplateResult {
    return html`<form class="card" data-testid="liaison-end" @submit=${(event: Event) => void this.sendEnd(event)}>
      <h2>${t('liaison.end')}</h2>
      <p class="quiet">${t('liaison.end.text')}</p>
      ${this.chosen(this.centre, (post) => (this.centre = post), 'COUNTING_CENTRE')}
      ${this.endWrong === '' ? nothing : html`<p class="notice bad" role="alert">${this.endWrong}</p>`}
      <div class="acts">
        <button class="main" ?disabled=${this.busy || this.centre === undefined}>${t('liaison.end.send')}</button>
      </div>
    </form>`;
  }

  private chosen(post: Post | undefined, choose: (post: Post | undefined) => void, kind = ''): TemplateResult {
    if (post === undefined)
      return html`<haetae-post-search
        .find=${(words: string) => this.find(words, kind)}
        @chosen=${(event: CustomEvent<Post>) => this.choose(choose, event.detail)}
      ></haetae-post-search>`;
    return html`<p>
      <b data-testid="liaison-place">${post.name}</b>
      <button type="button" @click=${() => this.choose(choose, undefined)}>${t('liaison.where.change')}</button>
    </p>`;
  }

  private choose(choose: (post: Post | undefined) => void, post: Post | undefined): void {
    this.reportId = commandId();
    this.endId = commandId();
    choose(post);
  }

  private async find(q: string, kind: string): Promise<readonly Post[]> {
    const { api, operation } = this.desk;
    const found = await api.get<Places>(`${inside(operation?.id ?? '')}/liaison/posts`, {
      q,
      kind,
      limit: 20,
    });
    this.agencies = found.agencies;
    return found.items;
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.matter === 'POLICE_WANTED' && this.place === undefined) {
      this.wrong = t('liaison.where.needed');
      return;
    }
    const given = Object.fromEntries([...new FormData(this.form)].filter(([, value]) => value !== ''));
    const body = { ...given, ...(this.place === undefined ? {} : { post: this.place.id }) };
    this.wrong = await this.act(async () => {
      const { number } = await this.desk.command('/liaison/reports', body, this.reportId);
      this.desk.say(t('liaison.sent', { number: number ?? '' }));
      this.form.reset();
      this.matter = 'POLICE_WANTED';
      this.place = undefined;
      this.reportId = commandId();
    });
  }

  private async sendEnd(event: Event): Promise<void> {
    event.preventDefault();
    const { centre } = this;
    if (centre === undefined) return;
    this.endWrong = await this.act(async () => {
      await this.desk.command('/liaison/count-ends', { post: centre.id }, this.endId);
      this.desk.say(t('liaison.end.sent', { name: centre.name }));
      this.centre = undefined;
      this.endId = commandId();
    });
  }

  /** What went wrong, in words; nothing if nothing did. */
  private async act(work: () => Promise<void>): Promise<string> {
    this.busy = true;
    try {
      await work();
      return '';
    } catch (error) {
      return explain(error);
    } finally {
      this.busy = false;
    }
  }
}
