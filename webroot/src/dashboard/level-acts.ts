import type { Level, Muster } from '../core/entities.js';
import { settled } from '../core/levels.js';

export type LevelAct = 'confirm' | 'approve' | 'refuse' | 'extend' | 'lift' | 'receive';

/** Who asks: his account, his unit, what he may do, and what lies above what. */
export interface Actor {
  readonly account: string;
  readonly home: string;
  readonly may: (action: string) => boolean;
  readonly isAbove: (code: string, unit: string) => boolean;
}

/** What may sensibly be done with a declaration; the server decides again. */
export function levelActs(level: Level, own: Muster | undefined, actor: Actor): LevelAct[] {
  if (settled(level)) return [];
  const { account, home, may, isAbove } = actor;
  const needs = level.needs ?? [];
  const within = home === level.unit || isAbove(home, level.unit);
  const another = level.declaredBy?.account !== account;
  const confirm = needs.includes('CONFIRMATION') && another && within && may('level.approve');
  const approve = needs.includes('APPROVAL') && another && isAbove(home, level.unit) && may('level.approve');
  const declares = within && may('level.declare');
  const offered: Record<LevelAct, boolean> = {
    receive: own !== undefined && own.receivedAt == null && may('level.answer'),
    confirm,
    approve,
    refuse: confirm || approve,
    extend: declares && level.state !== 'PROPOSED',
    lift: declares,
  };
  return (Object.keys(offered) as LevelAct[]).filter((act) => offered[act]);
}
