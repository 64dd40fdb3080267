import 'fake-indexeddb/auto';

// Node has none; the pages keep only small things in it.
const held = new Map<string, string>();
if (!('document' in globalThis)) {
  Object.defineProperty(globalThis, 'localStorage', {
    value: {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, value: string) => held.set(name, value),
      removeItem: (name: string) => held.delete(name),
      clear: () => held.clear(),
    },
  });
}

// Node 20 has no navigator; exclusive locks in turn, which is all that the pages ask of Web Locks.
if (!('navigator' in globalThis)) {
  const turns = new Map<string, Promise<unknown>>();
  const request = (name: string, step: () => Promise<unknown>): Promise<unknown> => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(step, step);
    turns.set(name, turn);
    return turn;
  };
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, locks: { request } } });
}
