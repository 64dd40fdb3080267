import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import type { Force } from '../core/entities.js';
import { explain } from '../core/explain.js';
import { fromField, number, toField } from '../core/format.js';
import { commandId } from '../core/id.js';
import { subtree, unitLabel, wordsOf } from '../core/place.js';
import type { Post } from '../core/protocol.js';
import { forces, posts } from '../core/remote.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { dialogStyles } from '../ui/dialog.js';
import '../ui/post-search.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';

/** As the server takes: a round has at most so many posts. */
const mostPosts = 20;
const shiftMillis = 8 * 3_600_000;

/** One deployment by hand: whose people, to which post or round, how many, from when until when. */
@customElement('haetae-deployment-entry')
export class DeploymentEntry extends View {
  static override styles = [
    controls,
    dialogStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem 1rem;
        align-items: start;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .end {
        display: flex;
        gap: 0.5rem;
        justify-content: flex-end;
      }
      ol {
        display: grid;
        gap: 0.25rem;
        margin: 0.25rem 0 0.5rem;
      }
      li {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.25rem 0.25rem 0.25rem 0.75rem;
        background: var(--raised);
        border-radius: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  /** From the first opening on: the form keeps what was given, and until then nobody pays for its lists. */
  private begun = false;
  @state() private unit = '';
  @state() private forces: readonly Force[] = [];
  @state() private posts: readonly Post[] = [];
  @state() private wrong = '';
  @state() private busy = false;
  /** Kept over repeats of the same content, so that a second press cannot record it twice. */
  private command = commandId();
  private sent = '';

  async open(): Promise<void> {
    if (!this.desk.session.may('force.plan')) return;
    if (!this.units().some(([code]) => code === this.unit)) this.choose(this.units()[0]?.[0] ?? '');
    this.begun = true;
    // The units are those of the scope as it is now.
    this.requestUpdate();
    await this.updateComplete;
    const field = (name: string): HTMLInputElement => this.form.elements.namedItem(name) as HTMLInputElement;
    if (field('from').value === '') field('from').value = toField(this.desk.now);
    if (field('until').value === '') field('until').value = toField(this.desk.now + shiftMillis);
    this.dialog.showModal();
    field('unit').focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">${this.begun ? this.content() : nothing}</dialog>`;
  }

  private content(): TemplateResult {
    return html`<form data-testid="deployment-form" @submit=${(event: SubmitEvent) => void this.submit(event)}>
      <h2 id="title" class="wide">${t('deploy.title')}</h2>
      <label
        ><span>${t('deploy.unit')}</span
        ><select
          name="unit"
          data-testid="deploy-unit"
          required
          @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
        >
          ${this.units().map(([code, label]) => html`<option value=${code} ?selected=${code === this.unit}>${label}</option>`)}
        </select></label
      >
      <label
        ><span>${t('deploy.force')} (${t('optional')})</span
        ><select name="force" data-testid="deploy-force">
          <option value="">–</option>
          ${this.forces.map((force) => html`<option value=${force.id}>${this.forceLabel(force)}</option>`)}
        </select></label
      >
      <div class="wide">${this.round()}</div>
      <label
        ><span>${t('deploy.planned')}</span
        ><input
          name="planned"
          type="number"
          inputmode="numeric"
          min="1"
          max="10000"
          value="2"
          required
          data-testid="deploy-planned"
      /></label>
      <div></div>
      <label><span>${t('level.from')}</span><input name="from" type="datetime-local" required /></label>
      <label><span>${t('level.until')}</span><input name="until" type="datetime-local" required /></label>
      <p class="notice bad wide" role="alert" data-testid="deploy-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
      <div class="wide end">
        <button type="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
        <button class="main" data-testid="deploy-send" ?disabled=${this.busy}>
          ${t(this.busy ? 'act.sending' : 'deploy.send')}
        </button>
      </div>
    </form>`;
  }

  private round(): TemplateResult {
    return html`<span class="quiet">${t('deploy.posts')}</span> ${
        this.posts.length === 0
          ? nothing
          : html`<ol data-testid="deploy-posts">
              ${this.posts.map(
                (post, index) =>
                  html`<li>
                    <span>${index + 1}. <b>${post.name}</b> <span class="quiet">${wordsOf(post)}</span></span>
                    <button
                      type="button"
                      aria-label=${t('deploy.removePost', { name: post.name })}
                      title=${t('lines.remove')}
                      @click=${() => (this.posts = this.posts.filter(({ id }) => id !== post.id))}
                    >
                      ✕
                    </button>
                  </li>`,
              )}
            </ol>`
      }
      ${
        this.posts.length >= mostPosts
          ? nothing
          : html`<haetae-post-search
              .find=${(query: string) => posts(this.desk.api, this.desk.operation?.id ?? '', this.unit, query)}
              @chosen=${(event: CustomEvent<Post>) => this.add(event.detail)}
            ></haetae-post-search>`
      }`;
  }

  private forceLabel(force: Force): string {
    const of = force.unit === this.unit ? '' : ` · ${unitLabel(this.desk.live.store, force.unit)}`;
    return `${force.name} (${t('force.available')} ${number(force.available)}${t('unit.people')})${of}`;
  }

  private units(): [string, string][] {
    const { live, scope } = this.desk;
    return subtree(live.store, scope).map(({ id }) => [id, unitLabel(live.store, id)]);
  }

  private add(post: Post): void {
    if (!this.posts.some(({ id }) => id === post.id)) this.posts = [...this.posts, post];
  }

  /** Another unit has other forces; one without any is no hindrance, people may be planned without a force. */
  private choose(unit: string): void {
    this.unit = unit;
    this.forces = [];
    forces(this.desk.api, this.desk.operation?.id ?? '', unit).then(
      (found) => {
        if (unit === this.unit) this.forces = found;
      },
      (error: unknown) => (this.wrong = explain(error)),
    );
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    if (this.posts.length === 0) {
      this.wrong = t('deploy.post.needed');
      return;
    }
    const body = this.body();
    const content = JSON.stringify(body);
    if (content !== this.sent) this.command = commandId();
    this.sent = content;
    this.busy = true;
    this.wrong = '';
    try {
      await this.desk.command('/deployments', body, this.command);
      this.desk.say(t('deploy.done'));
      this.reset();
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.sent = '';
      this.wrong = explain(error);
    } finally {
      this.busy = false;
    }
  }

  private body(): object {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    return {
      unit: text('unit'),
      ...(text('force') === '' ? {} : { force: text('force') }),
      posts: this.posts.map(({ id }) => id),
      planned: Number(text('planned')),
      from: fromField(text('from')),
      until: fromField(text('until')),
    };
  }

  /** Unit, force and shift stay: the next deployment is mostly one of the same. */
  private reset(): void {
    this.posts = [];
    this.sent = '';
    this.command = commandId();
    this.dialog.close();
  }
}
