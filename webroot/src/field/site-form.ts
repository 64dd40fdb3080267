import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sealsOf } from '../core/boxes.js';
import { entries, word } from '../core/codes.js';
import { labelOf } from '../core/forms.js';
import type { Signal } from '../core/signal.js';
import { cordons } from '../core/sites.js';
import { t, type Word } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { View } from '../ui/view.js';
import type { FieldDesk } from './desk.js';
import { choice, counter } from './inputs.js';
import { notKept, pictures } from './pictures.js';
import { reportStyles } from './report.css.js';
import type { SiteDraft, SiteFormName } from './site-desk.js';

const mostPeople = 100;
const mostBoxes = 500;
const mostInCordon = 2000;
const titles: Readonly<Record<SiteFormName, Word>> = {
  'seal-checks': 'site.seals',
  cameras: 'storage.camera.report',
  accesses: 'storage.enter',
  opening: 'site.open',
  cordons: 'counting.cordons',
};

/** Seals with photographs, a camera, or somebody who goes in, written at the storage. Every touch is kept. Fires `done`. */
@customElement('haetae-site-form')
export class SiteForm extends View {
  static override styles = [controls, reportStyles];

  @property({ attribute: false }) desk!: FieldDesk;
  @state() private draft!: SiteDraft;
  @state() private wrong = '';
  @state() private busy = false;

  protected override signals(): readonly Signal[] {
    return [this.desk.changed];
  }

  protected override willUpdate(): void {
    const { sites } = this.desk;
    if (!this.hasUpdated) this.draft = sites.draft(sites.writing ?? 'seal-checks');
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    return html`<form
      data-testid="site-form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.send();
      }}
    >
      <header>
        <button type="button" data-testid="back" @click=${() => this.done()}>‹ ${t('field.back')}</button>
        <h1>${t(titles[draft.form])}</h1>
      </header>
      <p><b>${this.desk.duty.post?.name}</b></p>
      ${this.fields(draft)}
      <footer>
        <p class="notice bad" role="alert" data-testid="site-error" ?hidden=${this.wrong === ''}>${this.wrong}</p>
        <button class="main big" data-testid="site-send" ?disabled=${this.busy}>${t('field.send')}</button>
      </footer>
    </form>`;
  }

  private fields(draft: SiteDraft): TemplateResult {
    switch (draft.form) {
      case 'seal-checks':
        return this.seals(draft);
      case 'cameras':
        return this.camera(draft);
      case 'accesses':
        return this.access(draft);
      case 'opening':
        return this.opening(draft);
      case 'cordons':
        return this.cordons(draft);
    }
  }

  private seals(draft: SiteDraft): TemplateResult {
    const found = draft.intact === undefined ? '' : String(draft.intact);
    return html`${choice(
        t('storage.sealCheck.found'),
        [
          ['true', t('storage.intact')],
          ['false', t('storage.broken')],
        ],
        found,
        (value) => this.keep({ intact: value === 'true' }),
      )}
      <p class="quiet">${t('storage.sealCheck.text', { seals: this.desk.sites.sealed.join(', ') || '–' })}</p>
      ${this.text('seals', 'site.sealsRead', draft.seals, 400)}
      ${pictures({
        files: draft.files,
        busy: this.busy,
        add: (chosen) => void this.add(chosen),
        remove: (file) => {
          this.keep({ files: draft.files.filter(({ id }) => id !== file.id) });
          void this.desk.files.unchoose(file);
        },
        bytes: (file) => this.desk.files.bytesOf(file.id),
      })}`;
  }

  private camera(draft: SiteDraft): TemplateResult {
    const known = this.desk.sites.cameras.map((camera): [string, string] => [camera, camera]);
    return html`${known.length === 0 ? nothing : choice(t('storage.cameras'), known, draft.camera, (camera) => this.keep({ camera }))}
    ${this.text('camera', 'storage.camera', draft.camera, 40)}
    ${choice(
      t('transport.state'),
      [
        ['false', t('site.camera.down')],
        ['true', t('site.camera.up')],
      ],
      String(draft.up),
      (value) => this.keep({ up: value === 'true' }),
    )}`;
  }

