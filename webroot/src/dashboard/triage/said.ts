import { word } from '../../core/codes.js';
import { unitLabel } from '../../core/place.js';
import type { Line, LineEvent } from '../../core/remote.js';
import { one } from '../../core/store.js';
import type { Desk } from '../desk.js';
import { ordinalWord } from './upward.js';

/** What a line of the timeline says beside its name, its author and its text: the codes, units and incidents it names. */
export function named(desk: Desk, { type, event }: Line): string {
  const { codes, live } = desk;
  const { store } = live;
  const unit = (code: string | null | undefined): string => (code == null ? '' : unitLabel(store, code));
  const incident = (id: string | null | undefined): string =>
    id == null ? '' : (one(store, 'incident', id)?.number ?? '');
  const said: string[] = [
    word(codes, 'outcomes', event.outcome ?? undefined),
    word(codes, 'veracities', event.veracity ?? undefined),
    incident(event.into ?? event.duplicate ?? event.other),
  ];
  if (type === 'incident-corrected') said.push(...corrected(desk, event));
  if (type === 'incident-transferred') said.push(unit(event.unit));
  if (type === 'incident-escalated') said.push(unit(event.to));
  if (type === 'incident-routed') said.push(word(codes, 'handlings', event.handling ?? undefined), unit(event.unit));
  if (type === 'incident-restricted') said.push(word(codes, 'clearances', event.clearance ?? undefined));
  if (type === 'incident-shared' || type === 'incident-unshared') said.push(unit(event.unit));
  if (type === 'upward-report-sent') said.push(ordinalWord(event.ordinal ?? 0, event.last === true), unit(event.to));
  if (type === 'team-moved') said.push(word(codes, 'teamStates', event.to ?? undefined));
  if (event.team != null) said.push(one(store, 'team', event.team)?.name ?? '');
  return said.filter((text) => text !== '').join(' · ');
}

const corrected = (desk: Desk, event: LineEvent): string[] => [
  word(desk.codes, 'incidentKinds', event.kind ?? undefined),
  word(desk.codes, 'urgencies', event.code ?? undefined),
];
