import { timingSafeEqual } from 'node:crypto'
import { civilDay } from '@sidan/types/civil'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { claimedId, mayVerify, verifiesVouchers, voucherSecret } from './rules.ts'
import { lockByCode, lockRedemption, moveStock, type RedemptionRow, useRedemption } from './store.ts'

/**
 * 核销 by QR or typed code, once: of several scanners at once one succeeds, the others find the voucher used. The held points are captured in the same
 * transaction, in the name of this verification: one that is undone can be followed by another. Returns the redemption's id, which only the voucher told.
 */
export async function verifyVoucher(tx: Tx, actor: Actor, crypto: Crypto, voucher: string): Promise<string> {
  if (!verifiesVouchers(actor)) refuse('not-allowed')
  const redemption = await lockVoucher(tx, crypto, voucher)
  if (!redemption) return refuse('voucher-unknown')
  const pickUp = { stationId: redemption.pickUpUnitId, instituteId: redemption.pickUpInstituteId }
  const answer = mayVerify({ ...redemption, pickUp }, actor, tx.now)
  if (answer !== true) refuse(answer)
  const hold = await findTransfer(tx, 'redemption-hold', redemption.id)
  const verificationId = newId(tx.now.getTime())
  await useRedemption(tx, redemption.id, { id: verificationId, byId: actor.personId })
  await moveStock(tx, redemption.itemId, { stock: 0, held: -1, handedOut: 1 })
  await post(tx, {
    reason: 'redemption-capture',
    ref: verificationId,
    policyVersion: hold.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'points',
        amount: redemption.pricePoints,
        from: { person: redemption.payerId, account: 'held' },
        to: { issuer: 'rewardStore' },
        of: hold.id,
      },
    ],
  })
  await tell(
    tx,
    [
      {
        to: { personId: redemption.personId },
        kind: 'voucher-used',
        about: redemption.title,
        redemptionId: redemption.id,
        points: redemption.pricePoints,
      },
    ],
    actor.personId,
  )
  return redemption.id
}

async function lockVoucher(tx: Tx, crypto: Crypto, voucher: string): Promise<RedemptionRow | undefined> {
  const scan = readScan(voucher)
  if (scan?.kind !== 'voucher') return lockByCode(tx, voucher)
  const id = claimedId(scan.secret)
  if (id === undefined) return undefined
  const own = Buffer.from(voucherSecret(id, crypto.deriveSecret('voucher', id)))
  const shown = Buffer.from(scan.secret)
  return own.length === shown.length && timingSafeEqual(own, shown) ? lockRedemption(tx, id) : undefined
}
