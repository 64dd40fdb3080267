import type { Api } from '../core/api.js';
import type { BoxSeals } from '../core/boxes.js';
import type { Visit } from '../core/cases.js';
import type { Transport } from '../core/custody.js';
import type { Duty, ReportPlan, Watch } from '../core/entities.js';
import type { Change, Operation } from '../core/protocol.js';
import { inside } from '../core/remote.js';
import type { CountingCentre, Storage, StorageAccess, StorageDetail } from '../core/sites.js';
import { all, applyChange, emptyStore, one, type Store } from '../core/store.js';

/** The little of the picture that a phone shows, kept on the device for when nothing answers. */
export interface Known {
  readonly operation?: Operation;
  readonly watch?: Watch;
  readonly duty?: Duty;
  readonly plan?: ReportPlan;
  /** Police inside the post, now and before. */
  readonly visits?: readonly Visit[];
  /** Ballot boxes' routes from and to the post or with the account, and those boxes' seals. */
  readonly routes?: readonly Transport[];
  readonly boxes?: readonly BoxSeals[];
  /** Of a post that is a storage of early votes, who went in too; of one that is a counting centre. */
  readonly storage?: Storage;
  readonly sealed?: StorageDetail;
  readonly entered?: readonly StorageAccess[];
  readonly counting?: CountingCentre;
  /** When it was asked for, in milliseconds by the device's clock. */
  readonly askedAt: number;
}

/** Looks after one's station by asking what changed since: a phone in a pocket keeps no socket open. */
export class Follow {
  private store: Store = emptyStore;
  private about = '';

  constructor(private readonly api: Api) {}

  /** What is known of a post now; asks for the whole view when it has none, or when the operation or unit is another. */
  async look(operation: string, unit: string, post: string | undefined, account: string): Promise<Known> {
    const about = `${operation} ${unit}`;
    if (about !== this.about) this.store = emptyStore;
    this.about = about;
    await this.ask(operation, unit);
    const [held, plan, watch, duty] = [
      one(this.store, 'operation', operation),
      one(this.store, 'report-plan', operation),
      one(this.store, 'watch', post),
      one(this.store, 'duty', post),
    ];
    return {
      ...(held === undefined ? {} : { operation: held }),
      ...(plan === undefined ? {} : { plan }),
      ...(watch === undefined ? {} : { watch }),
      ...(duty === undefined ? {} : { duty }),
      visits: [...all(this.store, 'visit').values()].filter((visit) => visit.post === post),
      ...this.transports(post, account),
      ...this.site(post),
      askedAt: Date.now(),
    };
  }

  private site(post: string | undefined): Pick<Known, 'storage' | 'sealed' | 'entered' | 'counting'> {
    const [storage, detail] = [one(this.store, 'storage', post), one(this.store, 'storage-detail', post)];
    const counting = one(this.store, 'counting', post);
    const entered = [...all(this.store, 'storage-access').values()].filter((access) => access.post === post);
    return {
      ...(storage === undefined ? {} : { storage, entered }),
      ...(detail === undefined ? {} : { sealed: detail }),
      ...(counting === undefined ? {} : { counting }),
    };
  }

  private transports(post: string | undefined, account: string): Pick<Known, 'routes' | 'boxes'> {
    const routes = [...all(this.store, 'route').values()].filter(
      ({ from, to, departure }) =>
        from === post || to === post || (departure?.officers ?? []).some((officer) => officer.account === account),
    );
    const numbers = new Set(routes.flatMap(({ boxes }) => boxes ?? []));
    const boxes = [...all(this.store, 'box').values()].filter(({ number }) => numbers.has(number));
    return { routes, boxes: boxes.map(({ number, seals }) => ({ box: number, seals: seals ?? [] })) };
  }

  private async ask(operation: string, scope: string): Promise<void> {
    const since = this.store.cursor;
    const change = await this.api.get<Change>(`${inside(operation)}/picture`, { scope, since });
    const result = applyChange(this.store, change);
    if (result.applied) this.store = result.store;
    else if (since !== undefined) {
      this.store = emptyStore;
      await this.ask(operation, scope);
    }
  }
}
