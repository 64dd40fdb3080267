import { beforeEach, describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '../src/core/api.js';
import { Bindings, type Binding } from '../src/dashboard/directive/bindings.js';

const binding: Binding = { operation: 'op', directive: 'd-1', id: 'f-1', name: '배치도.hwp' };

describe('files that wait to be bound to their directive', () => {
  let kept: Map<string, string>;
  let answers: (Error | undefined)[];
  let bound: string[];
  let later: (() => void)[];

  const made = (): Bindings =>
    new Bindings(
      () => 'a-1',
      ({ id }) => {
        const answer = answers.shift();
        if (answer !== undefined) return Promise.reject(answer);
        bound.push(id);
        return Promise.resolve();
      },
      (error) => String(error),
      () => undefined,
      {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      (step) => later.push(step),
    );

  beforeEach(() => {
    kept = new Map();
    answers = [];
    bound = [];
    later = [];
  });

  it('go once, and leave nothing behind', async () => {
    const bindings = made();
    bindings.add([binding, { ...binding, id: 'f-2' }]);
    expect(bound).toEqual([]);
    await bindings.go();
    expect(bound).toEqual(['f-1', 'f-2']);
    expect(bindings.of('d-1')).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('go again by themselves when the line breaks', async () => {
    answers = [new Unreachable('no network'), new Problem(503, 'overloaded', '')];
    const bindings = made();
    bindings.add([binding]);
    await bindings.go();
    expect(bindings.of('d-1')).toEqual([binding]);
    for (let turn = 0; turn < 2; turn++) {
      later.shift()?.();
      await new Promise((done) => setTimeout(done));
    }
    expect(bound).toEqual(['f-1']);
    expect(later).toEqual([]);
  });

  it('are found again by the next page', async () => {
    made().add([binding]);
    const next = made();
    expect(next.of('d-1')).toEqual([binding]);
    later.shift()?.();
    await new Promise((done) => setTimeout(done));
    expect(bound).toEqual(['f-1']);
  });

  it('are forgotten when the directive never came to be, or has the file', async () => {
    answers = [new Problem(404, 'unknown-subject', ''), new Problem(409, 'already-there', '')];
    const bindings = made();
    bindings.add([binding, { ...binding, id: 'f-2' }]);
    await bindings.go();
    expect(bindings.all).toEqual([]);
    expect(bound).toEqual([]);
  });

  it('stay with the reason when the server does not take them', async () => {
    answers = [new Problem(409, 'too-many-attachments', 'It has 50.')];
    const bindings = made();
    bindings.add([binding]);
    await bindings.go();
    expect(bindings.of('d-1')[0]?.refused).toContain('too-many-attachments');
    expect(later).toEqual([]);
    bindings.drop(({ id }) => id === 'f-1');
    expect(kept.size).toBe(0);
  });
});
