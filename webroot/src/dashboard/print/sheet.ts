import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import { duration, stamp } from '../../core/format.js';
import { effective, normal } from '../../core/levels.js';
import { nextPhase } from '../../core/operation.js';
import { unitName } from '../../core/place.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { drillBand, drillStyles } from '../../ui/drill.js';
import { levelMark, levelStyles } from '../../ui/level-mark.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { sheets } from '../route.js';
import { codes } from './codes.js';
import { boxes, directives, figures, incidents, levels, silent, units, upward } from './sections.js';
import { sheetStyles } from './sheet.css.js';
import { cursorWords, type Taken } from './taken.js';

/** The situation report (상황보고) and the hand-over sheet (인계서): the picture of one instant, laid out for paper. */
@customElement('haetae-sheet')
export class SheetView extends View {
  static override styles = [controls, drillStyles, levelStyles, sheetStyles];

  @property({ attribute: false }) desk!: Desk;
  private taken!: Taken;

  override connectedCallback(): void {
    this.take();
    super.connectedCallback();
  }

  protected override signals() {
    return [this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk, taken } = this;
    if (taken.scope !== desk.scope) this.take();
    const kind = desk.route.sheet ?? 'report';
    return html`
      <div class="acts">
        ${sheets.map(
          (name) =>
            html`<button
              data-testid="sheet-${name}"
              aria-pressed=${name === kind ? 'true' : 'false'}
              @click=${() => desk.go({ sheet: name }, true)}
            >
              ${t(`sheet.${name}`)}
            </button>`,
        )}
        <button data-testid="sheet-again" @click=${() => this.again()}>${t('sheet.again')}</button>
        <button class="main" data-testid="sheet-print" @click=${() => window.print()}>${t('sheet.print')}</button>
        <button data-testid="sheet-leave" @click=${() => desk.leave('sheet')}>${t('close.panel')} (Esc)</button>
      </div>
      <article data-testid="sheet" data-sheet=${kind} tabindex="0" aria-label=${t(`sheet.${kind}`)}>
        <table class="paper" role="presentation">
          <thead>
            <tr>
              <td>${drillBand(desk.operation?.kind === 'DRILL')} ${this.running()}</td>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                <h1>${t(`sheet.${kind}`)} · ${unitName(taken.store, taken.scope)}</h1>
                ${kind === 'codes' ? codes(desk, taken) : html`${this.standing()} ${kind === 'report' ? this.report() : this.handover()}`}
              </td>
            </tr>
          </tbody>
        </table>
      </article>
    `;
  }

  /** On every page: of what, of when, after which entry, by whom. */
  private running(): TemplateResult {
    const { desk, taken } = this;
    const who = desk.session.who?.account;
    return html`<p class="running" data-testid="sheet-running">
      <span>${desk.operation?.name}</span>
      <span>${t('figures.asOf', { time: stamp(taken.at) })}</span>
      <span>${cursorWords(taken.store.cursor)}</span>
      <span>${t('sheet.by', { name: who?.name ?? '', unit: unitName(taken.store, who?.unit) })}</span>
    </p>`;
  }

  private standing(): TemplateResult {
    const { desk, taken } = this;
    const operation = one(taken.store, 'operation', desk.operation?.id);
    const next = nextPhase(operation, taken.at);
    const phase = operation?.phase == null ? t('standing.noPhase') : word(desk.codes, 'phases', operation.phase);
    return html`<p class="standing">
      <b>${phase}</b>
      ${
        next === undefined
          ? nothing
          : html`<span
              >${t('standing.next', { phase: word(desk.codes, 'phases', next.phase), in: duration(Date.parse(next.from) - taken.at) })}</span
            >`
      }
      ${levelMark(desk.codes, effective(taken.store, taken.scope)?.level ?? normal)}
      ${desk.live.freshness === 'stale' ? html`<b>${t('status.stale')}</b>` : nothing}
    </p>`;
  }

  private report(): TemplateResult {
    const { desk, taken } = this;
    return html`${figures(taken)} ${levels(desk, taken)} ${units(desk, taken)} ${incidents(desk, taken)}
    ${silent(taken)} ${directives(desk, taken)} ${boxes(desk, taken)}`;
  }

  /** What the next shift takes over from this room, and room for both to sign. */
  private handover(): TemplateResult {
    const { desk, taken } = this;
    const room = taken.scope;
    return html`${figures(taken)} ${incidents(desk, taken, desk.home === room ? room : undefined)}
      ${directives(desk, taken, desk.home === room ? room : undefined)} ${upward(taken)} ${silent(taken)}
      ${levels(desk, taken)} ${boxes(desk, taken)}
      <section class="signing">
        <p>${t('sheet.gives')} ________________________ ${t('sheet.signed')} ____ : ____</p>
        <p>${t('sheet.takes')} ________________________ ${t('sheet.signed')} ____ : ____</p>
      </section>`;
  }

  private again(): void {
    this.take();
    this.requestUpdate();
  }

  private take(): void {
    const { desk } = this;
    this.taken = { store: desk.live.store, at: desk.asOf, scope: desk.scope };
  }
}
