/** A partner of the reward store at the station: every step makes something new. */
import { addPartner, invitePartnerMember, type Partner, type PartnerRole } from '@sidan/types/partners'
import { addShelfItem, type ShelfItem } from '@sidan/types/reward-shelf'
import { type Redemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { acceptInvitation } from '@sidan/types/roles'
import { newId } from '../platform/ids.ts'
import { shelfForm } from './shelf.ts'
import type { World } from './world.ts'

/** As a form writes one. */
export const partnerForm = (more: object = {}) => ({
  ...{ name: `早餐店${newId().slice(-8)}`, kind: 'merchant' as const, address: '城畈路 12 号' },
  ...more,
})

/** Taken in by the station's keeper; nobody works there yet. */
export const takenIn = (w: World): Promise<Partner> =>
  w.done('keeper', addPartner, { params: { unitId: w.county.stage.stationId }, body: partnerForm() })

/** Somebody of the cast works there from now on, by a code of the keeper's. */
export async function letIn(w: World, partnerId: string, who: string, role: PartnerRole): Promise<{ grantId: string }> {
  const body = { role, displayName: who }
  const { code } = await w.done('keeper', invitePartnerMember, { params: { partnerId }, body })
  return w.done(who, acceptInvitation, { body: { code: code ?? '' } })
}

/** With an owner, and a clerk where one is named. */
export async function partnered(w: World, clerk?: string): Promise<Partner> {
  const partner = await takenIn(w)
  await letIn(w, partner.partnerId, 'shopOwner', 'partnerOwner')
  if (clerk) await letIn(w, partner.partnerId, clerk, 'partnerClerk')
  return partner
}

/** Something of theirs on the station's shelf: ten points, worth four yuan to them. */
export const offered = (w: World, partnerId: string, more: object = {}): Promise<ShelfItem> =>
  w.done('keeper', addShelfItem, {
    params: { unitId: w.county.stage.stationId },
    body: shelfForm({ title: '热干面一碗', partner: { partnerId, feeFen: 400 }, ...more }),
  })

/** Exchanged by the volunteer for an hour's points, and waiting to be fetched. */
export async function exchanged(w: World, itemId: string): Promise<Redemption> {
  await w.approved()
  return w.done('volunteer', redeemItem, { body: { itemId } })
}

/** Exchanged by the volunteer for points they have, and handed out at this moment. */
export async function handedOver(w: World, itemId: string, by = 'shopOwner'): Promise<Redemption> {
  const voucher = await w.done('volunteer', redeemItem, { body: { itemId } })
  await w.done(by, verifyVoucher, { body: { voucher: voucher.code ?? '' } })
  return voucher
}

/** The same for points of an hour that is served before. */
export async function fetched(w: World, itemId: string, by = 'shopOwner'): Promise<Redemption> {
  await w.approved()
  return handedOver(w, itemId, by)
}
