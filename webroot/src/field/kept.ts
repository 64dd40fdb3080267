/** What a browser that was killed must not forget, and the little else that is needed to write on. */
const lasting: readonly string[] = [
  'account',
  'writer',
  'operation',
  'operations',
  'ownPost',
  'chosen',
  'dutyOf',
  'named',
  'codes',
  'sealing',
  'circuit',
  'offset',
];

interface Safe {
  keep(name: string, value: unknown): Promise<void>;
  kept(): Promise<ReadonlyMap<string, unknown>>;
}

let safe: Safe | undefined;

const key = (name: string): string => `haetae.field.${name}`;

/**
 * What was last known is kept on the device, so that one can write while nothing answers. No secret among it. Browsers write it down
 * some seconds later; what matters lies in the safe too, at once.
 */
export const kept = {
  get: <T>(name: string): T | undefined => {
    try {
      return JSON.parse(localStorage.getItem(key(name)) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  set: (name: string, value: unknown): void => {
    localStorage.setItem(key(name), JSON.stringify(value));
    store(name, value);
  },
  drop: (name: string): void => {
    localStorage.removeItem(key(name));
    store(name, undefined);
  },
  /** From now on what matters lies in the safe too; what was lost since comes back out of it. */
  async trust(holder: Safe): Promise<void> {
    for (const [name, value] of await holder.kept()) {
      if (localStorage.getItem(key(name)) === null) localStorage.setItem(key(name), JSON.stringify(value));
    }
    safe = holder;
    for (const name of lasting) store(name, kept.get(name));
  },
};

function store(name: string, value: unknown): void {
  if (!lasting.includes(name)) return;
  void safe?.keep(name, value).catch((error: unknown) => console.warn('not kept', name, error));
}
