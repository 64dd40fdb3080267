import { sealsOf } from '../core/boxes.js';
import {
  cordons,
  nextStage,
  type CordonName,
  type CountingCentre,
  type CountingStage,
  type Storage,
  type StorageAccess,
} from '../core/sites.js';
import type { FieldDesk } from './desk.js';
import { kept } from './kept.js';
import type { DraftFile, Item } from './outbox.js';
import type { SiteTask } from './task.js';

export type SiteFormName = 'opening' | 'seal-checks' | 'cameras' | 'accesses' | 'cordons';

export type Strengths = Readonly<Partial<Record<CordonName, number>>>;

/** What is being written at a storage, kept with every touch. */
export interface SiteDraft {
  readonly post: string;
  readonly form: SiteFormName;
  readonly seals: string;
  /** How the seals are; absent: not said yet. */
  readonly intact?: boolean;
  readonly files: readonly DraftFile[];
  readonly camera: string;
  readonly up: boolean;
  readonly who: string;
  readonly people: number;
  readonly reason: string;
  readonly boxes: number;
  readonly observers: number;
  readonly strengths: Strengths;
}

/** Somebody inside a storage; `id` is the entry's. */
export interface Entered {
  readonly id: string;
  readonly who: string;
  readonly people: number;
  readonly at: string;
}

/** Who is inside, by what the picture says and by what was sent or is about to be. Oldest first. */
export function enteredNow(post: string, known: readonly StorageAccess[], items: readonly Item[]): readonly Entered[] {
  const counted = items.filter(({ state }) => state !== 'refused');
  const left = new Set(counted.flatMap(({ task }) => (task.what === 'access-exit' ? [task.access] : [])));
  const held = new Set(known.map(({ id }) => id));
  const own = counted.flatMap(({ id, task }): Entered[] => {
    if (task.what !== 'site' || task.act !== 'accesses' || task.post !== post || held.has(id)) return [];
    return [{ id, who: task.body.who, people: task.body.people, at: task.body.at }];
  });
  return [
    ...known
      .filter(({ leftAt }) => leftAt == null)
      .map(({ id, who, people, enteredAt }): Entered => ({ id, who, people, at: enteredAt })),
    ...own,
  ]
    .filter(({ id }) => !left.has(id))
    .sort((a, b) => a.at.localeCompare(b.at));
}

type Told = { [Act in SiteTask['act']]: Omit<Extract<SiteTask, { act: Act }>, 'what' | 'post'> }[SiteTask['act']];

/** The storage of early votes or the counting centre that one's post is, and what goes into the outbox about it. */
export class SiteDesk {
  /** Which form is open. */
  writing: SiteFormName | undefined;

  constructor(private readonly desk: FieldDesk) {}

  /** Whether the post is a storage, watched or to be opened, or a counting centre. */
  get any(): boolean {
    return this.storage !== undefined || this.counting !== undefined;
  }

  get storage(): Storage | undefined {
    return this.may('storage.record') ? this.desk.duty.site.storage : undefined;
  }

  get counting(): CountingCentre | undefined {
    return this.may('counting.record') ? this.desk.duty.site.counting : undefined;
  }

  get cameras(): readonly string[] {
    return (this.desk.duty.site.sealed?.cameras ?? []).map(({ camera }) => camera);
  }

  get sealed(): readonly string[] {
    return this.desk.duty.site.sealed?.seals ?? [];
  }

  get inside(): readonly Entered[] {
    const { duty } = this.desk;
    return enteredNow(duty.post?.id ?? '', duty.site.entered ?? [], this.here);
  }

  /** The stage that is next, those told of here included. */
  get next(): CountingStage | undefined {
    const { counting } = this;
    if (counting === undefined) return undefined;
    return this.here.reduce<CountingStage | undefined>((next, { task, state }) => {
      const told = task.what === 'site' && task.act === 'stage' && state === 'waiting' && task.body.stage === next;
      return told ? nextStage({ stage: next ?? null }) : next;
    }, nextStage(counting));
  }

