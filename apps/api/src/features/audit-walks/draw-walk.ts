import { createHash, randomBytes } from 'node:crypto'
import type { WalkPayload, WalkUnit } from '@sidan/types/audit-walks'
import { civilDay } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { keepKey } from '../certificates/store.ts'
import type { Actor } from '../roles/rules.ts'
import { drawsOfWalk, mayBeWalked, mayWalk } from './rules.ts'
import { drawMovements, insertWalk } from './store.ts'

/**
 * What a seed (hex) draws: numbers from 0 to 2^48 − 1, the first 48 bits of SHA-256 of `<seed>:<no>`, for no 1, 2, … A number n of N means position
 * 1 + ⌊n × amount ÷ 2^48⌋; a position that was drawn already is passed over.
 */
export const numbersOf = (seed: string): string[] =>
  Array.from({ length: 8 * drawsOfWalk }, (_one, index) =>
    BigInt(
      `0x${createHash('sha256')
        .update(`${seed}:${index + 1}`)
        .digest('hex')
        .slice(0, 12)}`,
    ).toString(),
  )

/** 抽查: draws, signs what was drawn, and keeps it for ever. */
export async function drawWalk(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  walkId: string,
  asked: { unit: WalkUnit; fromDay: string; untilDay: string },
): Promise<void> {
  orRefuseTrue(mayWalk(actor))
  orRefuseTrue(mayBeWalked(asked, civilDay(tx.now)))
  const seed = randomBytes(16).toString('hex')
  const { movements, amount, draws } = await drawMovements(tx, asked, numbersOf(seed))
  if (draws.length === 0) refuse('nothing-to-audit')
  const payload = JSON.stringify({
    document: 'sidan-audit-walk-1',
    walkId,
    countyId: tx.countyId,
    ...asked,
    drawnAt: tx.now.toISOString(),
    seed,
    movements,
    amount,
    draws: draws.map(({ position, transferId, recordId }) => ({ position, transferId, recordId })),
  } satisfies Record<keyof WalkPayload, unknown>)
  const { signer } = crypto
  await keepKey(tx, signer)
  const signature = signer.sign(payload)
  await insertWalk(tx, { id: walkId, payload, signature, keyId: signer.keyId, drawnById: actor.personId }, draws)
  await writeAudit(tx, { actorId: actor.personId, action: 'draw-walk', subjectKind: 'audit-walk', subjectId: walkId })
}
