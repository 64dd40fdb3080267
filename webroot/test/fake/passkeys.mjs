// Passkeys of the stand-in: it checks no signature, whatever a device makes logs its account in.
import { randomBytes, randomUUID } from 'node:crypto';

const challenge = () => randomBytes(32).toString('base64url');
const minutes = 300_000;
const ok = (body, status = 200) => ({ status, body });

/** Before anybody is logged in. `enter` is given whoever a passkey is of. */
export function passkeyDoor(server, { method, path, headers, body }, enter) {
  if (method !== 'POST') return undefined;
  const rpId = String(headers?.host ?? 'localhost').replace(/:\d+$/, '');
  if (path === '/session/passkey/challenge')
    return ok({ publicKey: { challenge: challenge(), rpId, timeout: minutes, userVerification: 'required' } });
  if (path !== '/session/passkey') return undefined;
  const known = server.passkeys.find(({ credential }) => credential === body?.id);
  return known === undefined
    ? { status: 401, body: { code: 'credentials-wrong', status: 401, detail: '', errors: [] } }
    : enter(known.account);
}

/** One's own. */
export function passkeyRoutes(server, { method, path, headers, body }) {
  const [, , what, id] = path.split('/');
  if (what !== 'passkeys') return undefined;
  const { account, passkeys } = server;
  if (id === 'challenge')
    return ok({
      publicKey: {
        rp: { id: String(headers?.host ?? 'localhost').replace(/:\d+$/, ''), name: '해태' },
        user: { id: Buffer.from(account.id).toString('base64url'), name: account.login, displayName: account.name },
        challenge: challenge(),
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        timeout: minutes,
        excludeCredentials: [],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    });
  const seen = ({ id: its, name, domain, addedAt }) => ({ id: its, name, domain, addedAt });
  if (method === 'GET') return ok({ items: passkeys.filter((one) => one.account.id === account.id).map(seen) });
  if (method === 'POST') {
    const made = { id: randomUUID(), name: body.name, domain: 'localhost', addedAt: new Date().toISOString() };
    passkeys.push({ ...made, account, credential: body.credential?.id });
    return ok(made, 201);
  }
  const held = passkeys.find((one) => one.id === id);
  if (held === undefined)
    return { status: 404, body: { code: 'unknown-passkey', status: 404, detail: '', errors: [] } };
  if (method === 'PUT') held.name = body.name;
  else passkeys.splice(passkeys.indexOf(held), 1);
  return ok(seen(held));
}
