import { commandId } from '../core/id.js';
import type { Incident } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { FieldDesk } from './desk.js';
import type { Item } from './outbox.js';
import { locate } from './position.js';
import { urgentCode } from './task.js';

/** What is seen by a room stays on the page for so long, so that whoever looks up finds the answer. */
const answeredMillis = 10 * 60_000;

/** One call for help, and how far it has come. */
export interface Call {
  readonly item: Item;
  readonly state: 'waiting' | 'refused' | 'unseen' | 'seen';
  /** The incident as the room's picture has it. */
  readonly incident: Incident | undefined;
}

/** The newest urgent report of this account that nobody has seen yet, or that was seen a moment ago. */
export function call(items: readonly Item[], incidents: readonly Incident[], now: number): Call | undefined {
  for (const item of [...items].sort((a, b) => b.writtenAt - a.writtenAt)) {
    if (item.task.what !== 'incident' || item.task.body.code !== urgentCode) continue;
    const incident = incidents.find(({ id }) => id === item.id);
    if (item.state !== 'sent') {
      return { item, state: item.state === 'refused' ? 'refused' : 'waiting', incident };
    }
    if (incident === undefined) continue;
    if (incident.acknowledgedAt == null) return { item, state: 'unseen', incident };
    if (now - Date.parse(incident.acknowledgedAt) < answeredMillis) return { item, state: 'seen', incident };
  }
  return undefined;
}

/** The one press that calls for help: sent at once, before all else that waits, and told on until a room has seen it. */
export class UrgentDesk {
  constructor(private readonly desk: FieldDesk) {}

  get call(): Call | undefined {
    const { desk } = this;
    return call(desk.items, desk.duty.reported, desk.now);
  }

  /** Nothing is asked before it is on its way; where the device is follows as soon as it knows. */
  async press(): Promise<void> {
    const { desk } = this;
    const post = desk.duty.post;
    const body = {
      kind: 'OTHER',
      code: urgentCode,
      text: t('urgent.text'),
      occurredAt: new Date(desk.now).toISOString(),
      ...(post === undefined ? {} : { post: post.id }),
    };
    const id = commandId();
    await desk.send({ what: 'incident', body }, post?.name ?? '', undefined, [], id);
    void this.tellWhere(id);
  }

  /** Adds to a report of one's own, whether it was sent already or not. */
  add(report: string, text: string): Promise<void> {
    const at = new Date(this.desk.now).toISOString();
    const item = this.desk.items.find(({ id }) => id === report);
    return this.desk.send({ what: 'comment', incident: report, at, body: { text } }, item?.place ?? '');
  }

  private async tellWhere(report: string): Promise<void> {
    try {
      const { latitude, longitude, accuracy } = await locate();
      await this.add(report, t('urgent.where', { lat: latitude, lon: longitude, m: accuracy }));
    } catch {
      // Without TLS, leave or satellites there is none: the post says where.
    }
  }
}
