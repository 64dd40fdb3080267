import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../../core/codes.js';
import type { Team } from '../../core/entities.js';
import { explain } from '../../core/explain.js';
import { counted, figure } from '../../core/figures.js';
import { duration, number } from '../../core/format.js';
import { stations, subtree, unitLabel, unitName } from '../../core/place.js';
import { teams } from '../../core/remote.js';
import type { Signal } from '../../core/signal.js';
import { all, one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { controls } from '../../style/controls.js';
import type { Question } from '../../ui/question.js';
import { View } from '../../ui/view.js';
import type { Desk } from '../desk.js';
import { panelStyles } from '../panel.css.js';

/** The teams that rooms can send: where each is, and the list they are called by over the radio. */
@customElement('haetae-teams')
export class TeamsPage extends View {
  static override styles = [
    controls,
    panelStyles,
    css`
      td:last-child {
        text-align: right;
      }
      h3 {
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @state() private fetched: readonly Team[] | undefined;
  @state() private failure: unknown;
  private asked = '';

  protected override signals(): readonly Signal[] {
    return [this.desk.live.changed, this.desk.live.beat, this.desk.moved];
  }

  /** Above a station the picture holds their number only: read anew when that changes. */
  protected override willUpdate(): void {
    const { desk } = this;
    if (desk.live.store.cursor === undefined) return;
    const tally = counted(desk.live.store, desk.scope);
    const counts = `${String(figure(tally, 'teams.total'))} ${String(figure(tally, 'teams.busy'))}`;
    const asked = `${desk.operation?.id ?? ''} ${desk.scope} ${counts}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.read(asked);
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const held = this.held();
    const may = desk.session.may('incident.dispatch');
    return html`
      <div class="head">
        <h2>${t('team.title')} <span class="quiet">${held === undefined ? '' : this.summary(held)}</span></h2>
        ${
          may
            ? html`<button data-testid="teams-add" @click=${() => desk.ask(this.question())}>${t('team.add')}</button>`
            : nothing
        }
      </div>
      ${this.failure === undefined ? nothing : html`<p class="notice bad" role="alert">${explain(this.failure)}</p>`}
      ${held === undefined ? html`<p class="state" role="status">${t('loading')}</p>` : this.lists(held)}
    `;
  }

  private lists(held: readonly Team[]): TemplateResult {
    if (held.length === 0) return html`<p class="state" data-testid="teams-empty">${t('team.empty')}</p>`;
    const { store } = this.desk.live;
    const order = subtree(store, this.desk.scope).map(({ id }) => id);
    const units = [...new Set(held.map(({ unit }) => unit))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return html`${units.map(
      (unit) =>
        html`<section class="card">
          <h3>${unitName(store, unit)}</h3>
          <table data-testid="teams" data-unit=${unit}>
            <tbody>
              ${held
                .filter((team) => team.unit === unit)
                .sort((a, b) => a.name.localeCompare(b.name, 'ko'))
                .map((team) => this.row(team))}
            </tbody>
          </table>
        </section>`,
    )}`;
  }

  private row(team: Team): TemplateResult {
    const { desk } = this;
    const id = team.incident ?? undefined;
    const state = id === undefined ? t('act.team.free') : word(desk.codes, 'teamStates', team.state ?? undefined);
    return html`<tr data-testid="team" data-team-id=${team.id}>
      <td><b>${team.name}</b></td>
      <td class=${id === undefined ? 'quiet' : ''}>${state}</td>
      <td>
        ${
          id === undefined
            ? nothing
            : html`<button class="plain" @click=${() => desk.go({ incident: id })}>
                ${one(desk.live.store, 'incident', id)?.number ?? t('relation.open')}
              </button>`
        }
      </td>
      <td class="quiet">${team.since == null ? '' : duration(desk.asOf - Date.parse(team.since))}</td>
    </tr>`;
  }

  private summary(held: readonly Team[]): string {
    const busy = held.filter(({ incident }) => incident != null).length;
    return t('team.summary', { n: number(held.length), busy: number(busy) });
  }

  private question(): Question {
    const { desk } = this;
    const { store } = desk.live;
    const codes = [...new Set([desk.scope, ...stations(store, desk.scope).map(({ id }) => id)])];
    return {
      title: t('team.add'),
      text: t('team.add.text'),
      fields: [
        {
          name: 'unit',
          label: t('incident.unit'),
          type: 'choice',
          options: codes.map((code): [string, string] => [code, unitLabel(store, code)]),
          value: desk.scope,
        },
        { name: 'names', label: t('team.names'), type: 'lines', hint: t('team.names.hint') },
      ],
      send: t('team.add'),
      request: ({ unit, names }) => ({ path: '/teams', body: { unit, names: lines(names ?? '') } }),
      done: t('team.done'),
      after: () => {
        this.asked = '';
        this.requestUpdate();
      },
    };
  }

  private held(): readonly Team[] | undefined {
    const { desk } = this;
    const unit = one(desk.live.store, 'unit', desk.scope);
    return unit?.unitKind === 'STATION' ? [...all(desk.live.store, 'team').values()] : this.fetched;
  }

  private async read(asked: string): Promise<void> {
    const { desk } = this;
    try {
      const found = await teams(desk.api, desk.operation?.id ?? '', desk.scope);
      if (asked !== this.asked) return;
      this.fetched = found;
      this.failure = undefined;
    } catch (failure) {
      if (asked === this.asked) this.failure = failure;
    }
  }
}

/** One name a line; empty ones and repeats are left out. */
export const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
