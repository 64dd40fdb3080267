import type { Alarm, Cause } from '../../core/alarms.js';
import { Problem } from '../../core/api.js';
import { explain } from '../../core/explain.js';
import { commandId } from '../../core/id.js';
import { one, type Store } from '../../core/store.js';
import { t, type Word } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Page, Route } from '../route.js';
import { idOf } from './words.js';

/** The act that the thing itself has; `notes`: it is a taking note, so that the alarm needs none of its own. */
export interface OwnAct {
  readonly name: Word;
  readonly notes: boolean;
  readonly run: () => Promise<void>;
}

/** What a room does about an alarm: open it, do what is to be done, or take note. */
export class AlarmActs {
  /** Ids of commands whose outcome is not known yet. */
  private readonly ids = new Map<string, string>();
  private readonly busy = new Set<string>();

  constructor(private readonly desk: Desk) {}

  get notes(): boolean {
    return this.desk.session.may('alarm.acknowledge');
  }

  sending(alarm: Alarm): boolean {
    return this.busy.has(alarm.key);
  }

  open(store: Store, alarm: Alarm): void {
    const { desk } = this;
    const id = idOf(alarm.causes[0]?.subject ?? '');
    const to = (page: Page, open: Partial<Route> = {}): void => desk.turn(page, { scope: desk.home, ...open });
    const single = alarm.causes.length === 1;
    switch (alarm.kind) {
      case 'INCIDENT_CODE_0':
      case 'INCIDENT_CODE_1':
      case 'INCIDENT_ESCALATED':
      case 'INCIDENT_ESCALATED_URGENT':
        return desk.go({ scope: desk.home, incident: id });
      case 'UPWARD_REPORT':
        return to('upward');
      case 'LEVEL_ORDER':
        return to('levels');
      case 'DIRECTIVE':
        return to('directives', single ? { directive: id } : {});
      case 'LOST_CONTACT':
      case 'OUTAGE':
        return to('silence');
      case 'ROUTE_OVERDUE':
        return to('transport');
      case 'ROUTE_STOPPED':
        return to('transport', single ? { transport: id } : {});
      case 'DISCREPANCY': {
        const route = one(store, 'discrepancy', id)?.route;
        return to('transport', single && route !== undefined ? { transport: route } : {});
      }
      case 'STORAGE_GAP':
      case 'SEAL_DIFFERS':
        return to('storages');
      case 'PICTURE_STALE':
        return location.reload();
    }
  }

  /** Of one thing only: many are opened first. */
  own(store: Store, alarm: Alarm): OwnAct | undefined {
    const [cause] = alarm.causes;
    if (alarm.causes.length !== 1 || cause === undefined || alarm.noted !== undefined) return undefined;
    return this.ownOf(store, alarm, cause);
  }

  /** Ends the sound for the whole room; the alarm stays for as long as its cause lasts. */
  async note(alarm: Alarm): Promise<void> {
    if (alarm.kind === 'PICTURE_STALE') return this.desk.alarms.watch.noteStale();
    const { kind, subject, since } = alarm;
    const body = { kind, subject, since: new Date(since).toISOString() };
    await this.send(alarm, '/alarms/acknowledgements', body, t('alarm.note.done'));
  }

  private ownOf(store: Store, alarm: Alarm, { kind, subject }: Cause): OwnAct | undefined {
    const { desk } = this;
    const id = idOf(subject);
    const may = (action: string): boolean => desk.session.may(action);
    const sent =
      (path: string): (() => Promise<void>) =>
      () =>
        this.send(alarm, path, {}, t('alarm.act.done'));
    switch (kind) {
      case 'INCIDENT_CODE_0':
      case 'INCIDENT_CODE_1':
      case 'INCIDENT_ESCALATED':
      case 'INCIDENT_ESCALATED_URGENT': {
        const incident = one(store, 'incident', id);
        const mine = incident?.unit === desk.home && incident.status === 'REPORTED';
        if (!mine || !may('incident.acknowledge') || !desk.session.works(incident.handling ?? '')) return undefined;
        return {
          name: 'alarm.act.INCIDENT',
          notes: false,
          run: sent(`/incidents/${encodeURIComponent(id)}/acknowledgement`),
        };
      }
      case 'UPWARD_REPORT':
        if (!may('incident.report-up')) return undefined;
        return {
          name: 'alarm.act.UPWARD_REPORT',
          notes: false,
          run: sent(`/upward-reports/${encodeURIComponent(id)}/receipt`),
        };
      case 'LEVEL_ORDER': {
        const declaration = one(store, 'muster', id)?.declaration;
        if (declaration === undefined || !may('level.answer')) return undefined;
        return {
          name: 'alarm.act.LEVEL_ORDER',
          notes: false,
          run: sent(`/levels/${encodeURIComponent(declaration)}/receipt`),
        };
      }
      case 'DIRECTIVE':
        if (!may('directive.answer')) return undefined;
        return {
          name: 'alarm.act.DIRECTIVE',
          notes: false,
          run: sent(`/directives/${encodeURIComponent(id)}/acknowledgement`),
        };
      case 'LOST_CONTACT':
      case 'OUTAGE':
        if (id !== desk.home || !may('silence.acknowledge')) return undefined;
        return {
          name: 'alarm.act.note',
          notes: true,
          run: sent(`/silences/${encodeURIComponent(id)}/acknowledgement`),
        };
      case 'ROUTE_OVERDUE':
        if (id !== desk.home || !may('overdue.acknowledge')) return undefined;
        return { name: 'alarm.act.note', notes: true, run: sent(`/overdue/${encodeURIComponent(id)}/acknowledgement`) };
      case 'ROUTE_STOPPED':
      case 'DISCREPANCY':
      case 'STORAGE_GAP':
      case 'SEAL_DIFFERS':
      case 'PICTURE_STALE':
        return undefined;
    }
  }

  /** Keeps the id until the outcome is known; somebody of the room who was first is no failure. */
  private async send(alarm: Alarm, path: string, body: unknown, done: string): Promise<void> {
    const { desk } = this;
    if (this.busy.has(alarm.key)) return;
    const key = `${path} ${JSON.stringify(body)}`;
    const id = this.ids.get(key) ?? commandId();
    this.ids.set(key, id);
    this.busy.add(alarm.key);
    desk.changed.emit();
    try {
      await desk.command(path, body, id);
      this.ids.delete(key);
      desk.say(done);
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.ids.delete(key);
      desk.say(explain(error));
    } finally {
      this.busy.delete(alarm.key);
      desk.changed.emit();
    }
  }
}
