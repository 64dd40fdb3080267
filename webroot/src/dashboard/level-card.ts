import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../core/codes.js';
import type { Level, Muster } from '../core/entities.js';
import { percent } from '../core/figures.js';
import { moment, number } from '../core/format.js';
import { compliance, settled, share } from '../core/levels.js';
import { isAbove, unitLabel, unitName } from '../core/place.js';
import type { Person } from '../core/protocol.js';
import { all } from '../core/store.js';
import { t } from '../i18n/index.js';
import { controls } from '../style/controls.js';
import { levelMark, levelStyles } from '../ui/level-mark.js';
import { View } from '../ui/view.js';
import type { Desk } from './desk.js';
import { levelActs } from './level-acts.js';
import { actQuestion } from './level-questions.js';
import './muster-course.js';
import './musters.js';
import { panelStyles } from './panel.css.js';

/** One declaration: what, where, how long, who, what is missing, and how it was followed. */
@customElement('haetae-level-card')
export class LevelCard extends View {
  static override styles = [
    controls,
    panelStyles,
    levelStyles,
    css`
      :host {
        display: block;
        padding: 0;
        overflow: visible;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) level!: Level;
  @state() private opened = false;
  @state() private course = false;

  protected override render(): TemplateResult {
    const { desk, level } = this;
    const needs = level.needs ?? [];
    const waits = needs.length > 0 && !settled(level);
    return html`<article class="card ${waits ? 'waits' : ''}" data-testid="level-card" data-state=${level.state}>
      <div class="title">
        <h3>${levelMark(desk.codes, level.level)} ${unitName(desk.live.store, level.unit)}</h3>
        <span class="quiet">${this.span()}</span>
        <span class="state-word">${word(desk.codes, 'levelStates', level.state)}</span>
      </div>
      <p>${level.reason}</p>
      ${waits ? html`<p class="warn">⚠ ${needs.map((need) => t('level.needs', { need: word(desk.codes, 'levelNeeds', need) })).join(' · ')}</p>` : nothing}
      <p class="quiet">${this.people()}</p>
      ${this.muster()} ${this.acts()}
      ${this.opened ? html`<haetae-musters .desk=${desk} .musters=${this.musters()}></haetae-musters>` : nothing}
      ${
        this.course
          ? html`<haetae-muster-course
              .desk=${desk}
              .level=${level}
              .stamp=${Math.max(0, ...this.musters().map(({ seq }) => seq))}
            ></haetae-muster-course>`
          : nothing
      }
    </article>`;
  }

  private span(): string {
    const { level, desk } = this;
    const until = level.until == null ? t('level.until.lifted') : moment(level.until, desk.asOf);
    return `${moment(level.from, desk.asOf)} – ${until}${level.urgent === true ? ` · ${t('level.urgent')}` : ''}`;
  }

  private people(): string {
    const { level } = this;
    const by = (
      key: 'level.by' | 'level.confirmedBy' | 'level.approvedBy',
      person: Person | null | undefined,
    ): string => (person == null ? '' : t(key, { who: this.person(person) }));
    const declared = level.declaredBy == null ? t('level.byPlan') : by('level.by', level.declaredBy);
    const ended =
      level.endedAt == null
        ? ''
        : [
            t('level.endedAt', { at: moment(level.endedAt, this.desk.asOf) }),
            this.person(level.endedBy),
            level.endReason,
          ]
            .filter(Boolean)
            .join(' · ');
    return [declared, by('level.confirmedBy', level.confirmedBy), by('level.approvedBy', level.approvedBy), ended]
      .filter(Boolean)
      .join(' / ');
  }

  private person(person: Person | null | undefined): string {
    return [person?.name, person?.unit == null ? '' : unitLabel(this.desk.live.store, person.unit)]
      .filter(Boolean)
      .join(' ');
  }

  private musters(): Muster[] {
    return [...all(this.desk.live.store, 'muster').values()].filter(({ declaration }) => declaration === this.level.id);
  }

  private muster(): TemplateResult | typeof nothing {
    const musters = this.musters();
    if (musters.length === 0) return nothing;
    const { rooms, received, ordered, mustered } = compliance(musters);
    const values = {
      received: number(received),
      rooms: number(rooms),
      mustered: number(mustered),
      ordered: number(ordered),
      rate: percent(share(mustered, ordered)),
    };
    return html`<p data-testid="compliance">${t('muster.summary', values)}</p>`;
  }

  private toggle(): TemplateResult | typeof nothing {
    if (this.musters().length === 0) return nothing;
    return html`<button
        data-testid="musters-open"
        aria-expanded=${this.opened}
        @click=${() => (this.opened = !this.opened)}
      >
        ${t(this.opened ? 'muster.hide' : 'muster.show')}
      </button>
      <button data-testid="course-open" aria-expanded=${this.course} @click=${() => (this.course = !this.course)}>
        ${t(this.course ? 'course.hide' : 'course.show')}
      </button>`;
  }

  private acts(): TemplateResult {
    const { desk, level } = this;
    const { store } = desk.live;
    const own = this.musters().find(({ unit }) => unit === desk.home);
    const acts = levelActs(level, own, {
      account: desk.session.who?.account.id ?? '',
      home: desk.home,
      may: (action) => desk.session.may(action),
      isAbove: (code, unit) => isAbove(store, code, unit),
    });
    return html`<div class="acts">
      ${this.toggle()}
      ${acts.map(
        (act) =>
          html`<button
            class=${act === 'receive' ? 'main' : ''}
            data-testid="level-${act}"
            @click=${() => desk.ask(actQuestion(desk, level, act))}
          >
            ${t(`level.act.${act}`)}
          </button>`,
      )}
    </div>`;
  }
}
