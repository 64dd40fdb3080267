import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { explain } from '../core/explain.js';
import { moment } from '../core/format.js';
import { postOf } from '../core/post-code.js';
import type { Signal } from '../core/signal.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { drillBand, drillStyles, showIcon } from '../ui/drill.js';
import '../ui/log-in.js';
import { openPasskeys } from '../ui/open-passkeys.js';
import '../ui/preferences.js';
import { View } from '../ui/view.js';
import { appStyles } from './app.css.js';
import { goHome, goTo } from './back-step.js';
import { FieldDesk } from './desk.js';
import { dutyActs, signOff, type Presses } from './duty-acts.js';
import './duty-card.js';
import { Edition } from './edition.js';
import './frozen.js';
import { kept } from './kept.js';
import './next-stop.js';
import './order-cards.js';
import './outbox-list.js';
import type { Item } from './outbox.js';
import { pressMillis } from './press.js';
import './report.js';
import type { Waiting } from './room.js';
import './round.js';
import './site-card.js';
import './site-form.js';
import './transport-card.js';
import './transport-form.js';
import { formOfTask } from './transport-desk.js';
import './urgent-card.js';
import './visit-card.js';
import './visit.js';

const report = '#report';
const round = '#round';
const visit = '#visit';
const transport = '#transport';
const site = '#site';

const forms = [report, round, visit, transport, site] as const;
type Form = (typeof forms)[number];

@customElement('haetae-field')
export class FieldPage extends View {
  static override styles = [controls, drillStyles, appStyles];

