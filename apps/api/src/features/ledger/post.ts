/**
 * The ledger's one writer. Value moves only here, by one call of the SQL function `post_transfer`, in the transaction of the fact that moves it.
 *
 *   earn      issuer:serviceRecords → person.available   makes a lot with its expiry day
 *   hold      person.available → person.held             names its lots, earliest expiry first
 *   capture   person.held → issuer:rewardStore           the held lots are gone
 *   undo      issuer:rewardStore → person.held           the captured lots are held again, and can be captured or voided anew
 *   void      person.held → person.available             the lots come back with their old expiry; what is past expires at once
 *   expire    person.available → issuer:expired
 *   minutes   issuer:serviceRecords → person.earnedMinutes
 *   action    issuer:earningActions → person.available    what staff counted per piece (features/action-counts); a lot of its own
 *
 * What a record moved is taken back by `reverse`, when the record is corrected or reversed: its minutes wholly, and of its points what is left in their lot.
 * What was counted per piece is taken back the same way, to where it came from.
 * The points that are gone (spent, reserved by a voucher, expired) the county's `absorbed` gives instead, so that the person owes nothing:
 *
 *   minutes   person.earnedMinutes → issuer:serviceRecords
 *   points    person.available → issuer:serviceRecords     the named lot, and what came back to lots of earlier versions
 *             issuer:absorbed → issuer:serviceRecords      the rest
 *
 * Who cheated, as a person decided and nobody took back (features/fraud), owes what `absorbed` gave for that record. It is a debt, which the next earnings pay
 * first: whatever is issued into `available` does so in the same call, inside `post_transfer`, from its own lot. A lifted decision gives back what was paid.
 *
 *   owe       issuer:debts → person.owed                  makes a debt
 *   pay       person.available → issuer:absorbed           the new lot, with person.owed → issuer:debts, the oldest debt
 *   lift      issuer:absorbed → person.available           what was paid, with person.owed → issuer:debts for the rest
 *
 * Time credit is made by saving a record, once for its chain of versions, and moves between people by gift or for service (features/time-bank):
 *
 *   save      issuer:timeBank → person.timeCredit         or from who set time aside for the order: their heldCredit
 *   gift      person.timeCredit → person.heldCredit → another's receivedCredit
 *   pledge    person.receivedCredit, person.timeCredit → person.heldCredit
 *   pool      person.timeCredit → issuer:timePool → issuer:timePoolHeld, which a saving pays from; its floor is a row of its own (features/time-pool)
 *
 * A fact moves value once: (reason, ref) is unique, and posting it again changes nothing. Minutes and points are never converted into one another
 * here: how many points a record is worth is the policy's, and the record's page shows the formula. No points↔cash (rule-13).
 */
import type { AccountCode, TransferReason } from '@sidan/types/ledger'
import type { ProblemCode } from '@sidan/types/problems'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { type Left, piecesOf } from './rules.ts'
import { findAbsorbed, findLeft, findReturned, lockPerson, lockPosted } from './store.ts'

/** Where value comes from or goes to besides people. */
export type Issuer = 'serviceRecords' | 'earningActions' | 'rewardStore' | 'expired' | 'absorbed' | 'debts' | TimeIssuer
type TimeIssuer = 'timeBank' | 'timePool' | 'timePoolHeld'

export type Side = { person: string; account: AccountCode } | { issuer: Issuer }

export interface Move {
  /** That of the accounts it moves between; time credit is neither points nor minutes served. */
  unit: 'points' | 'minutes' | 'timeCredit'
  /** More than 0. */
  amount: number
  from: Side
  to: Side
  /** The lot's last day, for what is issued into `available`. */
  expiresOn?: string
  /** The transfer whose held lots a capture or void takes, or the capture whose lots an undo brings back. */
  of?: string
  /** One lot, for expiry, for what is taken back, and for what comes back to it. */
  lot?: string
  /** The debt that what leaves `owed`, or comes back of what was paid, belongs to. */
  debt?: string
}

export interface Transfer {
  reason: TransferReason
  /** The id of the fact: a record, a counting, a redemption, a verification of its voucher, a lot. */
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
 * Posts a transfer and returns its id; the earlier id when this fact was posted before. Refuses `not-enough-points`, or what the caller calls it, when an
 * account or its unexpired lots do not cover a move. After a refusal the transaction is over: the caller must let it roll back.
 */
export async function post(tx: Tx, transfer: Transfer, short: ProblemCode = 'not-enough-points'): Promise<string> {
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
    return errorCode(error) === 'SD001' ? refuse(short) : Promise.reject(error)
  }
}

