import type { BodyOf } from '@sidan/types/endpoint'
import type { addShelfItem } from '@sidan/types/reward-shelf'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { lockPartner } from '../partners/store.ts'
import type { Actor } from '../roles/rules.ts'
import { countsOf, mayAddTo } from './rules.ts'
import { insertItem, insertMove, lockPickUp } from './store.ts'

/** A partner that the unit deals with, locked against being closed meanwhile. */
export async function lockDealtWith(tx: Tx, unitId: string, partnerId: string): Promise<void> {
  const partner = await lockPartner(tx, partnerId, 'share')
  if (partner?.unit.id !== unitId) refuse('partner-unknown')
  if (partner.closed) refuse('partner-closed')
}

/** 上架: something new on a unit's shelf; its first pieces come as a movement, as all later ones do. */
export async function addItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { unitId, stockCount, limit, opensAt, partner, ...named }: BodyOf<typeof addShelfItem> & { unitId: string },
): Promise<void> {
  const pickUp = (await lockPickUp(tx, unitId)) ?? refuse('not-found')
  if (!mayAddTo(actor, pickUp)) refuse('not-allowed')
  if (partner) await lockDealtWith(tx, unitId, partner.partnerId)
  await insertItem(tx, {
    ...named,
    partnerId: partner?.partnerId ?? null,
    feeFen: partner?.feeFen ?? null,
    id: itemId,
    pickUpUnitId: unitId,
    limitPerPerson: limit?.perPerson ?? null,
    limitDays: limit?.days ?? null,
    opensAt: opensAt === null ? null : new Date(opensAt),
  })
  const first = { itemId, kind: 'received' as const, count: stockCount, words: null, byId: actor.personId }
  if (stockCount > 0) await insertMove(tx, first, countsOf('received', stockCount))
  await writeAudit(tx, { actorId: actor.personId, action: 'add-item', subjectKind: 'reward-item', subjectId: itemId })
}
