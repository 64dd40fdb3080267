import { describe, expect, it } from 'vitest';
import { Api, Problem, Unreachable } from '../src/core/api.js';
import { send } from '../src/core/remote.js';
import { Upload, wrongLines, type Imported, type Sending } from '../src/core/upload.js';

const clean: Imported = { encoding: 'UTF_8', rows: 2, written: 0, unchanged: 0, ignoredColumns: [], errors: [] };
const fault = { line: 3, code: 'value-missing', detail: 'name is missing.' };
const wrong: Imported = {
  ...clean,
  errors: [
    { ...fault, column: 'name' },
    { ...fault, column: 'province' },
  ],
};
const file = { name: 'posts.csv', bytes: new TextEncoder().encode('a,b').buffer as ArrayBuffer };

function uploads(answers: (Imported | Error)[]) {
  const sent: Sending[] = [];
  const upload = new Upload(
    (sending) => {
      sent.push(sending);
      const answer = answers.shift() ?? clean;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    () => undefined,
  );
  return { upload, sent };
}

describe('an upload', () => {
  it('looks at the file before anything is written, as valid rows, so that every wrong line is told', async () => {
    const { upload, sent } = uploads([wrong]);
    await upload.choose(file);
    expect(sent).toMatchObject([{ dryRun: true, mode: 'valid-rows' }]);
    expect(upload.checked).toBe(wrong);
    expect(wrongLines(wrong)).toBe(1);
  });

  it('takes nothing over while lines are wrong, unless only the right ones are asked for', async () => {
    const { upload, sent } = uploads([wrong]);
    await upload.choose(file);
    expect(upload.blocked).toBe(true);
    await upload.take();
    expect(sent).toHaveLength(1);
    upload.become('valid-rows');
    await upload.take();
    expect(sent[1]).toMatchObject({ dryRun: false, mode: 'valid-rows' });
    expect(upload.taken).toBe(clean);
  });

  it('takes nothing over that was not looked at', async () => {
    const { upload, sent } = uploads([new Unreachable()]);
    await upload.choose(file);
    await upload.take();
    expect(sent).toHaveLength(1);
  });

  it('never loses the file, and repeats the same command while the outcome is unknown', async () => {
    const { upload, sent } = uploads([clean, new Unreachable(), new Problem(422, 'operation-over', ''), clean]);
    await upload.choose(file);
    await upload.take();
    await upload.take();
    expect(upload.chosen).toBe(file);
    expect(upload.failed).toBeInstanceOf(Problem);
    await upload.take();
    const [, first, second, third] = sent.map(({ id }) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(second);
    expect(upload.failed).toBeUndefined();
  });

  it('is another command after another choice of file or mode', async () => {
    const { upload, sent } = uploads([clean, new Unreachable(), new Unreachable(), clean]);
    await upload.choose(file);
    await upload.take();
    upload.become('valid-rows');
    await upload.take();
    await upload.choose(file);
    await upload.take();
    const written = sent.filter(({ dryRun }) => !dryRun).map(({ id }) => id);
    expect(new Set(written).size).toBe(3);
    expect(upload.checked).toBe(clean);
  });
});

it('a list is sent as it is, byte for byte', async () => {
  const asked: { url: string; init: RequestInit }[] = [];
  const api = new Api('/api/v1', (url, init = {}) => {
    asked.push({ url: String(url), init });
    return Promise.resolve(new Response(JSON.stringify(clean)));
  });
  await send(api, 'op', 'forces', { chosen: file, mode: 'all-or-nothing', dryRun: true, id: 'k' });
  const [{ url, init }] = asked as [(typeof asked)[0]];
  expect(url).toBe('/api/v1/operations/op/forces/import?mode=all-or-nothing&dryRun=true&source=posts.csv');
  expect(init.headers).toMatchObject({ 'Content-Type': 'text/csv', 'Idempotency-Key': 'k' });
  expect(init.body).toBe(file.bytes);
});
