import { t } from '../i18n/index.js';
import type { Api } from './api.js';
import type { Entity, Person } from './protocol.js';
import { inside, type Page } from './remote.js';

/** What stands where words were that are destroyed (docs/record.md). */
export const gone = '[삭제됨]';

/** A text of the record, in the reader's language where it is not there any more. */
export const said = (text: string): string => (text === gone ? t('erased') : text);

export type ErasureState = 'REQUESTED' | 'REFUSED' | 'ERASED';

/** As the live picture of the highest unit has it; its id is the entry's seq. */
export interface Erasure extends Entity {
  readonly kind: 'erasure';
  readonly subject: string;
  readonly basis: string;
  readonly state: ErasureState;
  readonly requestedAt: string;
  readonly requestedBy: Person;
  readonly decidedAt?: string;
  readonly decidedBy?: Person;
}

/** Who wanted an entry's words gone, why, and who decided. */
export interface Erasing {
  readonly state: ErasureState;
  readonly reason: string;
  readonly basis: string;
  readonly requestedAt: string;
  readonly requestedBy: Person;
  readonly decidedAt?: string;
  readonly decidedBy?: Person;
}

export interface ErasureLine {
  readonly seq: number;
  /** Of the entry's event. */
  readonly type: string;
  readonly subject: string;
  readonly erasure: Erasing;
}

export const erasures = async (api: Api, operation: string): Promise<readonly ErasureLine[]> =>
  (await api.get<Page<ErasureLine>>(`${inside(operation)}/erasures`)).items;
