import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { line, unitLabel } from '../core/place.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelStyles } from '../ui/level-mark.js';
import '../ui/preferences.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { clock, standing, standingStyles } from './standing.js';
import { status, statusStyles } from './status.js';

@customElement('haetae-header')
export class Header extends View {
  static override styles = [
    controls,
    levelStyles,
    standingStyles,
    statusStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
        padding: 0.4rem 1rem;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
        min-height: 3rem;
      }
      .name {
        font-weight: 800;
        font-size: 1.125rem;
      }
      nav ol {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
      }
      nav li + li::before {
        content: '›';
        padding: 0 0.35rem;
        color: var(--quiet);
      }
      nav [aria-current] {
        font-weight: 700;
      }
      nav button {
        padding: 0.2rem 0.3rem;
      }
      select {
        width: auto;
        max-width: 20rem;
      }
      .operation {
        max-width: 24rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 64em) {
        .account,
        [data-testid='wall-open'] {
          display: none;
        }
      }
      .right {
        margin-left: auto;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved, this.desk.changed];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    return html`
      <header>
        <h1 class="name">${t('app.name')}</h1>
        ${this.operations()} ${standing(desk)} ${this.breadcrumb()}
        <div class="right">
          ${status(desk)} ${clock(desk)}
          <span class="quiet account" data-testid="account">${desk.session.who?.account.name}</span>
          <button data-testid="help-open" aria-label=${t('help.open.label')} @click=${() => this.fire('help')}>
            ?
          </button>
          <button
            data-testid="sheet-open"
            ?hidden=${!desk.sees || desk.liaison}
            @click=${() => desk.go({ sheet: 'report' })}
          >
            ${t('sheet.open')}
          </button>
          <button data-testid="wall-open" ?hidden=${!desk.sees || desk.liaison} @click=${() => this.fire('wall')}>
            ${t('wall.open')}
          </button>
          <haetae-preferences></haetae-preferences>
          <button data-testid="passkeys-open" @click=${() => this.fire('passkeys')}>${t('passkey.open')}</button>
          <button
            data-testid="logout"
            @click=${() => desk.session.logOut().catch((error: unknown) => desk.say(explain(error)))}
          >
            ${t('login.out')}
          </button>
        </div>
      </header>
    `;
  }

  private operations(): TemplateResult {
    const { desk } = this;
    const { list, operation } = desk;
    if (list === undefined || list.length < 2)
      return html`<span class="operation" data-testid="operation">${operation?.name}</span>`;
    return html`<select
      data-testid="operation"
      aria-label=${t('nav.operation')}
      @change=${(event: Event) => this.desk.go({ operation: (event.target as HTMLSelectElement).value })}
    >
      ${list.map(
        (entry) =>
          html`<option value=${entry.id} ?selected=${entry.id === operation?.id}>
            ${entry.name}${entry.state === 'OPEN' ? '' : ` (${word(desk.codes, 'operationStates', entry.state)})`}
          </option>`,
      )}
    </select>`;
  }

  /** 전국 › 서울 › 강남: what lies above one's own jurisdiction is named but cannot be gone to. */
  private breadcrumb(): TemplateResult {
    const { desk } = this;
    const { store } = desk.live;
    const units = line(store, desk.scope);
    const mine = units.findIndex((unit) => unit.id === desk.home);
    return html`<nav aria-label=${t('nav.scope')}>
      <ol data-testid="breadcrumb">
        ${units.map((unit, index) => {
          const label = unitLabel(store, unit.id);
          if (unit.id === desk.scope) return html`<li aria-current="location">${label}</li>`;
          if (index < mine) return html`<li class="quiet">${label}</li>`;
          return html`<li><button class="plain" @click=${() => desk.go({ scope: unit.id })}>${label}</button></li>`;
        })}
      </ol>
    </nav>`;
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
