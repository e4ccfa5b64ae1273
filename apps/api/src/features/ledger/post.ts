/**
 * The ledger's one writer. Value moves only here, by one call of the SQL function `post_transfer`, in the transaction of the fact that moves it.
 *
 *   earn      issuer:serviceRecords → person.available   makes a lot with its expiry day
 *   hold      person.available → person.held             names its lots, earliest expiry first
 *   capture   person.held → issuer:rewardStore           the held lots are gone
 *   void      person.held → person.available             the lots come back with their old expiry; what is past expires at once
 *   expire    person.available → issuer:expired
 *   minutes   issuer:serviceRecords → person.earnedMinutes
 *
 * A fact moves value once: (reason, ref) is unique, and posting it again changes nothing. Minutes and points are never converted into one another
 * here: how many points a record is worth is the policy's, and the record's page shows the formula. No points↔cash (rule-13).
 */
import type { AccountCode, TransferReason } from '@sidan/types/ledger'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'

/** Where value comes from or goes to besides people. */
export type Issuer = 'serviceRecords' | 'rewardStore' | 'expired'

export type Side = { person: string; account: AccountCode } | { issuer: Issuer }

export interface Move {
  unit: 'points' | 'minutes'
  /** More than 0. */
  amount: number
  from: Side
  to: Side
  /** The lot's last day, for what is issued into `available`. */
  expiresOn?: string
  /** The transfer whose held lots a capture or void takes. */
  of?: string
  /** One lot, for expiry. */
  lot?: string
}

export interface Transfer {
  reason: TransferReason
  /** The id of the fact: a record, a redemption, a lot. */
  ref: string
  policyVersion: number
  happenedAt: Date
  /** The civil day it is posted, for expiry: Asia/Shanghai. */
  today: string
  reverses?: string
  moves: Move[]
}

const errorCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/**
 * Posts a transfer and returns its id; the earlier id when this fact was posted before. Refuses `not-enough-points` when an account or its unexpired
 * lots do not cover a move. After a refusal the transaction is over: the caller must let it roll back.
 */
export async function post(tx: Tx, transfer: Transfer): Promise<string> {
  try {
    const [row] = await tx.rows<{ id: string }>({
      name: 'ledger.post',
      text: 'select post_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id',
      values: [
        tx.countyId,
        newId(tx.now.getTime()),
        transfer.reason,
        transfer.ref,
        transfer.policyVersion,
        transfer.happenedAt,
        tx.now,
        transfer.today,
        transfer.reverses ?? null,
        JSON.stringify(transfer.moves),
      ],
    })
    return row?.id ?? refuse('internal-error', 'the ledger did not answer')
  } catch (error) {
    return errorCode(error) === 'SD001' ? refuse('not-enough-points') : Promise.reject(error)
  }
}
