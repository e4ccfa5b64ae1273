import type { BodyOf } from '@sidan/types/endpoint'
import type { changeShelfItem } from '@sidan/types/reward-shelf'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { mayKeepShelf } from './rules.ts'
import { type LockedItem, lockShelfItem, saveItem, type Written } from './store.ts'

/** An item that the actor keeps, locked. Refuses not-found: of another shelf nobody learns anything. */
export async function lockKept(tx: Tx, actor: Actor, itemId: string): Promise<LockedItem> {
  const item = await lockShelfItem(tx, itemId)
  return item && mayKeepShelf(actor, item.pickUp) ? item : refuse('not-found')
}

/** Saves what was named and leaves the rest, so that two who change different things both have their way. */
export async function changeItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { limit, opensAt, ...named }: BodyOf<typeof changeShelfItem>,
): Promise<void> {
  const item = await lockKept(tx, actor, itemId)
  if (named.feeFen !== undefined && item.partnerId === null) refuse('partner-unknown')
  const changed = {
    ...named,
    ...(limit === undefined ? {} : { limitPerPerson: limit?.perPerson ?? null, limitDays: limit?.days ?? null }),
    ...(opensAt === undefined ? {} : { opensAt: opensAt === null ? null : new Date(opensAt) }),
  }
  const given = Object.entries(changed).filter(([, value]) => value !== undefined)
  await saveItem(tx, itemId, Object.fromEntries(given) as Partial<Written>)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'change-item',
    subjectKind: 'reward-item',
    subjectId: itemId,
  })
}
