/** A ballot box with the numbers of its seals, as its labels say them. */
export interface BoxSeals {
  readonly box: string;
  readonly seals: readonly string[];
}

/** A box as somebody saw it; without seals: they were not looked at. */
export interface BoxSeen {
  readonly box: string;
  readonly seals?: readonly string[] | null;
  /** A seal is damaged. */
  readonly broken?: boolean;
}

/** The most characters of a box's or a seal's number. */
export const longestNumber = 40;

/** Seals as one writes them down: by commas, semicolons or new lines; a number may have blanks in it. */
export function sealsOf(text: string): readonly string[] {
  const numbers = text.split(/[,;，、\n]/).map((seal) => seal.trim().replace(/\s+/g, ' '));
  return [...new Set(numbers.filter((seal) => seal !== ''))];
}

const damaged = '!';

/** One box a line, its seals behind a colon, a damaged one's line ends in `!`: `3-1: 10442, 10443`. */
export function parseBoxes(text: string): readonly BoxSeen[] {
  return text.split('\n').flatMap((line): BoxSeen[] => {
    const whole = line.trim();
    const broken = whole.endsWith(damaged);
    const told = broken ? whole.slice(0, -1) : whole;
    const at = told.search(/[:：\t]/);
    const box = (at < 0 ? told : told.slice(0, at)).trim().replace(/\s+/g, ' ');
    if (box === '') return [];
    return [{ box, ...(at < 0 ? {} : { seals: sealsOf(told.slice(at + 1)) }), ...(broken ? { broken } : {}) }];
  });
}

export const formatBoxes = (boxes: readonly BoxSeen[]): string =>
  boxes
    .map(({ box, seals, broken }) => {
      const told = seals == null || seals.length === 0 ? box : `${box}: ${seals.join(', ')}`;
      return broken === true ? `${told} ${damaged}` : told;
    })
    .join('\n');

/** How a box is found when it is looked at again: its seals as they were, damaged, others, or not there at all. */
export const sights = ['SAME', 'BROKEN', 'OTHER', 'MISSING'] as const;
export type Sight = (typeof sights)[number];

/** A box that is looked at; `seals` are those recorded before. */
export interface Look extends BoxSeals {
  readonly sight?: Sight;
  /** The seals that are on it now, as written. */
  readonly found?: string;
  /** Nobody expected it here. */
  readonly added?: boolean;
}

export const looks = (recorded: readonly BoxSeals[]): readonly Look[] =>
  recorded.map(({ box, seals }) => ({ box, seals }));

/** Which of them nobody has looked at yet. */
export const unlooked = (held: readonly Look[]): readonly Look[] =>
  held.filter(({ sight, added, box }) => (added === true ? box.trim() === '' : sight === undefined));

/** Whether something is other than recorded: what will stand as a discrepancy. */
export const odd = ({ sight, added }: Look): boolean => added === true || (sight !== undefined && sight !== 'SAME');

/** The boxes that are there, with the seals that are on them. */
export function seen(held: readonly Look[]): readonly BoxSeen[] {
  return held
    .filter(({ sight, box }) => sight !== 'MISSING' && box.trim() !== '')
    .map(({ box, seals, sight, found, added }) => ({
      box: box.trim(),
      seals: sight === 'OTHER' || added === true ? sealsOf(found ?? '') : seals,
      ...(sight === 'BROKEN' ? { broken: true } : {}),
    }));
}
