import type { Directive } from '../core/directives.js';
import type { FieldDesk } from './desk.js';
import type { Item } from './outbox.js';

/** An order to one's post, and whether the post has acknowledged it, or is about to. */
export interface Order {
  readonly directive: Directive;
  readonly answered: boolean;
}

/** Orders with what waits to be sent; what is not answered comes first. A refused item says nothing. */
export function ordersOf(
  directives: readonly Directive[],
  acknowledged: readonly string[],
  items: readonly Item[],
): readonly Order[] {
  const answered = new Set([
    ...acknowledged,
    ...items.flatMap(({ task, state }) => (task.what === 'directive' && state !== 'refused' ? [task.directive] : [])),
  ]);
  const urgent = ({ urgency }: Directive): number => (urgency === 'FLASH' ? 0 : 1);
  return directives
    .map((directive) => ({ directive, answered: answered.has(directive.id) }))
    .sort((a, b) => Number(a.answered) - Number(b.answered) || urgent(a.directive) - urgent(b.directive));
}

/** Directives (지시) meant for officers at one's post, and the acknowledgements that go into the outbox. */
export class DirectiveDesk {
  constructor(private readonly desk: FieldDesk) {}

  get orders(): readonly Order[] {
    const { duty, items, operation } = this.desk;
    const { post } = duty;
    const here = items.filter(
      (item) => item.operation === operation?.id && (item.task.what !== 'directive' || item.task.post === post?.id),
    );
    return ordersOf(duty.directives, duty.acknowledged, here);
  }

  /** While nobody answers, the server decides when it takes it. */
  get offered(): boolean {
    const { session } = this.desk;
    return session.who === undefined || session.may('directive.note');
  }

  acknowledge(directive: Directive): Promise<void> {
    const { duty } = this.desk;
    const { post } = duty;
    if (post === undefined) throw new Error('no post');
    const task = { what: 'directive', directive: directive.id, post: post.id, at: duty.stamp(), body: {} } as const;
    return this.desk.send(task, `${directive.number} ${directive.title}`);
  }
}
