import type { Tx } from '../../platform/db.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { lockDealtWith } from './add-item.ts'
import { lockKept } from './change-item.ts'
import { saveItem } from './store.ts'

/** 下架, 重新上架. Who does it again changes nothing; vouchers that are held stay as they are. */
export async function setActive(tx: Tx, actor: Actor, itemId: string, active: boolean): Promise<void> {
  const item = await lockKept(tx, actor, itemId)
  if (item.active === active) return
  if (active && item.partnerId !== null) await lockDealtWith(tx, item.pickUp.stationId, item.partnerId)
  await saveItem(tx, itemId, { active })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: active ? 'reopen-item' : 'close-item',
    subjectKind: 'reward-item',
    subjectId: itemId,
  })
}
