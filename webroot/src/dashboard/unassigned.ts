import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { word } from '../core/codes.js';
import { explain } from '../core/explain.js';
import { commandId } from '../core/id.js';
import { postPlace, stations, unitLabel } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { all, one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { rowsStyles } from '../ui/rows.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** 관할 미지정: posts whose station is not known, worked off one by one. */
@customElement('haetae-unassigned')
export class Unassigned extends View {
  static override styles = [
    controls,
    rowsStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        padding: 0 1rem;
      }
      haetae-rows {
        flex: 1;
      }
      .post {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 1rem;
        height: 100%;
        border-bottom: 1px solid var(--line);
      }
      .post p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .to {
        display: flex;
        gap: 0.4rem;
      }
      select {
        width: 11rem;
      }
      .notice {
        margin: 0.5rem 0;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private failed: { readonly post: string; readonly error: unknown } | undefined;
  @state() private busy: ReadonlySet<string> = new Set();
  /** Ids of commands whose outcome is unknown, by post and station: the repeat must be the same command. */
  private readonly open = new Map<string, string>();

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.moved];
  }

  protected override render(): TemplateResult {
    const { store } = this.desk.live;
    if (store.cursor === undefined) return html`<p class="state" role="status">${t('loading')}</p>`;
    const posts = new Map([...all(store, 'post')].filter(([, post]) => post.jurisdiction !== 'MAPPED'));
    if (posts.size === 0) return html`<p class="state" data-testid="unassigned-empty">${t('unassigned.empty')}</p>`;
    const may = this.desk.session.may('post.assign');
    const choices = may ? stations(store, this.desk.scope).map((unit) => unit.id) : [];
    const draw = (id: string): TemplateResult => {
      const post = posts.get(id);
      return post === undefined ? html`` : this.row(post, choices, may);
    };
    return html`
      ${may ? nothing : html`<p class="notice">${t('unassigned.readonly')}</p>`}
      <p class="notice bad" role="alert" ?hidden=${this.failed === undefined}>
        ${one(store, 'post', this.failed?.post)?.name} ${this.failed === undefined ? '' : explain(this.failed.error)}
      </p>
      <haetae-rows label=${t('unassigned.title')} .ids=${[...posts.keys()]} .height=${4.5} .draw=${draw}></haetae-rows>
    `;
  }

  private row(post: Post, choices: readonly string[], may: boolean): TemplateResult {
    const { live, codes } = this.desk;
    const candidates = post.candidates ?? [];
    const state = t(candidates.length > 0 ? 'unassigned.ambiguous' : 'unassigned.unmapped');
    return html`<div class="post" data-testid="unassigned-row" data-post-id=${post.id}>
      <div>
        <p><b>${post.name}</b> ${word(codes, 'postKinds', post.postKind)} <span class="quiet">${state}</span></p>
        <p class="quiet">${postPlace(live.store, post)}</p>
      </div>
      <div class="to" ?hidden=${!may}>
        ${candidates
          .slice(0, 3)
          .map(
            (code) =>
              html`<button
                ?disabled=${this.busy.has(post.id)}
                data-testid="assign"
                data-unit=${code}
                @click=${() => void this.assign(post, code)}
              >
                ${t('unassigned.assign', { unit: unitLabel(live.store, code) })}
              </button>`,
          )}
        <select
          aria-label=${`${post.name}: ${t('unassigned.choose')}`}
          ?disabled=${this.busy.has(post.id)}
          @change=${(event: Event) => void this.assign(post, (event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('unassigned.choose')}</option>
          ${choices.map((code) => html`<option value=${code}>${unitLabel(live.store, code)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private async assign(post: Post, unit: string): Promise<void> {
    if (unit === '' || this.busy.has(post.id)) return;
    const key = `${post.id} ${unit}`;
    const id = this.open.get(key) ?? commandId();
    this.open.set(key, id);
    this.busy = new Set([...this.busy, post.id]);
    this.failed = undefined;
    try {
      await this.desk.command(`/posts/${encodeURIComponent(post.id)}/assignment`, { unit }, id);
      this.open.delete(key);
      this.desk.say(t('unassigned.done', { post: post.name, unit: unitLabel(this.desk.live.store, unit) }));
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.open.delete(key);
      this.failed = { post: post.id, error };
    } finally {
      this.busy = new Set([...this.busy].filter((other) => other !== post.id));
    }
  }
}