  /** Whether a round waits here to be sent: what is due then is not due any more. */
  get roundWaits(): boolean {
    return this.here.some(({ task, state }) => task.what === 'site' && task.act === 'rounds' && state === 'waiting');
  }

  /** Whether an opening waits here to be sent. */
  get openingWaits(): boolean {
    return this.here.some(({ task, state }) => task.what === 'site' && task.act === 'opening' && state === 'waiting');
  }

  /** How many stand in each cordon, what waits here to be sent included. */
  get strengths(): Strengths {
    const known = (this.counting?.cordons ?? []).map(({ cordon, actual }) => ({ cordon, actual: actual ?? undefined }));
    const told = this.here
      .filter(({ state }) => state === 'waiting')
      .flatMap(({ task }) => (task.what === 'cordons' ? task.body.cordons : []));
    return Object.fromEntries(
      [...known, ...told].flatMap(({ cordon, actual }) => (actual === undefined ? [] : [[cordon, actual]])),
    );
  }

  draft(form: SiteFormName): SiteDraft {
    const post = this.desk.duty.post?.id ?? '';
    const held = kept.get<SiteDraft>('site');
    if (held?.post === post && held.form === form) return held;
    const { strengths } = this;
    const boxes = Math.max(1, this.storage?.boxes ?? 1);
    const person = { who: 'COMMISSION', people: 2, reason: '' };
    return { post, form, seals: '', files: [], camera: '', up: false, ...person, boxes, observers: 2, strengths };
  }

  keep(draft: SiteDraft): void {
    kept.set('site', draft);
  }

  round(): Promise<void> {
    return this.send({ act: 'rounds', body: { at: this.now } });
  }

  reach(stage: CountingStage): Promise<void> {
    return this.send({ act: 'stage', body: { at: this.now, stage } });
  }

  /** A seal check takes its photographs along. */
  async write(draft: SiteDraft): Promise<void> {
    const { now: at } = this;
    switch (draft.form) {
      case 'seal-checks':
        await this.send(
          { act: 'seal-checks', body: { at, seals: sealsOf(draft.seals), intact: draft.intact === true } },
          draft.files,
        );
        break;
      case 'cameras':
        await this.send({ act: 'cameras', body: { at, camera: draft.camera.trim(), up: draft.up } });
        break;
      case 'opening': {
        const { boxes, observers } = draft;
        await this.send({ act: 'opening', body: { at, boxes, seals: sealsOf(draft.seals), observers } });
        break;
      }
      case 'cordons':
        await this.tellStrengths(draft.strengths);
        break;
      case 'accesses': {
        const { who, people, reason } = draft;
        await this.send({ act: 'accesses', body: { at, who, people, reason: reason.trim() } });
        break;
      }
    }
    kept.drop('site');
  }

  private tellStrengths(strengths: Strengths): Promise<void> {
    const { post } = this.desk.duty;
    const told = cordons.flatMap((cordon) => {
      const actual = strengths[cordon];
      return actual === undefined ? [] : [{ cordon, actual }];
    });
    const task = { what: 'cordons', post: post?.id ?? '', at: this.now, body: { cordons: told } } as const;
    return this.desk.send(task, post?.name ?? '');
  }

  leave(entered: Entered): Promise<void> {
    const at = this.now < entered.at ? entered.at : this.now;
    return this.desk.send({ what: 'access-exit', access: entered.id, body: { at } }, this.desk.duty.post?.name ?? '');
  }

  private send(told: Told, files: readonly DraftFile[] = []): Promise<void> {
    const { post } = this.desk.duty;
    const task = { what: 'site', post: post?.id ?? '', ...told } as SiteTask;
    return this.desk.send(task, post?.name ?? '', undefined, files);
  }

  private get now(): string {
    return this.desk.duty.stamp();
  }

  private get here(): readonly Item[] {
    const { items, operation } = this.desk;
    return items.filter((item) => item.operation === operation?.id);
  }

  private may(action: string): boolean {
    const { session } = this.desk;
    return session.who === undefined || session.may(action);
  }
}
