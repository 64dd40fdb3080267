import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Problem } from '../core/api.js';
import { explain } from '../core/explain.js';
import { counted, figure } from '../core/figures.js';
import { number } from '../core/format.js';
import type { Incident } from '../core/protocol.js';
import type { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { drillBand, drillStyles, showIcon } from '../ui/drill.js';
import '../ui/log-in.js';
import { openPasskeys } from '../ui/open-passkeys.js';
import { View } from '../ui/view.js';
import './alarm/alarm-bar.js';
import { appStyles } from './app.css.js';
import { bands } from './bands.js';
import './deployment-entry.js';
import type { DeploymentEntry } from './deployment-entry.js';
import { Desk } from './desk.js';
import './conference/convene.js';
import { flashBand } from './directive/banner.js';
import './directive/compose.js';
import './ask.js';
import './changes/changes.js';
import './enter.js';
import type { Enter } from './enter.js';
import './figures.js';
import './header.js';
import './help.js';
import type { Help } from './help.js';
import { createQuestion } from './operation-questions.js';
import './incident.js';
import type { IncidentView } from './incident.js';
import './incidents.js';
import './liaison.js';
import type { Incidents } from './incidents.js';
import { goal, intent, writes, type Intent } from './keys.js';
import { beneath, middle, room } from './middle.js';
import { lazily, loaded } from './nav/lazy.js';
import './nav/nav.js';
import { isAct } from './triage/acts.js';
import './triage/bulk-review.js';
import './triage/chooser.js';
import './wall/dialog.js';
import type { WallDialog } from './wall/dialog.js';
import { Recovery } from './wall/recovery.js';
import './wall/wall.js';

const restartMillis = 3_000;
const saidMillis = 6_000;
/** So long after `g` a letter names a page. */
const goMillis = 1_500;

@customElement('haetae-dashboard')
export class Dashboard extends View {
  static override styles = [controls, drillStyles, appStyles];

  private readonly desk = new Desk();
  @query('haetae-incidents') private incidents?: Incidents;
  @query('haetae-incident') private incident?: IncidentView;
  @query('haetae-enter') private enter?: Enter;
  @query('haetae-deployment-entry') private deployment?: DeploymentEntry;
  @query('haetae-help') private help?: Help;
  @query('haetae-wall-dialog') private wallDialog?: WallDialog;
  private readonly recovery = new Recovery(this.desk);
  /** Where there is room for one of the two: the incidents instead of the page. */
  @state() private listing = false;
  private goingAt = Number.NEGATIVE_INFINITY;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** What is being said: said anew it stays for as long again, whatever else is drawn meanwhile. */
  private said = '';
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  protected override signals(): readonly Signal[] {
    const { desk } = this;
    return [
      desk.session.changed,
      desk.changed,
      desk.moved,
      desk.alarms.changed,
      desk.live.changed,
      desk.live.beat,
      loaded,
      room,
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
    void this.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.onKey);
    this.recovery.attend(false);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { desk } = this;
    this.recovery.attend(desk.route.wall !== undefined);
    const inside = desk.session.state.is === 'in';
    if (inside && desk.sees) this.dataset['freshness'] = desk.live.freshness;
    else delete this.dataset['freshness'];
    showIcon(inside && this.drill);
    const waiting = figure(counted(desk.live.store, desk.scope), 'incidents.unacknowledged');
    document.title = [
      desk.alarms.title,
      waiting > 0 ? `(${number(waiting)})` : '',
      this.drill ? t('drill.band') : '',
      t('app.name'),
    ]
      .join(' ')
      .trim();
    if (desk.said === this.said) return;
    this.said = desk.said;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => desk.say(''), saidMillis);
  }

  protected override render(): TemplateResult {
    const { session } = this.desk;
    switch (session.state.is) {
      case 'starting':
        return html`<p class="state" role="status">${t('loading')}</p>`;
      case 'unreachable':
        return html`<p class="state" role="status" data-testid="unreachable">${t('login.unreachable')}</p>`;
      case 'out':
        return html`<main class="plain">
          <haetae-log-in .session=${session} subtitle=${t('app.dashboard')}></haetae-log-in>
        </main>`;
      case 'in':
        return this.inside();
    }
  }

  private inside(): TemplateResult {
    const { desk } = this;
    if (this.walled) return this.wall();
    if (this.printed)
      return lazily('sheet', () => import('./print/sheet.js'), html`<haetae-sheet .desk=${desk}></haetae-sheet>`);
    return html`
      <div class="bands">
        ${drillBand(this.drill)}
        <haetae-header
          .desk=${desk}
          @help=${() => this.help?.open()}
          @wall=${() => this.wallDialog?.open()}
          @passkeys=${() => void openPasskeys(this.renderRoot, desk.session)}
        ></haetae-header>
        ${desk.sees && !desk.liaison ? html`<haetae-alarm-bar .desk=${desk}></haetae-alarm-bar>` : nothing}
        ${bands(desk)} ${desk.sees ? flashBand(desk) : nothing}
      </div>
      ${this.obstacle() ?? this.page()}
      <div class="said" role="status" aria-live="polite" data-testid="said">${desk.said}</div>
      <haetae-help></haetae-help>
      <haetae-wall-dialog .desk=${desk}></haetae-wall-dialog>
      <haetae-ask .desk=${desk}></haetae-ask>
      <haetae-compose .desk=${desk}></haetae-compose>
      <haetae-convene .desk=${desk}></haetae-convene>
      <haetae-chooser .desk=${desk}></haetae-chooser>
      <haetae-bulk-review .desk=${desk} @applied=${() => this.incidents?.unselect()}></haetae-bulk-review>
    `;
  }

  private get walled(): boolean {
    const { desk } = this;
    return desk.route.wall !== undefined && desk.sees && !desk.liaison;
  }

  private get printed(): boolean {
    const { desk } = this;
    // Not before the first tick: only then is it known of when the picture is.
    return desk.route.sheet !== undefined && desk.sees && !desk.liaison && desk.live.asOf !== undefined;
  }

  private wall(): TemplateResult {
    const { desk } = this;
    return html`
      <div class="bands wall">
        ${drillBand(this.drill)} <haetae-alarm-bar wall .desk=${desk}></haetae-alarm-bar> ${bands(desk)}
      </div>
      ${this.obstacle() ?? html`<haetae-wall .desk=${desk}></haetae-wall>`}
    `;
  }

  private page(): TemplateResult {
    const { desk } = this;
    if (desk.liaison) return html`<main class="plain"><haetae-liaison .desk=${desk}></haetae-liaison></main>`;
    return desk.sees ? this.work() : this.blind();
  }

  private work(): TemplateResult {
    const { desk } = this;
    const { incident } = desk.route;
    return html`
      <main class="${incident === undefined ? '' : 'detailed'} ${this.listing ? 'listing' : ''}">
        <haetae-figures .desk=${desk} role="region" tabindex="0" aria-label=${t('figures.title')}></haetae-figures>
        <section class="middle">
          <haetae-nav .desk=${desk}></haetae-nav> ${middle(desk, () => void this.deployment?.open())} ${beneath(desk)}
        </section>
        ${incident === undefined ? nothing : html`<haetae-incident .desk=${desk}></haetae-incident>`}
        <div class="side">
          <haetae-incidents .desk=${desk} @enter=${() => this.enter?.open()}></haetae-incidents>
          <haetae-changes .desk=${desk}></haetae-changes>
        </div>
        <div class="switch" role="group" aria-label=${t('nav.switch')}>
          ${this.switchTo(false, t('nav.page'))} ${this.switchTo(true, this.listed())}
        </div>
      </main>
      <haetae-enter .desk=${desk}></haetae-enter>
      <haetae-deployment-entry .desk=${desk}></haetae-deployment-entry>
    `;
  }

  private listed(): string {
    const tally = counted(this.desk.live.store, this.desk.scope);
    const [open, waiting] = [figure(tally, 'incidents.open'), figure(tally, 'incidents.unacknowledged')];
    const said = waiting === 0 ? '' : ` · ${t('figures.unacknowledged')} ${number(waiting)}`;
    return `${t('list.title')} ${number(open)}${said}`;
  }

  private switchTo(listing: boolean, words: string): TemplateResult {
    const pressed = this.listing === listing ? 'true' : 'false';
    const act = (): void => {
      this.listing = listing;
      this.desk.leave('incident');
    };
    return html`<button data-testid="switch-${listing ? 'list' : 'page'}" aria-pressed=${pressed} @click=${act}>
      ${words}
    </button>`;
  }

  /** The desk of an account that the live picture is not for: what it manages, over the whole width. */
  private blind(): TemplateResult {
    const { desk } = this;
    return html`<main class="blind">
      <section class="middle">
        <p class="notice" data-testid="blind">${t('desk.blind')}</p>
        <haetae-nav .desk=${desk}></haetae-nav> ${middle(desk)}
      </section>
    </main>`;
  }

  /** What stands in the way of any picture: no permission, no operation, no answer. */
  private obstacle(): TemplateResult | undefined {
    const { desk } = this;
    const { failure } = desk;
    if (!desk.sees && !desk.session.may('operation.see'))
      return html`<p class="state" data-testid="forbidden">${t('list.forbidden')}</p>`;
    if (failure instanceof Problem && failure.status === 403) {
      return html`<p class="state" role="alert" data-testid="forbidden">${t('list.forbidden')}</p>`;
    }
    if (failure !== undefined) {
      return html`<div class="state" role="alert">
        <p>${t('operation.failed')} ${explain(failure)}</p>
        <button @click=${() => void desk.load()}>${t('retry')}</button>
      </div>`;
    }
    if (desk.list?.length === 0) {
      return html`<div class="state" data-testid="no-operation">
        <p>${t('operation.none')} ${t('operation.none.do')}</p>
        ${desk.session.may('operation.manage') ? html`<button @click=${() => desk.ask(createQuestion(desk))}>${t('operation.create')}</button>` : nothing}
      </div>`;
    }
    return undefined;
  }

  private get drill(): boolean {
    return this.desk.operation?.kind === 'DRILL';
  }

  private async begin(): Promise<void> {
    await this.desk.session.start();
    if (this.desk.session.state.is === 'unreachable') setTimeout(() => void this.begin(), restartMillis);
  }

  private key(event: KeyboardEvent): void {
    // A commission has none of the acts that keys are for, a wall nobody to act.
    if (this.desk.liaison) return;
    if (this.walled || this.printed) {
      if (event.key === 'Escape' && this.walled) this.desk.leave('wall');
      else if (event.key === 'Escape') this.desk.leave('sheet');
      return;
    }
    if (this.desk.session.state.is !== 'in' || this.renderRoot.querySelector('haetae-enter,haetae-help') === null)
      return;
    if (document.querySelector('dialog[open]') !== null || this.dialogOpen()) return;
    if (this.choosing(event)) {
      event.preventDefault();
      return;
    }
    const meant = intent(event);
    const page = performance.now() - this.goingAt < goMillis ? goal(event) : undefined;
    this.goingAt = Number.NEGATIVE_INFINITY;
    if (meant === undefined && page === undefined) return;
    event.preventDefault();
    if (page !== undefined) {
      if (this.desk.offered.includes(page)) this.desk.turn(page);
      return;
    }
    if (meant === undefined) return;
    this.act(meant);
  }

  private choosing(event: KeyboardEvent): boolean {
    const writing = writes(event.composedPath()[0]) && event.key !== 'Escape';
    return !writing && this.desk.acting.key(event);
  }

  private dialogOpen(): boolean {
    const holders = this.renderRoot.querySelectorAll(
      'haetae-enter, haetae-help, haetae-ask, haetae-compose, haetae-convene, haetae-deployment-entry, haetae-bulk-review, haetae-wall-dialog, haetae-passkeys',
    );
    return [...holders].some((holder) => holder.shadowRoot?.querySelector('dialog[open]') != null);
  }

  private act(meant: Intent): void {
    if (isAct(meant)) {
      this.desk.acting.begin(meant, this.targets());
      return;
    }
    switch (meant) {
      case 'go':
        this.goingAt = performance.now();
        break;
      case 'search':
        this.incidents?.focusSearch();
        break;
      case 'next':
        this.incidents?.move(1);
        break;
      case 'previous':
        this.incidents?.move(-1);
        break;
      case 'open':
        this.incidents?.open();
        break;
      case 'extendNext':
        this.incidents?.extend(1);
        break;
      case 'extendPrevious':
        this.incidents?.extend(-1);
        break;
      case 'select':
        this.incidents?.toggle();
        break;
      case 'fresh':
        this.incidents?.showFresh();
        break;
      case 'enter':
        this.enter?.open();
        break;
      case 'answer':
        this.desk.orders.answer();
        break;
      case 'chase':
        this.desk.orders.chase();
        break;
      case 'help':
        this.help?.open();
        break;
      case 'escape':
        this.escape();
        break;
    }
  }

  /** What is selected, else the row that the keyboard is on, else the incident that is open. */
  private targets(): readonly Incident[] {
    const listed = this.incidents?.targets() ?? [];
    const open = this.incident?.shown;
    return listed.length === 0 && open !== undefined ? [open] : listed;
  }

  private escape(): void {
    if (this.incidents?.unselect() === true) return;
    const { desk } = this;
    const order = ['incident', 'post', 'box', 'transport', 'centre', 'directive', 'conference'] as const;
    const open = order.find((field) => desk.route[field] !== undefined);
    if (open !== undefined) desk.leave(open);
    else this.incidents?.leave();
  }
}
