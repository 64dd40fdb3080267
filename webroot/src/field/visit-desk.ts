import { insideKinds, usualAsker } from '../core/cases.js';
import type { FieldDesk } from './desk.js';
import { insideNow, type Inside } from './inside.js';
import { kept } from './kept.js';
import type { Visit } from './task.js';

const usualOfficers = 2;

/** What is being written of an entry, kept with every touch. */
export interface VisitDraft {
  readonly post: string;
  readonly askedBy: string;
  /** Absent: just before they went in. */
  readonly askedAt?: string;
  /** Absent: now, at the moment of sending. */
  readonly enteredAt?: string;
  readonly officers: number;
  readonly inUniform: boolean;
  readonly reason: string;
  /** The refused entry that this one corrects. */
  readonly replaces?: string;
}

/** Police inside one's polling place (투표소 출입): who is, and the entries and exits that go into the outbox. */
export class VisitDesk {
  constructor(private readonly desk: FieldDesk) {}

  /** Whether entries are recorded here; while nobody answers, the server decides when it takes them. */
  get offered(): boolean {
    const { session, duty } = this.desk;
    return insideKinds.has(duty.post?.postKind ?? '') && (session.who === undefined || session.may('visit.record'));
  }

  get inside(): readonly Inside[] {
    const { duty, items, operation } = this.desk;
    const here = items.filter((item) => item.operation === operation?.id);
    return insideNow(duty.post?.id ?? '', duty.visits, here);
  }

  get draft(): VisitDraft {
    const { post } = this.desk.duty;
    const held = kept.get<VisitDraft>('visit');
    if (held !== undefined && held.post === post?.id) return held;
    const askedBy = usualAsker(post?.postKind ?? '');
    return { post: post?.id ?? '', askedBy, officers: usualOfficers, inUniform: true, reason: '' };
  }

  keep(draft: VisitDraft): void {
    kept.set('visit', draft);
  }

  /** The times as they will be sent. */
  times(draft: VisitDraft): Pick<Visit, 'askedAt' | 'enteredAt'> {
    const enteredAt = draft.enteredAt ?? this.desk.duty.stamp();
    return { askedAt: draft.askedAt ?? enteredAt, enteredAt };
  }

  async enter(draft: VisitDraft): Promise<void> {
    const { askedBy, officers, inUniform } = draft;
    const body = { askedBy, ...this.times(draft), officers, inUniform, reason: draft.reason.trim() };
    await this.desk.send({ what: 'visit', post: draft.post, body }, this.desk.duty.post?.name ?? '', draft.replaces);
    kept.drop('visit');
  }

  leave(visit: Inside): Promise<void> {
    const now = this.desk.duty.stamp();
    const leftAt = now < visit.enteredAt ? visit.enteredAt : now;
    return this.desk.send({ what: 'visit-exit', visit: visit.id, body: { leftAt } }, this.desk.duty.post?.name ?? '');
  }
}
