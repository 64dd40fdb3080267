import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Level, Muster } from '../core/entities.js';
import { explain } from '../core/explain.js';
import { percent } from '../core/figures.js';
import { moment, number } from '../core/format.js';
import { byDeadline, share } from '../core/levels.js';
import { unitLabel } from '../core/place.js';
import { course, type Course, type MusterRate } from '../core/remote.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { panelStyles } from './panel.css.js';

/** Answers come in by the dozen after a declaration: read anew at most so often. */
const againMillis = 5_000;

/** The course of a muster (응소 경과): by unit receipt, mustered at the two deadlines and now, with the rate of each. */
@customElement('haetae-muster-course')
export class MusterCourse extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        padding: 0;
        overflow: visible;
      }
      .lines {
        max-height: 26rem;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--panel);
        vertical-align: bottom;
      }
      tbody th {
        font-weight: 600;
      }
      .all td,
      .all th {
        background: var(--raised);
        font-weight: 700;
      }
      small {
        font-size: 0.875rem;
        color: var(--quiet);
        margin-left: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) level!: Level;
  /** Changes with every answer of a room. */
  @property({ attribute: false }) stamp = 0;
  @state() private found: Course | undefined;
  @state() private failed: unknown;
  private again: ReturnType<typeof setTimeout> | undefined;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed];
  }

  override disconnectedCallback(): void {
    clearTimeout(this.again);
    this.again = undefined;
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stamp') && !changed.has('level')) return;
    if (this.found === undefined) void this.read();
    else this.again ??= setTimeout(() => void this.read(), againMillis);
  }

  protected override render(): TemplateResult {
    const { found, failed } = this;
    const refused =
      failed === undefined
        ? nothing
        : html`<p class="notice bad" role="alert">
            ${t('course.failed')} ${explain(failed)} <button @click=${() => void this.read()}>${t('retry')}</button>
          </p>`;
    if (found === undefined)
      return html`${failed === undefined ? html`<p class="state" role="status">${t('loading')}</p>` : refused}`;
    return html`${refused}
      <div class="lines" tabindex="0" role="region" aria-label=${t('course.title')}>
        <table data-testid="muster-course">
          <thead>
            <tr>
              <th scope="col">${t('matrix.unit')}</th>
              <th scope="col">${t('course.received')}</th>
              <th scope="col" class="n">${t('course.ordered')}</th>
              <th scope="col" class="n">${t('course.essential')}</th>
              <th scope="col" class="n">${t('course.deadline')}</th>
              <th scope="col" class="n">${t('course.now')}</th>
            </tr>
          </thead>
          <tbody>
            ${found.items.length > 1 ? this.sum(found) : nothing}
            ${found.items.map(({ muster, rate }) => this.row(muster, rate))}
          </tbody>
        </table>
      </div>`;
  }

  private row(muster: Muster, rate: MusterRate): TemplateResult {
    const { desk } = this;
    const now = desk.asOf;
    const received =
      muster.receivedAt == null
        ? html`<b class="warn">${t('muster.notReceived')}</b>`
        : html`${moment(muster.receivedAt, now)}`;
    return html`<tr data-unit=${muster.unit}>
      <th scope="row">${unitLabel(desk.live.store, muster.unit)}</th>
      <td>${received}</td>
      <td class="n">${number(rate.ordered)}</td>
      ${this.cell(byDeadline(rate.byEssentialDeadline, muster.essentialDeadline, now), rate.ordered)}
      ${this.cell(byDeadline(rate.byDeadline, muster.deadline, now), rate.ordered)}
      ${this.cell(rate.mustered, rate.ordered)}
    </tr>`;
  }

  /** The sum counts every room, also those whose deadline has not passed: until all have, there is none. */
  private sum({ rate, items }: Course): TemplateResult {
    const now = this.desk.asOf;
    const all = (deadline: 'essentialDeadline' | 'deadline'): boolean =>
      items.every(({ muster }) => byDeadline(0, muster[deadline], now) !== undefined);
    const received = items.filter(({ muster }) => muster.receivedAt != null).length;
    return html`<tr class="all">
      <th scope="row">${t('course.all')}</th>
      <td>${t('course.receivedOf', { n: number(received), rooms: number(items.length) })}</td>
      <td class="n">${number(rate.ordered)}</td>
      ${this.cell(all('essentialDeadline') ? rate.byEssentialDeadline : undefined, rate.ordered)}
      ${this.cell(all('deadline') ? rate.byDeadline : undefined, rate.ordered)}
      ${this.cell(rate.mustered, rate.ordered)}
    </tr>`;
  }

  private cell(people: number | undefined, ordered: number): TemplateResult {
    if (people === undefined) return html`<td class="n quiet">${t('course.notYet')}</td>`;
    return html`<td class="n">${number(people)}<small>${percent(share(people, ordered))}</small></td>`;
  }

  private async read(): Promise<void> {
    clearTimeout(this.again);
    this.again = undefined;
    const { desk, level } = this;
    try {
      this.found = await course(desk.api, desk.operation?.id ?? '', level.id);
      this.failed = undefined;
    } catch (error) {
      this.failed = error;
    }
  }
}
