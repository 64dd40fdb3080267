// Files on their way in, and what lay unsent on the phone of a disabled account.
import { createHash } from 'node:crypto';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';

const keys = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
const key = { ...(await exportJWK(keys.publicKey)), kid: 'stand-in', use: 'enc', alg: 'ECDH-ES' };

const ok = (body, status = 200) => ({ status, body });
const wrong = (status, code) => ({ status, body: { code, status, detail: '', errors: [] } });
const pieceBytes = 1_048_576;

export function fileRoutes(server, { method, path, query, body, id: given }) {
  if (path === '/upload-limits') return ok({ maxBytes: 209_715_200 });
  if (path === '/sealing-key') return ok({ key, voucher: `of ${server.account.id}` });
  const [, what, id] = path.split('/');
  if (what !== 'uploads') return undefined;
  const { uploads } = server;
  if (method === 'POST' && !uploads.has(given)) uploads.set(given, { ...body, pieces: Buffer.alloc(0) });
  const held = uploads.get(id ?? given);
  if (held === undefined) return wrong(404, 'unknown-upload');
  const standing = () => ({
    id: id ?? given,
    bytes: held.bytes,
    received: held.pieces.length,
    complete: held.pieces.length === held.bytes,
  });
  if (method !== 'PUT') return ok(standing());
  if (Number(query.get('from')) !== held.pieces.length) return wrong(409, 'upload-moved-on');
  held.pieces = Buffer.concat([held.pieces, body]);
  if (held.pieces.length === held.bytes && createHash('sha256').update(held.pieces).digest('hex') !== held.sha256) {
    uploads.delete(id);
    return wrong(422, 'hash-mismatch');
  }
  return ok(standing());
}

/** Attaches what was uploaded; the list is told to whoever asks. */
export function attach(server, { body, id }) {
  const { house, uploads, account } = server;
  const held = uploads.get(body.upload);
  if (held === undefined) return wrong(404, 'unknown-upload');
  const { sha256, bytes, type } = held;
  const by = { account: account.id, name: account.name, unit: account.unit };
  const at = house.now();
  const files = server.attached.get(body.subject) ?? [];
  const file = { attachment: id, sha256, bytes, type, name: body.name, at, by, erased: false };
  if (!files.some((one) => one.attachment === id)) server.attached.set(body.subject, [...files, file]);
  return ok({ command: id, cursor: house.cursor, at }, 201);
}

export const attachedTo = ({ attached }, subject) =>
  ok(attached.has(subject) ? { attachments: { subject, files: attached.get(subject) } } : {});

/** Opens the file as the server does, up to its first line feed. */
async function opened(bytes) {
  const end = bytes.indexOf(10);
  const text = bytes.subarray(0, end < 0 ? bytes.length : end).toString();
  if (!text.startsWith('{"haetae":"sealed-queue"')) return wrong(422, 'not-a-queue');
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return wrong(422, 'queue-truncated');
  }
  try {
    const { plaintext } = await compactDecrypt(file.sealed, keys.privateKey);
    return JSON.parse(Buffer.from(plaintext).toString());
  } catch {
    return wrong(422, 'queue-tampered');
  }
}

const paths = {
  incident: () => '/incidents',
  'check-in': () => '/check-ins',
  'check-out': () => '/check-outs',
  'post-report': ({ post }) => `/posts/${post}/reports`,
};

/** `send` plays a request of the stand-in, as the one who takes the file in. */
export async function queueRoutes(server, { path, body }, send) {
  const content = await opened(body);
  if (content.status !== undefined) return content;
  const { house, taken } = server;
  const line = ({ id, operation, place, task }) => ({ id, operation, what: task.what, place });
  if (path === '/sealed-queues/opening') {
    const items = content.items.map((item) => ({
      ...line(item),
      outcome: taken.has(item.id) || house.answers.has(item.id) ? 'KNOWN' : 'UNSENT',
      task: item.task,
    }));
    return ok({ account: content.account, phone: content.phone, items });
  }
  const items = [];
  for (const item of content.items) items.push({ ...line(item), ...(await take(server, content, item, send)) });
  const count = (outcome) => items.filter((one) => one.outcome === outcome).length;
  const { account, login, name, sealedAt } = content;
  const [accepted, known, refused, awaited] = ['ACCEPTED', 'KNOWN', 'REFUSED', 'AWAITED'].map(count);
  return ok({ account, login, name, sealedAt, accepted, known, refused, awaited, items });
}

async function take(server, content, item, send) {
  const { house, taken, uploads } = server;
  const { id, task } = item;
  if (taken.has(id) || house.answers.has(id)) return { outcome: 'KNOWN' };
  if (task.what === 'file') {
    let from = 0;
    for (const { id: other, type, bytes, sha256, key: its } of content.media ?? []) {
      const medium = { upload: id, type, bytes, sha256, key: its, from };
      if (other === id) {
        const there = uploads.get(id);
        if (there?.pieces.length !== bytes) return { outcome: 'AWAITED', medium };
        taken.add(id);
        attach(server, { id, body: { ...task.body, upload: id } });
        return { outcome: 'ACCEPTED' };
      }
      from += bytes + Math.ceil(bytes / pieceBytes) * 16;
    }
    return { outcome: 'REFUSED', code: 'queue-medium-absent', task };
  }
  const path = paths[task.what]?.(task);
  if (path === undefined) return { outcome: 'REFUSED', code: 'queue-by-hand', task };
  const answer = await send({ method: 'POST', path: `/operations/${item.operation}${path}`, body: task.body, id });
  if (answer.status >= 400) return { outcome: 'REFUSED', code: answer.body.code, task };
  taken.add(id);
  return { outcome: 'ACCEPTED', ...(answer.body.number === undefined ? {} : { number: answer.body.number }) };
}
