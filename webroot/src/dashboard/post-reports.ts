import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { moment } from '../core/format.js';
import { fieldsOf, labelOf } from '../core/forms.js';
import { unitLabel } from '../core/place.js';
import type { Person, Post } from '../core/protocol.js';
import { reports, type PostLine, type PostLineEvent } from '../core/remote.js';
import { isWord, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { erasureNote } from './erasure-note.js';
import { panelStyles } from './panel.css.js';

/** From here on a device's clock is called wrong (docs/protocol.md). */
const wrongClockSeconds = 120;

/** A post's reports from the ledger, newest first, page by page. */
@customElement('haetae-post-reports')
export class PostReports extends View {
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
        grid-template-columns: 6.5rem minmax(0, 1fr);
        gap: 0.5rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) post!: Post;
  /** Moves when there is a new report: then the first page is asked for again. */
  @property({ type: Number }) version = 0;
  @state() private items: readonly PostLine[] | undefined;
  @state() private failure: unknown;
  private next: string | number | undefined;
  private asked = '';

  protected override willUpdate(): void {
    const wanted = `${this.post.id} ${String(this.version)}`;
    if (wanted === this.asked) return;
    if (!this.asked.startsWith(`${this.post.id} `)) this.items = undefined;
    this.asked = wanted;
    void this.fetch(wanted);
  }

  protected override render(): TemplateResult {
    const { items } = this;
    return html`<section>
      <h3>${t('post.reports')}</h3>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="notice bad" role="alert">
              ${t('post.reports.failed')} ${explain(this.failure)}
              <button @click=${() => void this.fetch(this.asked)}>${t('retry')}</button>
            </p>`
      }
      ${items === undefined && this.failure === undefined ? html`<p class="quiet" role="status">${t('loading')}</p>` : nothing}
      ${items?.length === 0 ? html`<p class="quiet">${t('post.reports.none')}</p>` : nothing}
      <ol data-testid="post-reports">
        ${items?.map((report) => this.line(report))}
      </ol>
      ${
        this.next === undefined
          ? nothing
          : html`<div>
              <button data-testid="reports-more" @click=${() => void this.fetch(this.asked, this.next)}>
                ${t('more')}
              </button>
            </div>`
      }
    </section>`;
  }

  private line(entry: PostLine): TemplateResult {
    const { desk } = this;
    const { at, type, event } = entry;
    const { occurred } = event;
    const when = occurred?.at ?? at;
    const entered = event.enteredBy?.account === event.who?.account ? '' : this.person(event.enteredBy);
    return html`<li data-type=${type}>
      <time class="quiet" datetime=${when}>${moment(when, desk.asOf)}</time>
      <div>
        <b>${this.named(type, event)}</b>
        <span class="quiet"
          >${this.person(event.who)}${entered === '' ? '' : ` · ${t('post.enteredBy', { who: entered })}`}</span
        >
        ${
          occurred == null || Math.abs(occurred.deviceOffSeconds) < wrongClockSeconds
            ? nothing
            : html`<span class="warn">⚠ ${t('post.stated', { at: moment(occurred.stated, desk.asOf) })}</span>`
        }
        <p>${[...this.answers(event), event.text, event.reason].filter(Boolean).join(' · ')}</p>
        ${erasureNote(desk, entry, () => void this.fetch(this.asked))}
      </div>
    </li>`;
  }

  private named(type: string, event: PostLineEvent): string {
    const { codes } = this.desk;
    if (type === 'post-reported') return word(codes, 'reportKinds', event.kind ?? undefined);
    if (type === 'checked-in') return word(codes, 'signsOfLife', 'CHECK_IN');
    const name = `post.line.${type}`;
    return isWord(name) ? t(name) : `${t('timeline.other')} (${type})`;
  }

  private answers(event: PostLineEvent): string[] {
    const fields = fieldsOf(this.desk.codes, this.post.postKind, event.phase ?? undefined);
    return Object.entries(event.fields ?? {}).map(([code, answer]) => {
      const field = fields.find((one) => one.code === code);
      const option = field?.options?.find((one) => String(one.code) === answer);
      return `${field === undefined ? code : labelOf(field)}: ${option === undefined ? answer : labelOf(option)}`;
    });
  }

  private person(person: Person | null | undefined): string {
    return [person?.name, unitLabel(this.desk.live.store, person?.unit ?? undefined)].filter(Boolean).join(' ');
  }

  private async fetch(wanted: string, after?: string | number): Promise<void> {
    this.failure = undefined;
    try {
      const page = await reports(this.desk.api, this.desk.operation?.id ?? '', this.post.id, after);
      if (wanted !== this.asked) return;
      this.next = page.next ?? undefined;
      this.items = after === undefined ? page.items : [...(this.items ?? []), ...page.items];
    } catch (error) {
      if (wanted === this.asked) this.failure = error;
    }
  }
}
