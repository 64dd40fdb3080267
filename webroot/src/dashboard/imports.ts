import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isOver } from '../core/operation.js';
import type { Signal } from '../core/signal.js';
import { lists, type List } from '../core/upload.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import './import.js';
import { panelStyles } from './panel.css.js';
import './sealed-import.js';

const needed: Readonly<Record<List, string>> = {
  posts: 'post.import',
  forces: 'force.plan',
  deployments: 'force.plan',
  routes: 'transport.plan',
};

/** 명부 올리기: posts, forces and deployments from files, each looked at before anything is written. */
@customElement('haetae-imports')
export class Imports extends View {
  static override styles = [controls, panelStyles];

  @property({ attribute: false }) desk!: Desk;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    if (desk.standing === undefined && desk.operation === undefined)
      return html`<p class="state" role="status">${t('loading')}</p>`;
    if (isOver(desk.standing)) return html`<p class="state" data-testid="imports-over">${t('import.over')}</p>`;
    return html`<div class="head">
        <h2>${t('import.title')}</h2>
        <p class="quiet">${t('import.text')}</p>
      </div>
      <div class="cards">
        ${desk.session.may('queue.import') ? html`<haetae-sealed-import .desk=${desk}></haetae-sealed-import>` : nothing}
        ${lists
          .filter((list) => desk.session.may(needed[list]))
          .map((list) => html`<haetae-import .desk=${desk} .list=${list}></haetae-import>`)}
      </div>`;
  }
}
