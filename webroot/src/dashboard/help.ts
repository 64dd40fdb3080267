import { css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import { View } from '../ui/view.js';
import { acts, rules, type Act } from './triage/acts.js';

const helped: Readonly<Partial<Record<Act, Word>>> = {
  acknowledge: 'help.acknowledge',
  team: 'help.team',
  close: 'help.close',
};

const keys: readonly [string, Word][] = [
  ['/', 'help.search'],
  ['j · k', 'help.move'],
  ['Enter', 'help.open'],
  ['f', 'help.fresh'],
  ['x', 'help.select'],
  ['n', 'help.enter'],
  ['y', 'help.answer'],
  ['i', 'help.chase'],
  ['q', 'help.alarm'],
  ['Q', 'help.alarm.note'],
  ...acts.map((act): [string, Word] => [rules[act].key, helped[act] ?? `act.${act}`]),
  ['g m', 'nav.matrix'],
  ['g a', 'nav.map'],
  ['g x', 'nav.charts'],
  ['g l', 'nav.levels'],
  ['g d', 'nav.directives'],
  ['g v', 'nav.conferences'],
  ['g s', 'nav.silence'],
  ['g p', 'nav.posts'],
  ['g f', 'nav.forces'],
  ['g r', 'nav.reserves'],
  ['g c', 'nav.cases'],
  ['g b', 'nav.upward'],
  ['g h', 'nav.handovers'],
  ['g t', 'nav.teams'],
  ['g o', 'nav.operation.page'],
  ['g i', 'nav.imports'],
  ['g u', 'nav.unassigned'],
  ['g q', 'nav.search'],
  ['g e', 'nav.erasures'],
  ['g k', 'nav.transport'],
  ['g w', 'nav.storages'],
  ['g n', 'nav.counting'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
];

@customElement('haetae-help')
export class Help extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(54rem, calc(100vw - 2rem));
      }
      dl {
        columns: 24rem 2;
        column-gap: 2rem;
        margin: 1rem 0;
      }
      dl div {
        display: grid;
        grid-template-columns: 4rem 1fr;
        gap: 1rem;
        padding: 0.2rem 0;
        break-inside: avoid;
      }
      dt {
        text-align: right;
      }
      kbd {
        font: inherit;
        font-weight: 700;
        padding: 0.1rem 0.5rem;
        border: 1px solid var(--edge);
        border-radius: 0.25rem;
        background: var(--raised);
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog data-testid="help" aria-labelledby="title">
      <h2 id="title">${t('help.title')}</h2>
      <dl>
        ${keys.map(
          ([key, word]) =>
            html`<div>
              <dt><kbd>${key}</kbd></dt>
              <dd>${t(word)}</dd>
            </div>`,
        )}
      </dl>
      <button class="main" @click=${() => this.dialog.close()}>${t('close.panel')}</button>
    </dialog>`;
  }
}