  private readonly desk = new FieldDesk();
  private readonly edition = new Edition(() => this.writing === undefined && this.desk.draft === undefined);
  @state() private ready = false;
  @state() private writing: Form | undefined;
  @state() private busy = false;
  @state() private wrong = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.changed, this.desk.session.changed, this.edition.changed];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The phone's back button leaves the form, not the page.
    window.addEventListener('popstate', () => (this.writing = formOf(location.hash)));
    for (const event of ['online', 'offline']) window.addEventListener(event, () => this.requestUpdate());
    setInterval(() => this.desk.changed.emit(), 1000);
    this.edition.begin();
    void this.desk.begin().then(() => (this.ready = true));
    const named = postOf(location.href);
    if (named !== undefined) kept.set('named', named);
    // Loaded anew, everything begins at the home; what was being written is kept.
    history.replaceState(undefined, '', location.pathname);
  }

  protected override willUpdate(): void {
    showIcon(this.drill);
    document.title = [this.drill ? t('drill.band') : '', t('app.name'), t('app.field')].join(' ').trim();
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    if (!this.ready || desk.session.state.is === 'starting')
      return html`<p class="state" role="status">${t('loading')}</p>`;
    if (desk.account === undefined) {
      if (desk.session.state.is === 'unreachable')
        return html`<p class="state" role="status">${t('login.unreachable')}</p>`;
      return html`<main class="login">
        <haetae-frozen .desk=${desk}></haetae-frozen>
        <haetae-log-in .session=${desk.session} subtitle=${t('app.field')}></haetae-log-in>
      </main>`;
    }
    return html`<div class="top">${drillBand(this.drill)} ${this.queue()}</div>
      ${this.writing === undefined ? this.home() : this.form(this.writing)}`;
  }

  private form(form: Form): TemplateResult {
    return html`<main class="report">${this.fields(form)}</main>`;
  }

  private fields(form: Form): TemplateResult {
    const { desk } = this;
    const done = (): void => this.leave();
    switch (form) {
      case report:
        return html`<haetae-report .desk=${desk} @done=${done}></haetae-report>`;
      case round:
        return html`<haetae-round .desk=${desk} @done=${done}></haetae-round>`;
      case visit:
        return html`<haetae-visit .desk=${desk} @done=${done}></haetae-visit>`;
      case site:
        return html`<haetae-site-form .desk=${desk} @done=${done}></haetae-site-form>`;
      case transport:
        return html`<haetae-transport-form .desk=${desk} @done=${done}></haetae-transport-form>`;
    }
  }

  /** What is not sent yet is always in sight. */
  private queue(): TemplateResult {
    const { desk } = this;
    const { unsent } = desk;
    // Not said before it is known: an officer who reads that all is sent puts the phone away.
    const known = desk.itemsOf === desk.account?.id;
    const online = navigator.onLine && desk.session.state.is === 'in';
    return html`<div
      class="queue ${unsent > 0 ? 'unsent' : ''}"
      role="status"
      data-testid="queue"
      data-unsent=${known ? unsent : nothing}
    >
      <b
        >${!known ? t('loading') : unsent > 0 ? `… ${t('outbox.unsent', { n: unsent })}` : `✓ ${t('outbox.allSent')}`}</b
      >
      <span data-testid="connection" data-online=${online ? 'true' : 'false'}
        >${online ? `● ${t('field.online')}` : `✕ ${t('field.offline')}`}</span
      >
    </div>`;
  }

  private home(): TemplateResult {
    const { desk } = this;
    return html`<main>
      <header>
        <div>
          <h1>${t('app.name')} ${t('app.field')}</h1>
          <span class="quiet" data-testid="account">${t('field.hello', { name: desk.account?.name ?? '' })}</span>
          ${this.operations()}
        </div>
        <haetae-preferences></haetae-preferences>
      </header>
      <haetae-urgent .desk=${desk}></haetae-urgent>
      <haetae-frozen .desk=${desk}></haetae-frozen>
      ${desk.duty.named === undefined ? nothing : html`<p class="notice" role="status" data-testid="named">${t('scan.later')}</p>`}
      ${this.edition.waiting ? this.newer() : nothing} ${desk.lost === undefined ? nothing : this.lost(desk.lost)}
      ${desk.leftOut > 0 ? html`<p class="notice bad" role="alert" data-testid="left-out">${t('field.leftOut', { n: desk.leftOut })}</p>` : nothing}
      ${desk.fleeting > 0 ? html`<p class="notice bad" role="alert" data-testid="fleeting">${t('field.full', { n: desk.fleeting })}</p>` : nothing}
      ${desk.others > 0 ? html`<p class="notice late">${t('outbox.others', { n: desk.others })}</p>` : nothing}
      ${desk.list?.length === 0 ? html`<p class="notice bad">${t('operation.none')} ${t('operation.none.do')}</p>` : nothing}
      ${desk.draft === undefined ? nothing : this.draft()}
      ${desk.operation === undefined ? nothing : html`<haetae-orders .desk=${desk}></haetae-orders>`}
      ${desk.operation === undefined ? nothing : html`<haetae-next-stop .desk=${desk}></haetae-next-stop><haetae-duty .desk=${desk}></haetae-duty>`}
      ${desk.sites.any ? html`<haetae-site-card .desk=${desk} @write=${() => this.write(site)}></haetae-site-card>` : nothing}
      ${desk.transports.any ? html`<haetae-transport-card .desk=${desk} @write=${() => this.write(transport)}></haetae-transport-card>` : nothing}
      <haetae-inside .desk=${desk} @enter=${() => this.write(visit)}></haetae-inside>
      ${desk.operation !== undefined && !desk.duty.open ? html`<p class="notice late">${t('duty.closed')}</p>` : nothing}
      <haetae-outbox .desk=${desk} @edit=${(event: CustomEvent<Item>) => void this.edit(event.detail)}></haetae-outbox>
      <div class="last">
        ${signOff(desk.duty, this.presses)}
        <button class="plain" data-testid="passkeys-open" @click=${() => void this.passkeys()}>
          ${t('passkey.open')}
        </button>
        <button class="plain" data-testid="logout" @click=${() => void this.logOut()}>${t('login.out')}</button>
      </div>
      <footer>
        <p class="notice bad" role="alert" data-testid="duty-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        ${dutyActs(desk.duty, this.presses)}
      </footer>
    </main>`;
  }

  private newer(): TemplateResult {
    return html`<div class="notice" data-testid="edition">
      <p>${t('field.edition')}</p>
      <div class="do">
        <button data-testid="edition-take" @click=${() => this.edition.take()}>${t('field.edition.take')}</button>
      </div>
    </div>`;
  }

  private lost({ reports, at }: Waiting): TemplateResult {
    return html`<div class="notice bad" role="alert" data-testid="lost">
      <p>${t('field.lost', { n: reports, at: moment(new Date(at).toISOString(), Date.now()) })}</p>
      <div class="do">
        <button data-testid="lost-noted" @click=${() => this.desk.noted()}>${t('field.lost.noted')}</button>
      </div>
    </div>`;
  }

  private get presses(): Presses {
    return {
      busy: this.busy,
      press: (word, act) => void this.press(word, act),
      situation: () => this.write(round),
      incident: () => this.write(report),
      urgent: () => this.desk.urgent.press(),
    };
  }

  private async press(word: Word, act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.wrong = '';
    try {
      await act();
    } catch {
      this.wrong = `${t(word)}: ${t('field.save.failed')}`;
    }
    setTimeout(() => (this.busy = false), pressMillis);
  }

  private operations(): TemplateResult {
    const { list, operation } = this.desk;
    const open = list?.filter((entry) => entry.state === 'OPEN') ?? [];
    if (open.length < 2) return html`<span class="quiet" data-testid="operation">${operation?.name}</span>`;
    return html`<select
      data-testid="operation"
      aria-label=${t('nav.operation')}
      @change=${(event: Event) => this.desk.choose((event.target as HTMLSelectElement).value)}
    >
      ${open.map((entry) => html`<option value=${entry.id} ?selected=${entry.id === operation?.id}>${entry.name}</option>`)}
    </select>`;
  }

  private draft(): TemplateResult {
    return html`<div class="notice late" data-testid="draft">
      <p><b>${t('field.draft')}</b> ${this.desk.draft?.text.slice(0, 60)}</p>
      <div class="do">
        <button data-testid="draft-resume" @click=${() => this.write(report)}>${t('field.draft.resume')}</button>
        <button data-testid="draft-discard" @click=${() => void this.discard()}>${t('field.draft.discard')}</button>
      </div>
    </div>`;
  }

  private write(form: Form): void {
    goTo(form);
    this.writing = form;
  }

  private leave(): void {
    goHome();
    this.writing = undefined;
  }

  private async edit(item: Item): Promise<void> {
    if (item.task.what === 'visit') {
      this.desk.visits.keep({ ...item.task.body, post: item.task.post, replaces: item.id });
      this.write(visit);
    }
    if (item.task.what === 'transport') {
      const form = formOfTask(item.task);
      if (form === undefined) return;
      this.desk.transports.writing = { route: item.task.route, form, replaces: item.id };
      this.write(transport);
    }
    if (item.task.what !== 'incident') return;
    const { kind, code, text, post, position, occurredAt } = item.task.body;
    await this.desk.write({
      kind,
      code,
      text,
      occurredAt,
      replaces: item.id,
      ...(post === undefined ? {} : { post: { id: post, name: item.place } }),
      ...(position === undefined ? {} : { position: { ...position, accuracy: 0 } }),
    });
    this.write(report);
  }

  private async discard(): Promise<void> {
    if (!confirm(t('field.draft.discard.sure'))) return;
    await this.desk.write(undefined);
    this.requestUpdate();
  }

  private async passkeys(): Promise<void> {
    await openPasskeys(this.renderRoot, this.desk.session).catch((error: unknown) => alert(explain(error)));
  }

  private async logOut(): Promise<void> {
    const { unsent } = this.desk;
    if (unsent > 0 && !confirm(t('login.out.unsent', { n: unsent }))) return;
    await this.desk.session.logOut().catch((error: unknown) => alert(explain(error)));
  }

  private get drill(): boolean {
    return this.desk.account !== undefined && this.desk.operation?.kind === 'DRILL';
  }
}

function formOf(hash: string): Form | undefined {
  return forms.find((form) => form === hash);
}
