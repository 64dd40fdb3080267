// A stand-in for the server's picture, for development and tests of the browser only: one operation in memory.
import { createHash, randomUUID } from 'node:crypto';
import { counted } from './counted.mjs';
import { plan, standing } from './standing.mjs';
import { units } from './tree.mjs';

export class House {
  constructor({ kind = 'ELECTION', name = '제22대 국회의원선거', rate = 1, state = 'OPEN', stations = 0 } = {}) {
    this.operation = randomUUID();
    this.hashes = ['0'.repeat(16)];
    this.entities = new Map();
    this.listeners = new Set();
    this.numbers = new Map();
    this.timelines = new Map();
    this.answers = new Map();
    this.reports = new Map();
    this.gone = [];
    const held = { kind: 'operation', id: this.operation, name, operationKind: kind, state, ...standing(rate) };
    this.commit([held, plan(held), ...units(stations)]);
  }

  get seq() {
    return this.hashes.length - 1;
  }

  get cursor() {
    return `${this.seq}.${this.hashes[this.seq]}`;
  }

  unit(code) {
    return this.entities.get(`unit/${code}`);
  }

  line(code) {
    const unit = this.unit(code);
    return unit === undefined ? [] : [code, ...(unit.parent ? this.line(unit.parent) : [])];
  }

  /** One entry of the ledger: whole entities, and the tallies that they move. */
  commit(entities, gone = []) {
    const seq = this.seq + 1;
    this.hashes.push(
      createHash('sha256')
        .update(`${this.hashes.at(-1)}${seq}`)
        .digest('hex')
        .slice(0, 16),
    );
    this.at = new Date().toISOString();
    const before = [];
    for (const key of gone) {
      before.push([this.entities.get(key), undefined]);
      this.entities.delete(key);
      this.gone.push([seq, key]);
    }
    for (const entity of entities) {
      const key = `${entity.kind}/${entity.id}`;
      before.push([this.entities.get(key), entity]);
      this.entities.set(key, { ...entity, seq });
    }
    this.tally(before, seq);
    for (const listener of this.listeners) listener();
    return seq;
  }

  /** What the operation's clock shows. */
  now() {
    const operation = [...this.entities.values()].find((entity) => entity.kind === 'operation');
    const { anchor, start, rate } = operation.clock;
    return new Date(Date.parse(start) + (Date.now() - Date.parse(anchor)) * rate).toISOString();
  }

  tally(pairs, seq) {
    const moved = new Map();
    const incidents = new Set();
    for (const [old, now] of pairs) {
      for (const [entity, sign] of [
        [old, -1],
        [now, 1],
      ]) {
        if (!entity) continue;
        const amounts = Object.entries(counted(entity));
        for (const code of amounts.length === 0 ? [] : this.line(entity.unit)) {
          if (!moved.has(code)) moved.set(code, {});
          const figures = moved.get(code);
          for (const [name, amount] of amounts) figures[name] = (figures[name] ?? 0) + sign * amount;
          if (entity.kind === 'incident') incidents.add(code);
        }
      }
    }
    for (const [code, amounts] of moved) {
      const held = this.entities.get(`tally/${code}`) ?? { kind: 'tally', id: code, figures: {} };
      const figures = { ...held.figures };
      for (const [name, amount] of Object.entries(amounts)) figures[name] = (figures[name] ?? 0) + amount;
      this.entities.set(`tally/${code}`, { ...held, seq, figures });
    }
    for (const code of incidents) this.oldest(code);
  }

  oldest(code) {
    const { oldestUnacknowledged: _, ...held } = this.entities.get(`tally/${code}`);
    let oldest;
    for (const entity of this.entities.values()) {
      if (entity.kind !== 'incident' || entity.status !== 'REPORTED' || !this.line(entity.unit).includes(code))
        continue;
      if (oldest === undefined || entity.recordedAt < oldest) oldest = entity.recordedAt;
    }
    this.entities.set(`tally/${code}`, oldest ? { ...held, oldestUnacknowledged: oldest } : held);
  }

  sees(scope, entity) {
    if (['operation', 'level-plan', 'report-plan'].includes(entity.kind)) return true;
    if (entity.everybody) return true;
    const station = this.unit(scope)?.unitKind === 'STATION';
    const deep =
      entity.deep || ['deployment', 'duty'].includes(entity.kind) || (entity.kind === 'force' && !entity.reserveState);
    if (deep && !station) return false;
    if (entity.kind === 'incident' && entity.status === 'CLOSED' && !station) return false;
    const code = ['unit', 'tally', 'silence'].includes(entity.kind) ? entity.id : entity.unit;
    const below = entity.kind === 'unit' || entity.kind === 'level';
    return this.line(code).includes(scope) || (below && this.line(scope).includes(code));
  }

  /** What changed since a cursor in the view of a scope: the whole view when the chain does not hold the cursor. */
  since(scope, cursor) {
    const [given, hash] = (cursor ?? '').split('.');
    const known = given !== '' && this.hashes[Number(given)] === hash;
    const put = [];
    const drop = known ? this.gone.filter(([seq]) => seq > Number(given)).map(([, key]) => key) : [];
    for (const [key, entity] of this.entities) {
      if (known && entity.seq <= Number(given)) continue;
      if (this.sees(scope, entity)) put.push(entity);
      else if (known) drop.push(key);
    }
    return {
      type: 'change',
      after: cursor ?? '',
      upTo: this.cursor,
      at: this.at,
      ...(known ? {} : { reset: true }),
      put,
      drop,
    };
  }

  report(body, account) {
    const post = body.post ? this.entities.get(`post/${body.post}`) : undefined;
    const unit = post?.unit ?? body.unit ?? account.unit;
    const next = (this.numbers.get(unit) ?? 0) + 1;
    this.numbers.set(unit, next);
    const id = randomUUID();
    const at = body.recordedAt ?? new Date().toISOString();
    const actor = { account: account.id, name: account.name, unit: account.unit };
    const { kind, unit: _, recordedAt: __, ...rest } = body;
    const name = (this.unit(unit)?.korean ?? unit).replace('경찰서', '').replace('경찰청', '');
    const seq = this.commit([
      {
        ...rest,
        kind: 'incident',
        id,
        number: `${name}-${String(next).padStart(4, '0')}`,
        unit,
        incidentKind: kind,
        status: 'REPORTED',
        recordedAt: at,
        source: body.source ?? 'OFFICER',
        remarks: 0,
        reportedBy: body.reportedBy ?? actor,
        enteredBy: actor,
      },
    ]);
    this.note(id, { seq, at, type: 'incident-reported', event: { text: body.text, enteredBy: actor } });
    return { id, number: this.entities.get(`incident/${id}`).number, seq, at };
  }

  act(id, type, fields, change, account) {
    const held = this.entities.get(`incident/${id}`);
    const at = new Date().toISOString();
    const seq = this.commit([{ ...held, ...change(held, at) }]);
    this.note(id, {
      seq,
      at,
      type,
      event: { ...fields, by: { account: account.id, name: account.name, unit: account.unit } },
    });
    return { seq, at };
  }

  note(id, line) {
    this.timelines.set(id, [...(this.timelines.get(id) ?? []), line]);
  }
}
