import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { wordsOf } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from './view.js';

const pauseMillis = 200;

/** Finds a post by name or address. Fires `chosen` with the post in `detail`. */
@customElement('haetae-post-search')
export class PostSearch extends View {
  static override styles = [
    controls,
    css`
      ul {
        max-height: 16rem;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        margin-top: 0.25rem;
      }
      li button {
        width: 100%;
        min-height: 3rem;
        text-align: left;
        white-space: normal;
        border: 0;
        border-bottom: 1px solid var(--line);
        border-radius: 0;
        background: var(--panel);
      }
      small {
        display: block;
        color: var(--quiet);
        font-size: 0.875rem;
      }
      input {
        min-height: 2.5rem;
      }
      @media (pointer: coarse) {
        input {
          min-height: 3rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) find!: (query: string) => Promise<readonly Post[]>;
  @state() private found: readonly Post[] | undefined;
  @state() private wrong = '';
  @query('input') private input!: HTMLInputElement | null;
  private asked = 0;

  protected override render(): TemplateResult {
    return html`
      <input
        type="search"
        data-testid="post-search"
        aria-label=${t('enter.postSearch')}
        placeholder=${t('enter.postSearch')}
        autocomplete="off"
        @input=${(event: InputEvent) => void this.typed((event.target as HTMLInputElement).value)}
      />
      <div role="status">
        ${this.wrong === '' ? nothing : html`<p class="notice bad">${this.wrong}</p>`}
        ${this.found?.length === 0 ? html`<p class="state">${t('post.search.empty')}</p>` : nothing}
      </div>
      <ul ?hidden=${this.found === undefined || this.found.length === 0}>
        ${this.found?.map(
          (post) =>
            html`<li>
              <button type="button" data-testid="post-found" data-post-id=${post.id} @click=${() => this.choose(post)}>
                ${post.name}<small>${wordsOf(post)}</small>
              </button>
            </li>`,
        )}
      </ul>
    `;
  }

  private async typed(query: string): Promise<void> {
    const turn = ++this.asked;
    if (query.trim() === '') {
      this.found = undefined;
      return;
    }
    await new Promise((done) => setTimeout(done, pauseMillis));
    if (turn !== this.asked) return;
    try {
      const found = await this.find(query.trim());
      if (turn !== this.asked) return;
      this.found = found;
      this.wrong = '';
    } catch (error) {
      this.wrong = `${t('post.search.failed')} ${explain(error)}`;
    }
  }

  private choose(post: Post): void {
    this.found = undefined;
    // Where the search stays, the next post is looked for.
    if (this.input !== null) this.input.value = '';
    this.dispatchEvent(new CustomEvent('chosen', { detail: post }));
  }
}
