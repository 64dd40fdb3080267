import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { said } from '../core/erasure.js';
import { moment } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import type { Line } from '../core/remote.js';
import { isWord, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { named } from './triage/said.js';
import { erasureNote } from './erasure-note.js';

/** What was recorded about one incident, oldest first. */
@customElement('haetae-timeline')
export class Timeline extends View {
  static override styles = [
    controls,
    css`
      li {
        display: grid;
        grid-template-columns: 4rem minmax(0, 1fr);
        gap: 0.5rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      p {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) lines: readonly Line[] = [];

  protected override render(): TemplateResult {
    if (this.lines.length === 0) return html`<p class="quiet">${t('timeline.empty')}</p>`;
    return html`<ol data-testid="timeline">
      ${this.lines.map((line) => this.line(line))}
    </ol>`;
  }

  private line(line: Line): TemplateResult {
    const name = `timeline.${line.type}`;
    const { event } = line;
    const texts = [event.text, event.note, event.reason].filter((text) => text != null && text !== '');
    const words = texts.map((text) => said(text ?? '')).join('\n');
    const by = event.by ?? event.enteredBy;
    const who = [by?.name, unitLabel(this.desk.live.store, by?.unit ?? line.unit)].filter(Boolean).join(' · ');
    return html`<li data-testid="timeline-line" data-type=${line.type}>
      <time class="quiet" datetime=${line.at}>${moment(line.at, this.desk.now)}</time>
      <div>
        <b>${isWord(name) ? t(name) : `${t('timeline.other')} (${line.type})`}</b> ${named(this.desk, line)}
        <span class="quiet">${who}</span>
        ${words === '' ? nothing : html`<p>${words}</p>`}
        ${erasureNote(this.desk, line, () => this.dispatchEvent(new CustomEvent('stale')))}
      </div>
    </li>`;
  }
}
