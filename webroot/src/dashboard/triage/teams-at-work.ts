import { html, nothing } from 'lit';
import { word } from '../../core/codes.js';
import { duration } from '../../core/format.js';
import type { SentTeam } from '../../core/entities.js';
import { t } from '../../i18n/index.js';
import { movement, possible } from './acts.js';
import type { Section } from './sections.js';

/** The teams on their way or on scene, and since when. */
export const teamsAtWork: Section = ({ desk, incident }) => {
  const teams = incident.teams ?? [];
  if (teams.length === 0) return nothing;
  const may = desk.session.may('incident.dispatch');
  const arrives = possible('team', incident, desk.asking);
  const go = (team: SentTeam, to: 'ON_SCENE' | 'CLEARED'): void =>
    void desk.acting.work.give(incident, movement(team.team, to));
  return html`<section data-testid="teams-at-work">
    <h2>${t('team.title')}</h2>
    <ul class="lines">
      ${teams.map(
        (team) =>
          html`<li data-testid="team-at-work" data-state=${team.state}>
            <b>${team.name}</b> ${word(desk.codes, 'teamStates', team.state)}
            <span class="quiet">${duration(desk.asOf - Date.parse(team.since))}</span>
            ${
              arrives && team.state === 'EN_ROUTE'
                ? html`<button @click=${() => go(team, 'ON_SCENE')}>${t('act.arrive')}</button>`
                : nothing
            }
            ${may ? html`<button @click=${() => go(team, 'CLEARED')}>${t('act.clear')}</button>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
};
