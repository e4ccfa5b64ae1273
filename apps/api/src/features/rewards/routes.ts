import * as rewards from '@sidan/types/rewards'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { cancelRedemption } from './cancel-redemption.ts'
import { readHandedOut } from './read-handed-out.ts'
import { readUndone, readVerified } from './read-verified.ts'
import { readMyRedemptions, readRedemption, readRewardItems } from './reads.ts'
import { redeemItem } from './redeem-item.ts'
import { undoVerification } from './undo-verification.ts'
import { verifyVoucher } from './verify-voucher.ts'

export function rewardsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(rewards.listRewardItems, (tx, actor, { query }) =>
    readRewardItems(tx, actor, {
      cursor: query.cursor,
      limit: pageLimit(query.limit),
    }),
  )
  http.write(rewards.redeemItem, {
    subject: 'new',
    run: (tx, actor, { body }, redemptionId) => redeemItem(tx, actor, redemptionId, body),
    show: (tx, actor, redemptionId) => readRedemption(tx, actor, crypto, redemptionId),
  })
  http.read(rewards.listMyRedemptions, (tx, actor, { query }) =>
    readMyRedemptions(tx, actor, crypto, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(rewards.getRedemption, (tx, actor, { params }) => readRedemption(tx, actor, crypto, params.redemptionId))
  http.write(rewards.cancelRedemption, {
    subject: ({ params }) => params.redemptionId,
    run: (tx, actor, { params }) => cancelRedemption(tx, actor, params.redemptionId),
    show: (tx, actor, redemptionId) => readRedemption(tx, actor, crypto, redemptionId),
  })
  http.write(rewards.verifyVoucher, {
    subject: () => undefined,
    // A scanned secret has 128 bits: nobody guesses it.
    guess: { refusedAs: 'voucher-unknown', typed: ({ body }) => readScan(body.voucher)?.kind !== 'voucher' },
    run: (tx, actor, { body }) => verifyVoucher(tx, actor, crypto, body.voucher),
    show: (tx, actor, redemptionId) => readVerified(tx, actor, redemptionId),
  })
  http.write(rewards.undoVerification, {
    subject: ({ params }) => params.redemptionId,
    run: (tx, actor, { params }) => undoVerification(tx, actor, params.redemptionId),
    show: (tx, actor, redemptionId) => readUndone(tx, actor, redemptionId),
  })
  http.read(rewards.listHandedOut, (tx, actor, { query }) =>
    readHandedOut(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