  private access(draft: SiteDraft): TemplateResult {
    const who = entries(this.desk.codes, 'storageVisitors').map((entry): [string, string] => [
      String(entry.code),
      labelOf(entry),
    ]);
    return html`${choice(t('storage.visitor'), who, draft.who, (chosen) => this.keep({ who: chosen }))}
    ${counter({
      label: t('storage.people'),
      said: t('storage.people.n', { n: draft.people }),
      value: draft.people,
      least: 1,
      most: mostPeople,
      testId: 'people',
      change: (people) => this.keep({ people }),
    })}
    ${this.text('reason', 'ask.reason', draft.reason, 500)}`;
  }

  private opening(draft: SiteDraft): TemplateResult {
    return html`<p>${t('site.open.text')}</p>
      ${counter({
        label: t('site.open.boxes'),
        said: t('site.open.boxes.n', { n: draft.boxes }),
        value: draft.boxes,
        least: 1,
        most: mostBoxes,
        testId: 'open-boxes',
        change: (boxes) => this.keep({ boxes }),
      })}
      ${this.text('seals', 'site.sealsRead', draft.seals, 400)}
      ${counter({
        label: t('site.open.observers'),
        said: t('storage.people.n', { n: draft.observers }),
        value: draft.observers,
        least: 0,
        most: mostPeople,
        testId: 'open-observers',
        change: (observers) => this.keep({ observers }),
      })}`;
  }

  private cordons(draft: SiteDraft): TemplateResult {
    const planned = new Map((this.desk.sites.counting?.cordons ?? []).map((one) => [one.cordon, one.planned]));
    return html`${cordons.map((cordon) => {
      const plan = planned.get(cordon);
      const value = draft.strengths[cordon] ?? 0;
      return counter({
        label: `${word(this.desk.codes, 'cordons', cordon)}${plan == null ? '' : ` · ${t('counting.planned')} ${String(plan)}`}`,
        said: t('storage.people.n', { n: value }),
        value,
        least: 0,
        most: mostInCordon,
        testId: `cordon-${cordon}`,
        change: (actual) => this.keep({ strengths: { ...draft.strengths, [cordon]: actual } }),
      });
    })}`;
  }

  private text(name: 'seals' | 'camera' | 'reason', label: Word, value: string, most: number): TemplateResult {
    return html`<label
      ><span>${t(label)}</span
      ><input
        data-testid="site-${name}"
        maxlength=${most}
        autocomplete="off"
        .value=${value}
        @input=${(event: InputEvent) => this.keep({ [name]: (event.target as HTMLInputElement).value })}
    /></label>`;
  }

  private keep(change: Partial<SiteDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.wrong = '';
    this.desk.sites.keep(this.draft);
  }

  private async add(chosen: readonly File[]): Promise<void> {
    this.busy = true;
    const wrong: string[] = [];
    for (const file of chosen) {
      try {
        this.keep({ files: [...this.draft.files, await this.desk.files.keep(file)] });
      } catch (error) {
        wrong.push(notKept(file.name, error));
      }
    }
    this.wrong = wrong.join(' ');
    this.busy = false;
  }

  private lacking({ form, seals, intact, camera, reason, strengths }: SiteDraft): Word | undefined {
    switch (form) {
      case 'seal-checks':
        if (intact === undefined) return 'site.found.none';
        return sealsOf(seals).length === 0 ? 'site.seals.none' : undefined;
      case 'cameras':
        return camera.trim() === '' ? 'site.camera.none' : undefined;
      case 'accesses':
        return reason.trim() === '' ? 'site.reason.none' : undefined;
      case 'opening':
        return sealsOf(seals).length === 0 ? 'site.seals.none' : undefined;
      case 'cordons':
        return Object.keys(strengths).length === 0 ? 'site.cordons.none' : undefined;
    }
  }

  private async send(): Promise<void> {
    if (this.busy) return;
    const lacking = this.lacking(this.draft);
    if (lacking !== undefined) {
      this.wrong = t(lacking);
      return;
    }
    this.busy = true;
    try {
      await this.desk.sites.write(this.draft);
      this.done();
    } catch {
      this.wrong = t('field.save.failed');
    } finally {
      this.busy = false;
    }
  }

  private done(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
