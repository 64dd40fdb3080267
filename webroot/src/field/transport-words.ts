import type { Word } from '../i18n/index.js';
import type { SiteAct, TransportTask } from './task.js';

/** What a record of a route says, in one word. */
export function wordOf(task: TransportTask): Word {
  switch (task.act) {
    case 'departure':
      return 'transport.depart';
    case 'checkpoint':
      return 'transport.checkpoint';
    case 'stop':
      return 'transport.stop';
    case 'resumption':
      return 'transport.resume';
    case 'arrival':
      return 'transport.arrive';
    case 'handover':
      return `transport.handover.${task.body.side}`;
  }
}

const sites: Readonly<Record<SiteAct, Word>> = {
  rounds: 'storage.round',
  'seal-checks': 'storage.sealCheck',
  cameras: 'storage.camera.report',
  accesses: 'storage.enter',
  opening: 'site.open',
  stage: 'counting.stage',
};

/** Likewise of a storage or a counting centre. */
export const siteWord = (act: SiteAct): Word => sites[act];
