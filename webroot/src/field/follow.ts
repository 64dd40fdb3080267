import type { Api } from '../core/api.js';
import type { BoxSeals } from '../core/boxes.js';
import type { Visit } from '../core/cases.js';
import { Connection, type End, type Ports } from '../core/connection.js';
import type { Transport } from '../core/custody.js';
import { roomId, stands, type Directive } from '../core/directives.js';
import type { AttachmentList, Duty, Level, ReportPlan, Watch } from '../core/entities.js';
import { effective } from '../core/levels.js';
import { line } from '../core/place.js';
import { circuits, type Circuit, type Present } from './circuit.js';
import type { Change, Incident, Operation, Post, Unit } from '../core/protocol.js';
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
  /** Orders that stand for officers at the post. */
  readonly directives?: readonly Directive[];
  /** Those of them that the post has acknowledged. */
  readonly acknowledged?: readonly string[];
  /** Incidents that the account has reported, as their rooms have them. */
  readonly reported?: readonly Incident[];
  /** What came with them. */
  readonly enclosed?: readonly AttachmentList[];
  /** The emergency duty that counts at the post. */
  readonly level?: Level;
  /** From the top of the tree down to the post's station: who orders. */
  readonly units?: readonly Unit[];
  /** Of a post that is a storage of early votes, who went in too; of one that is a counting centre. */
  readonly storage?: Storage;
  readonly sealed?: StorageDetail;
  readonly entered?: readonly StorageAccess[];
  readonly counting?: CountingCentre;
  /** Rounds of several posts that the unit's people go, and where the account's holder is. */
  readonly circuits?: readonly Circuit[];
  readonly present?: Present;
  /** When it was asked for, in milliseconds by the device's clock. */
  readonly askedAt: number;
}

/** Of whose view what is looked after. */
interface About {
  readonly operation: string;
  readonly unit: string;
}

/** What was heard over the socket. */
export interface Heard {
  /** The store changed. */
  changed(): void;
  /** It was confirmed to be the newest. */
  confirmed(): void;
  ended(end: End): void;
}

/**
 * Looks after one's station. In sight, a socket brings what changes at once; a phone in a pocket keeps none, and asks what changed
 * since when it is looked at again.
 */
export class Follow {
  private store: Store = emptyStore;
  private about: About = { operation: '', unit: '' };
  private connection: Connection | undefined;
  private open = false;

  constructor(private readonly api: Api) {}

  /** What is known of a post now; asks for the whole view when it has none, or when the operation or unit is another. */
  async look(operation: string, unit: string, post: Post | undefined, account: string): Promise<Known> {
    this.turn({ operation, unit });
    if (!this.open) await this.ask(operation, unit);
    return this.known(post, account);
  }

  known(post: Post | undefined, account: string): Known {
    const { store } = this;
    const { operation, unit } = this.about;
    const [held, plan, watch, duty] = [
      one(store, 'operation', operation),
      one(store, 'report-plan', operation),
      one(store, 'watch', post?.id),
      one(store, 'duty', post?.id),
    ];
    const level = effective(store, unit);
    const directives = meant(store, post);
    return {
      ...(held === undefined ? {} : { operation: held }),
      ...(plan === undefined ? {} : { plan }),
      ...(watch === undefined ? {} : { watch }),
      ...(duty === undefined ? {} : { duty }),
      ...(level === undefined ? {} : { level }),
      visits: [...all(store, 'visit').values()].filter((visit) => visit.post === post?.id),
      ...this.transports(post?.id, account),
      ...this.site(post?.id),
      directives,
      acknowledged: directives.map(({ id }) => id).filter((id) => noted(store, id, post)),
      reported: [...all(store, 'incident').values()].filter(({ reportedBy }) => reportedBy?.account === account),
      enclosed: directives.flatMap(({ id }) => one(store, 'attachments', id) ?? []),
      units: line(store, unit),
      ...this.round(account),
      askedAt: Date.now(),
    };
  }

  private round(account: string): Pick<Known, 'circuits' | 'present'> {
    const { store } = this;
    const present = one(store, 'presence', account);
    const found = circuits(all(store, 'deployment').values(), (id) => one(store, 'post', id), this.about.unit);
    return { circuits: found, ...(present === undefined ? {} : { present }) };
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

  /** Hears of every change at once from now on; once is enough, over lost sockets too. */
  listen(operation: string, unit: string, ports: Ports, heard: Heard): void {
    this.turn({ operation, unit });
    if (this.connection !== undefined) {
      this.connection.wake();
      return;
    }
    const connection = new Connection(
      operation,
      unit,
      ports,
      {
        store: (store) => {
          this.store = store;
          heard.changed();
        },
        tick: () => heard.confirmed(),
        phase: (phase) => (this.open = phase === 'open' && this.connection === connection),
        end: (end) => {
          this.rest();
          heard.ended(end);
        },
      },
      undefined,
      this.store,
    );
    this.connection = connection;
    connection.start();
  }

  /** Out of sight: what was heard stays. */
  rest(): void {
    const { connection } = this;
    this.connection = undefined;
    this.open = false;
    connection?.stop();
  }

  private turn(about: About): void {
    if (about.operation === this.about.operation && about.unit === this.about.unit) return;
    this.rest();
    this.store = emptyStore;
    this.about = about;
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

/** What stands for officers at posts of that kind, the newest first. */
function meant(store: Store, post: Post | undefined): Directive[] {
  if (post === undefined) return [];
  return [...all(store, 'directive').values()]
    .filter((directive) => stands(directive) && directive.posts.includes(post.postKind))
    .sort((a, b) => (a.issuedAt > b.issuedAt ? -1 : 1));
}

const noted = (store: Store, directive: string, post: Post | undefined): boolean =>
  one(store, 'directive-posts', roomId(directive, post?.unit ?? ''))?.posts.includes(post?.id ?? '') ?? false;
