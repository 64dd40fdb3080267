import type { Incident } from '../../core/protocol.js';

/**
 * Which incidents the list is narrowed to: words of the code tables in any order, joined by a point in the address. Words of one
 * table widen, words of different ones narrow: `0.1.REPORTED` is unacknowledged ones of code 0 or 1.
 */
export type Only = readonly string[];

const statuses = new Set([
  'REPORTED',
  'ACKNOWLEDGED',
  'DISPATCHED',
  'ON_SCENE',
  'RESOLVED',
  'CLOSURE_REQUESTED',
  'CLOSED',
  'DUPLICATE',
  'FALSE_REPORT',
]);
const veracities = new Set(['UNVERIFIED', 'CONFIRMED', 'UNFOUNDED']);

type Dimension = 'code' | 'status' | 'veracity' | 'escalated' | 'kind';

function dimension(word: string): Dimension {
  if (/^[0-4]$/.test(word)) return 'code';
  if (statuses.has(word)) return 'status';
  if (veracities.has(word)) return 'veracity';
  return word === 'ESCALATED' ? 'escalated' : 'kind';
}

const values: Readonly<Record<Dimension, (incident: Incident) => string>> = {
  code: ({ code }) => String(code),
  status: ({ status }) => status,
  veracity: ({ veracity }) => veracity ?? 'UNVERIFIED',
  escalated: ({ escalatedTo }) => (escalatedTo == null ? '' : 'ESCALATED'),
  kind: ({ incidentKind }) => incidentKind,
};

export function fits(only: Only, incident: Incident): boolean {
  const asked = new Set(only.map(dimension));
  return [...asked].every((name) => only.includes(values[name](incident)));
}

export const toggled = (only: Only, ...words: readonly string[]): Only =>
  words.every((word) => only.includes(word))
    ? only.filter((word) => !words.includes(word))
    : [...new Set([...only, ...words])].sort();

/** The kind chosen, replaced by another or by none. */
export const ofKind = (only: Only, kind: string): Only =>
  [...only.filter((word) => dimension(word) !== 'kind'), ...(kind === '' ? [] : [kind])].sort();

export const kindOf = (only: Only): string => only.find((word) => dimension(word) === 'kind') ?? '';

/** What the server's list can be asked: one word of a table at most. */
export function query(only: Only): Readonly<Record<string, string>> {
  const single = (name: Dimension): string | undefined => {
    const words = only.filter((word) => dimension(word) === name);
    return words.length === 1 ? words[0] : undefined;
  };
  const asked = (['code', 'status', 'kind'] as const).map((name): [string, string | undefined] => [name, single(name)]);
  return Object.fromEntries(asked.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

export const parseOnly = (text: string | undefined): Only => (text === undefined || text === '' ? [] : text.split('.'));
