/**
 * Claiming an Idempotency-Key in the transaction of its effect (DESIGN: retries). A second request with the same key waits on the unique index:
 * if the first commits it replays, if the first rolls back it runs. Refused requests leave no row, so errors are never replayed.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Tx } from './db.ts'
import { refuse } from './problem.ts'

export interface Claim {
  actorId: string
  /** Under whom the key is kept: the actor, or a name that the program alone can make of theirs. */
  heldById: string
  route: string
  key: string
  bodyHmac: Buffer
  subjectId: string | undefined
}

/** HMAC of the request's parsed body and parameters: what must be equal for a replay. */
export const bodyHmac = (secret: Buffer, request: unknown): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(request)).digest()

/** What a person's keys are kept under where nobody may read that they asked: the same for each retry, and no id of theirs. */
export const hiddenHolder = (secret: Buffer, { countyId, personId }: { countyId: number; personId: string }): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['holder', countyId, personId]))
    .digest('hex')
    .slice(0, 32)

export type Claimed =
  | { actor: unknown; replay: false }
  | { actor: unknown; replay: true; subjectId: string | undefined }

/**
 * Claims the key and reads the actor in one statement; `actorSql` is a scalar subquery over $1 (county), $2 (person) and $3 (the moment).
 * Refuses idempotency-key-reused when the key was used with another body.
 */
export async function claimKey(tx: Tx, actorSql: string, claim: Claim): Promise<Claimed> {
  const [row] = await tx.rows<{ actor: unknown; claimed: boolean }>({
    name: 'idempotency.claim',
    text: `with claimed as (
        insert into idempotency_keys (county_id, actor_id, route, key, body_hmac, subject_id, created_at)
        values ($1, $8, $4, $5, $6, $7, $3) on conflict do nothing returning 1)
      select (${actorSql}) as actor, exists (select 1 from claimed) as claimed`,
    values: [
      tx.countyId,
      claim.actorId,
      tx.now,
      claim.route,
      claim.key,
      claim.bodyHmac,
      claim.subjectId ?? null,
      claim.heldById,
    ],
  })
  if (row?.claimed) return { actor: row.actor, replay: false }
  const [kept] = await tx.rows<{ body_hmac: Buffer; subject_id: string | null }>({
    name: 'idempotency.replay',
    text: `select body_hmac, subject_id from idempotency_keys
      where county_id = $1 and actor_id = $2 and route = $3 and key = $4`,
    values: [tx.countyId, claim.heldById, claim.route, claim.key],
  })
  if (!kept) return refuse('try-again', 'the key was released meanwhile')
  if (!timingSafeEqual(kept.body_hmac, claim.bodyHmac)) return refuse('idempotency-key-reused')
  return { actor: row?.actor, replay: true, subjectId: kept.subject_id ?? undefined }
}

/** Whether the key was claimed before, without claiming it, and the actor: for what must be asked outside before the effect. */
export async function lookAtKey(
  tx: Tx,
  actorSql: string,
  claim: Claim,
): Promise<{ actor: unknown; claimed: boolean | undefined }> {
  const [row] = await tx.rows<{ actor: unknown; claimed: boolean }>({
    name: 'idempotency.look',
    text: `select (${actorSql}) as actor, exists (
        select 1 from idempotency_keys where county_id = $1 and actor_id = $6 and route = $4 and key = $5) as claimed`,
    values: [tx.countyId, claim.actorId, tx.now, claim.route, claim.key, claim.heldById],
  })
  return { actor: row?.actor, claimed: row?.claimed }
}

/** Names the subject of a claimed key when it was not known before the effect. */
export async function nameSubject(tx: Tx, claim: Claim, subjectId: string): Promise<void> {
  await tx.rows({
    name: 'idempotency.subject',
    text: `update idempotency_keys set subject_id = $5 where county_id = $1 and actor_id = $2 and route = $3 and key = $4`,
    values: [tx.countyId, claim.heldById, claim.route, claim.key, subjectId],
  })
}

const keptDays = 30

/** Forgets the keys older than 30 days: whoever retries after that runs anew. Returns how many. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query({
    text: 'delete from idempotency_keys where county_id = $1 and created_at < $2',
    values: [tx.countyId, new Date(tx.now.getTime() - keptDays * 86_400_000)],
  })
  return rowCount ?? 0
}
