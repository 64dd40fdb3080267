import { entries, word } from '../core/codes.js';
import type { Level, Muster } from '../core/entities.js';
import { number } from '../core/format.js';
import { normal } from '../core/levels.js';
import { subtree, unitLabel, unitName } from '../core/place.js';
import { inside } from '../core/remote.js';
import { language, t } from '../i18n/index.js';
import type { Field, Given, Note, Question } from '../ui/question.js';
import type { Desk } from './desk.js';
import type { LevelAct } from './level-acts.js';

/** What a declaration would do, as `POST …/levels/preview` answers. */
interface Preview {
  readonly units?: number;
  readonly rooms?: number;
  readonly available?: number;
  readonly ceiling?: number;
  readonly leave?: string;
  readonly needs?: readonly string[];
  /** Codes of `levelWarnings`. */
  readonly warnings?: readonly string[];
}

export const unitOptions = (desk: Desk): [string, string][] =>
  subtree(desk.live.store, desk.scope).map(({ id }) => [id, unitLabel(desk.live.store, id)]);

export const levelOptions = (desk: Desk): [string, string][] =>
  entries(desk.codes, 'levels')
    .filter(({ code }) => code !== normal)
    .map((entry) => [String(entry.code), `${entry.shape ?? ''} ${entry[language()]}`.trim()]);

const reason = (): Field => ({ name: 'reason', label: t('ask.reason'), type: 'lines' });

export function declareQuestion(desk: Desk): Question {
  return {
    title: t('level.declare'),
    fields: [
      { name: 'unit', label: t('level.unit'), type: 'choice', options: unitOptions(desk), value: desk.scope },
      { name: 'level', label: t('level.level'), type: 'choice', options: levelOptions(desk) },
      { name: 'from', label: t('level.from'), type: 'moment', optional: true, hint: t('level.from.now') },
      { name: 'until', label: t('level.until'), type: 'moment', optional: true, hint: t('level.until.lifted') },
      reason(),
      { name: 'urgent', label: t('level.urgent'), type: 'flag', hint: t('level.urgent.hint') },
    ],
    send: t('level.declare'),
    request: (given) => ({ path: '/levels', body: body(given) }),
    done: t('level.done.declare'),
    preview: (given) => preview(desk, given),
  };
}

const body = (given: Given): object => ({ ...given, ...('urgent' in given ? { urgent: true } : {}) });

async function preview(desk: Desk, given: Given): Promise<Note[]> {
  if (given['level'] === undefined || given['unit'] === undefined) return [];
  const path = `${inside(desk.operation?.id ?? '')}/levels/preview`;
  const asked = body({ reason: '-', ...given });
  const found = await desk.api.request<Preview>(path, { method: 'POST', body: asked });
  const said = t('level.preview', {
    units: number(found.units ?? 0),
    rooms: number(found.rooms ?? 0),
    available: number(found.available ?? 0),
    ceiling: number(found.ceiling ?? 0),
  });
  const { codes } = desk;
  const leave = found.leave === undefined ? [] : [{ text: word(codes, 'leaveRules', found.leave) }];
  const needs = (found.needs ?? []).map((need) => ({
    text: t('level.needs', { need: word(codes, 'levelNeeds', need) }),
  }));
  const warnings = (found.warnings ?? []).map((code) => ({ text: word(codes, 'levelWarnings', code), warn: true }));
  return [{ text: said }, ...leave, ...needs, ...warnings];
}

const paths: Readonly<Record<LevelAct, string>> = {
  confirm: 'confirmation',
  approve: 'approval',
  refuse: 'refusal',
  extend: 'extension',
  lift: 'lifting',
  receive: 'receipt',
};

export function actQuestion(desk: Desk, level: Level, act: LevelAct): Question {
  const until: Field = { name: 'until', label: t('level.until'), type: 'moment', value: level.until ?? '' };
  const fields: Readonly<Record<LevelAct, readonly Field[]>> = {
    confirm: [],
    approve: [],
    receive: [],
    refuse: [reason()],
    lift: [reason()],
    extend: [until, reason()],
  };
  return {
    title: t(`level.act.${act}`),
    text: `${word(desk.codes, 'levels', level.level)} · ${unitName(desk.live.store, level.unit)} · ${level.reason}`,
    fields: fields[act],
    send: t(`level.act.${act}`),
    request: (given) => ({ path: `/levels/${encodeURIComponent(level.id)}/${paths[act]}`, body: given }),
    done: t('level.done', { act: t(`level.act.${act}`) }),
  };
}

export function musterQuestion(desk: Desk, muster: Muster): Question {
  const path = `/levels/${encodeURIComponent(muster.declaration)}/musters/${encodeURIComponent(muster.unit)}`;
  return {
    title: t('muster.enter'),
    text: unitName(desk.live.store, muster.unit),
    fields: [
      { name: 'ordered', label: t('muster.ordered'), type: 'number', value: String(muster.ordered) },
      { name: 'mustered', label: t('muster.mustered'), type: 'number', value: String(muster.mustered) },
      { name: 'note', label: t('ask.note'), type: 'lines', optional: true, value: muster.note ?? '' },
    ],
    send: t('act.send'),
    request: ({ ordered, mustered, note }) => ({
      path,
      method: 'PUT',
      body: { ordered: Number(ordered), mustered: Number(mustered), ...(note === undefined ? {} : { note }) },
    }),
    done: t('muster.done'),
  };
}
