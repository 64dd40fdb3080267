import { css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import { dialogStyles } from '../../ui/dialog.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { bounds, panels, usualWall, type Panel, type Wall } from './settings.js';

const remembered = 'haetae.wall';

/** Asks what a wall is to show and how it hangs, and turns the page into one. Remembered on this device. */
@customElement('haetae-wall-dialog')
export class WallDialog extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(30rem, calc(100vw - 2rem));
      }
      form,
      fieldset {
        display: grid;
        gap: 0.75rem;
      }
      fieldset {
        grid-auto-flow: column;
        justify-content: start;
        border: 0;
        margin: 0;
        padding: 0;
      }
      fieldset label {
        display: flex;
        gap: 0.4rem;
        align-items: center;
      }
      fieldset input {
        width: auto;
      }
      .numbers {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.75rem;
      }
      .acts {
        display: flex;
        gap: 0.5rem;
        justify-content: end;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  open(): void {
    this.requestUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const wall = kept();
    const amount = (name: keyof typeof bounds): TemplateResult => {
      const [least, most] = bounds[name];
      return html`<label
        ><span>${t(`wall.${name}`)}</span
        ><input name=${name} type="number" required min=${least} max=${most} step="any" .value=${String(wall[name])}
      /></label>`;
    };
    return html`<dialog data-testid="wall-dialog" aria-labelledby="title">
      <form method="dialog" @submit=${() => this.begin()}>
        <h2 id="title">${t('wall.title')}</h2>
        <p class="quiet">${t('wall.note')}</p>
        <fieldset>
          <legend class="unseen">${t('wall.panels')}</legend>
          ${panels.map(
            (panel) =>
              html`<label
                ><input
                  type="checkbox"
                  name="panels"
                  value=${panel}
                  ?checked=${wall.panels.includes(panel)}
                />${t(`nav.${panel}`)}</label
              >`,
          )}
        </fieldset>
        <div class="numbers">${amount('every')} ${amount('inches')} ${amount('metres')}</div>
        <div class="acts">
          <button type="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="main" data-testid="wall-begin">${t('wall.begin')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private begin(): void {
    const given = new FormData(this.form);
    const chosen = panels.filter((panel) => given.getAll('panels').includes(panel));
    const wall: Wall = {
      panels: chosen.length === 0 ? panels : chosen,
      every: Number(given.get('every')),
      inches: Number(given.get('inches')),
      metres: Number(given.get('metres')),
    };
    localStorage.setItem(remembered, JSON.stringify(wall));
    this.desk.go({ wall });
  }
}

function kept(): Wall {
  try {
    const read = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Partial<Wall>;
    const chosen: readonly Panel[] = panels.filter((panel) => read.panels?.includes(panel) ?? true);
    const usual = (name: keyof typeof bounds): number => {
      const value = read[name];
      return typeof value === 'number' ? value : usualWall[name];
    };
    return { panels: chosen, every: usual('every'), inches: usual('inches'), metres: usual('metres') };
  } catch {
    return usualWall;
  }
}
