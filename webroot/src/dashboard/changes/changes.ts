import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Happened } from '../../core/changes.js';
import { moment } from '../../core/format.js';
import type { Signal } from '../../core/signal.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { format } from '../route.js';
import { ChangeCourse } from './course.js';
import { changesStyles } from './line.css.js';
import { say } from './say.js';

const remembered = 'haetae.changes';
const most = 60;

/**
 * What changed last, the newest first: a line under the incidents, or unfolded a list. No live region: what is urgent is said
 * elsewhere, and a list that speaks at every change is one that nobody can work beside.
 */
@customElement('haetae-changes')
export class Changes extends View {
  static override styles = [
    controls,
    changesStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-top: 1px solid var(--line);
        background: var(--panel);
      }
      .fold {
        display: flex;
        gap: 0.6rem;
        width: 100%;
        padding: 0.4rem 0.75rem;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: left;
      }
      .fold span {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--quiet);
      }
      ol {
        overflow: auto;
        height: 17rem;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private open = localStorage.getItem(remembered) === 'open';
  private course!: ChangeCourse;
  private learnt = '';

  protected override signals(): readonly Signal[] {
    const { desk } = this;
    this.course ??= new ChangeCourse(desk);
    return [desk.live.changed, desk.moved, desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk, open } = this;
    const list = this.course.newest(most);
    this.learn();
    return html`
      <button
        class="fold"
        data-testid="changes-fold"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="list"
        @click=${() => this.fold()}
      >
        <b>${t('changes.title')}</b>${this.first(list[0])}<i aria-hidden="true">${open ? '▾' : '▴'}</i>
      </button>
      ${
        !open
          ? nothing
          : html`<ol id="list" tabindex="0" aria-label=${t('changes.title')} data-testid="changes">
              ${list.length === 0 ? html`<li class="state">${t('changes.none')}</li>` : list.map((one) => changeLine(desk, one))}
            </ol>`
      }
    `;
  }

  private first(happened: Happened | undefined): TemplateResult {
    if (this.open || happened === undefined) return html`<span></span>`;
    const { word, where } = say(this.desk, happened);
    return html`<span>${moment(happened.at, this.desk.asOf)} ${word} ${where}</span>`;
  }

  private fold(): void {
    this.open = !this.open;
    localStorage.setItem(remembered, this.open ? 'open' : '');
  }

  /** Once for each view, when the list is looked at. */
  private learn(): void {
    const { course, desk } = this;
    if (!this.open || desk.live.store.cursor === undefined || course.about === this.learnt) return;
    this.learnt = course.about;
    course.learn().then(
      () => this.requestUpdate(),
      () => (this.learnt = ''),
    );
  }
}

/** One line that opens what it speaks of. */
export function changeLine(desk: Desk, happened: Happened): TemplateResult {
  const { word, where, text, urgent, route } = say(desk, happened);
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    desk.visit(route);
  };
  return html`<li>
    <a
      class="change ${urgent ? 'urgent' : ''}"
      data-testid="change"
      data-what=${happened.what}
      href=${format(route)}
      @click=${open}
    >
      <time>${moment(happened.at, desk.asOf)}</time>
      <b>${urgent ? html`<span aria-hidden="true">▲</span> ` : nothing}${word}</b>
      <span>${where}</span><span class="quiet">${text}</span>
    </a>
  </li>`;
}