/** What is left after a fact was reversed: points of its chain that are gone and stay with the person, and the last day of what was left. */
export interface Reversed {
  gonePoints: number
  expiresOn: string | null
}

/**
 * Reverses all that was posted for a version of a person's record, or for a counting, which is its own chain, and not reversed before. Their accounts are locked first, so that of a spend and a reversal
 * at the same moment the later one sees what the earlier one left.
 */
export async function reverse(
  tx: Tx,
  { personId, ref, chainId, today }: { personId: string; ref: string; chainId: string; today: string },
): Promise<Reversed> {
  const posted = await lockPosted(tx, personId, ref)
  const left = posted.some(({ points, lotRemaining }) => points > lotRemaining) ? await findLeft(tx, chainId) : []
  const taken: Left[] = []
  for (const { id, policyVersion, happenedAt, issuer, minutes, points, lotId, lotRemaining, expiresOn } of posted) {
    const to = { issuer }
    const own = lotId && expiresOn ? [{ lotId, remaining: lotRemaining, expiresOn }] : []
    const pieces = piecesOf(points, [...own, ...left])
    const gone = pieces.reduce((rest, { remaining }) => rest - remaining, points)
    taken.push(...own, ...pieces)
    const moves: Move[] = [
      { unit: 'minutes', amount: minutes, from: { person: personId, account: 'earnedMinutes' }, to },
      ...pieces.map(
        (piece): Move => ({
          ...{ unit: 'points', amount: piece.remaining, from: { person: personId, account: 'available' }, to },
          lot: piece.lotId,
        }),
      ),
      { unit: 'points', amount: gone, from: { issuer: 'absorbed' }, to },
    ]
    const fact = { policyVersion, happenedAt, today, moves: moves.filter(({ amount }) => amount > 0) }
    await post(tx, { ...fact, reason: 'reversal', ref: id, reverses: id })
  }
  return { gonePoints: await findAbsorbed(tx, chainId), expiresOn: taken[0]?.expiresOn ?? null }
}

/** What the county has absorbed of a record's points, its person's accounts locked: no void and no earning of theirs comes between. */
export async function lockAbsorbed(
  tx: Tx,
  { personId, chainId }: { personId: string; chainId: string },
): Promise<number> {
  await lockPerson(tx, personId)
  return findAbsorbed(tx, chainId)
}

/**
 * Sees to what a void returned to its lots, in the transaction of the void. What belongs to a record that was reversed meanwhile goes back to the county, as far
 * as `absorbed` still stands for it: a corrected record's new points covered some of what was gone, so of a chain of corrections never more is taken than was
 * absorbed; whoever owes it for that record owes so much less. Of the rest, what is past its last day expires.
 */
export async function settleReturned(
  tx: Tx,
  {
    personId,
    voidId,
    ...fact
  }: { personId: string; voidId: string } & Pick<Transfer, 'ref' | 'policyVersion' | 'happenedAt' | 'today'>,
): Promise<void> {
  const returned = await findReturned(tx, voidId)
  const left = new Map(returned.map(({ chainId, absorbed }) => [chainId, absorbed]))
  const back: Move[] = []
  const over: Move[] = []
  for (const { lotId, remaining, expiresOn, chainId, debtId, owed } of returned) {
    const taken = Math.min(remaining, Math.max(0, left.get(chainId) ?? 0))
    left.set(chainId, (left.get(chainId) ?? 0) - taken)
    const move = { unit: 'points', from: { person: personId, account: 'available' }, lot: lotId } as const
    if (taken > 0) back.push({ ...move, amount: taken, to: { issuer: 'absorbed' } })
    // As much is owed for a record as is absorbed for it, or nothing.
    if (taken > 0 && debtId !== null && owed > 0)
      back.push({
        unit: 'points',
        amount: taken,
        from: { person: personId, account: 'owed' },
        to: { issuer: 'debts' },
        debt: debtId,
      })
    if (remaining > taken && expiresOn < fact.today)
      over.push({ ...move, amount: remaining - taken, to: { issuer: 'expired' } })
  }
  if (back.length > 0) await post(tx, { ...fact, reason: 'claw-back', moves: back })
  // By the voucher: the lot itself may have expired before, with what was not held then.
  if (over.length > 0) await post(tx, { ...fact, reason: 'lot-expiry', moves: over })
}
