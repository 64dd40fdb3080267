import { css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import { View } from '../ui/view.js';

const keys: readonly [string, Word][] = [
  ['/', 'help.search'],
  ['j · k', 'help.move'],
  ['Enter', 'help.open'],
  ['a', 'help.acknowledge'],
  ['r', 'act.comment'],
  ['c', 'help.close'],
  ['n', 'help.enter'],
  ['g m', 'nav.matrix'],
  ['g l', 'nav.levels'],
  ['g s', 'nav.silence'],
  ['g p', 'nav.posts'],
  ['g f', 'nav.forces'],
  ['g r', 'nav.reserves'],
  ['g o', 'nav.operation.page'],
  ['g i', 'nav.imports'],
  ['g u', 'nav.unassigned'],
  ['g q', 'nav.search'],
  ['g e', 'nav.erasures'],
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
        width: min(26rem, calc(100vw - 2rem));
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.5rem 1rem;
        margin: 1rem 0;
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
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${t(word)}</dd>`,
        )}
      </dl>
      <button class="main" @click=${() => this.dialog.close()}>${t('close.panel')}</button>
    </dialog>`;
  }
}
