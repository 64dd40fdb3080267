import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { erasures, type ErasureLine } from '../core/erasure.js';
import { explain } from '../core/explain.js';
import { number } from '../core/format.js';
import type { Signal } from '../core/signal.js';
import { all } from '../core/store.js';
import { isWord, t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { erasureNote } from './erasure-note.js';
import { panelStyles } from './panel.css.js';

/** Requests to destroy words of the record, newest first, for those who may decide. */
@customElement('haetae-erasures')
export class Erasures extends View {
  static override styles = [controls, panelStyles];

  @property({ attribute: false }) desk!: Desk;
  @state() private lines: readonly ErasureLine[] | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  /** Read anew whenever the live picture has another request or decision. */
  protected override willUpdate(): void {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return;
    const newest = [...all(desk.live.store, 'erasure').values()].map(({ seq }) => seq);
    const wanted = `${desk.operation?.id ?? ''} ${String(Math.max(0, ...newest))}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    void this.read();
  }

  protected override render(): TemplateResult {
    if (this.failure !== undefined)
      return html`<p class="notice bad" role="alert">
        ${t('erasure.failed')} ${explain(this.failure)}
        <button @click=${() => void this.read()}>${t('retry')}</button>
      </p>`;
    if (this.lines === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    return html`
      <div class="head"><h2>${t('nav.erasures')}</h2></div>
      ${this.lines.length === 0 ? html`<p class="quiet" data-testid="erasures-empty">${t('erasure.empty')}</p>` : nothing}
      <ul class="cards">
        ${this.lines.map((line) => this.card(line))}
      </ul>
    `;
  }

  private card(line: ErasureLine): TemplateResult {
    const name = `timeline.${line.type}`;
    const [kind, id] = line.subject.split('/');
    return html`<li
      class="card ${line.erasure.state === 'REQUESTED' ? 'waits' : ''}"
      data-testid="erasure-card"
      data-state=${line.erasure.state}
    >
      <div class="title">
        <h3>#${number(line.seq)} ${isWord(name) ? t(name) : line.type}</h3>
        ${
          kind === 'incident' && id !== undefined
            ? html`<button class="plain" @click=${() => this.desk.go({ incident: id })}>${t('erasure.open')}</button>`
            : nothing
        }
      </div>
      ${erasureNote(this.desk, line, () => void this.read())}
    </li>`;
  }

  private async read(): Promise<void> {
    try {
      this.lines = await erasures(this.desk.api, this.desk.operation?.id ?? '');
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    }
  }
}
