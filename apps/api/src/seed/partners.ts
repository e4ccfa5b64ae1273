import { momentOf } from '@sidan/types/civil'
import { issuePartnerInvitation } from '../features/invitations/issue-invitation.ts'
import { readInvitation } from '../features/invitations/reads.ts'
import { addPartner } from '../features/partners/add-partner.ts'
import { addItem } from '../features/reward-shelf/add-item.ts'
import { readRedemption } from '../features/rewards/reads.ts'
import { redeemItem } from '../features/rewards/redeem-item.ts'
import { verifyVoucher } from '../features/rewards/verify-voucher.ts'
import { acceptInvitation } from '../features/roles/accept-invitation.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Stage } from './cast.ts'
import type { Telling } from './telling.ts'

/** A breakfast shop gives out for points: it was taken in before last month's end, handed a bowl out, and has its first statement to look at. */
export async function tellPartners(
  { clock, crypto }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  stage: Stage,
  day: string,
): Promise<void> {
  const [partnerId, invitationId, itemId, voucherId] = [newId(), newId(), newId(), newId()]
  clock.now = momentOf(day, '20:10')
  const shop = { name: '老街早餐店', kind: 'merchant' as const, address: '老街 12 号' }
  await as('keeper', (tx, actor) => addPartner(tx, actor, partnerId, { unitId: stage.stationId, ...shop }))
  const owner = { partnerId, role: 'partnerOwner' as const, displayName: '沈店长' }
  await as('keeper', (tx, actor) => issuePartnerInvitation(tx, actor, crypto, invitationId, owner))
  const { code } = await as('keeper', (tx, actor) => readInvitation(tx, actor, crypto, invitationId))
  await as('shopOwner', (tx, actor) => acceptInvitation(tx, actor, crypto, newId(), code ?? ''))
  const bowl = {
    title: '热干面一碗',
    icon: 'gift' as const,
    pricePoints: 10,
    limit: null,
    opensAt: null,
    stockCount: 60,
  }
  await as('keeper', (tx, actor) =>
    addItem(tx, actor, itemId, {
      unitId: stage.stationId,
      ...bowl,
      partner: { partnerId: partnerId as never, feeFen: 450 },
    }),
  )
  clock.now = momentOf(day, '20:30')
  await as('second', (tx, actor) => redeemItem(tx, actor, voucherId, { itemId }))
  clock.now = momentOf(day, '20:40')
  const voucher = await as('second', (tx, actor) => readRedemption(tx, actor, crypto, voucherId))
  await as('shopOwner', (tx, actor) => verifyVoucher(tx, actor, crypto, voucher.code ?? ''))
}
