import { entries, word, type Codes } from '../../core/codes.js';
import { number } from '../../core/format.js';
import { normal } from '../../core/levels.js';
import { t } from '../../i18n/index.js';
import { ringOrder, type RingState, type UnitSymbol } from './symbols.js';

const states: Readonly<Record<RingState, string>> = {
  lost: 'LOST_CONTACT',
  never: 'NEVER_REPORTED',
  late: 'LATE',
  reporting: 'REPORTING',
  signedOff: 'SIGNED_OFF',
  before: 'IDLE',
};

export const stateWord = (codes: Codes | undefined, state: RingState): string =>
  word(codes, 'postStates', states[state]);

/** `서울청. 갑호. 근무지 2,292. 연락 두절 3, … 상황 12, 미접수 2. 위치는 도식.`: all that the symbol shows. */
export function said(codes: Codes | undefined, symbol: UnitSymbol): string {
  const shares = [...ringOrder].reverse().filter((state) => symbol.share[state] > 0);
  const level = entries(codes, 'levels').find(({ code }) => code === symbol.level);
  return [
    symbol.label,
    symbol.level === normal || level === undefined ? '' : word(codes, 'levels', symbol.level),
    t('map.posts', { n: number(symbol.posts) }),
    shares.map((state) => `${stateWord(codes, state)} ${number(symbol.share[state])}`).join(', '),
    t('map.open', { n: number(symbol.open), m: number(symbol.unacknowledged) }),
    symbol.codes
      .map((n, code) => (n === 0 ? '' : `${t('incident.code', { n: code })} ${number(n)}`))
      .filter(Boolean)
      .join(', '),
    t(`map.certainty.${symbol.certainty}`),
  ]
    .filter(Boolean)
    .join('. ');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The nearest other point in an arrow's direction, what lies aside counting twice; undefined where there is none. */
export function directed<P extends Point>(key: string, from: P, all: readonly P[]): P | undefined {
  const way = ways[key];
  if (way === undefined) return undefined;
  const cost = (to: P): number => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = dx * way.x + dy * way.y;
    return along <= 0 ? Infinity : along + 2 * Math.abs(dx * way.y + dy * way.x);
  };
  const [best] = all.filter((to) => to !== from && cost(to) < Infinity).sort((a, b) => cost(a) - cost(b));
  return best;
}
