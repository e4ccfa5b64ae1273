import type { StarReason } from '@sidan/types/stars'
import type { Tx } from '../../platform/db.ts'
import { lockEarnedMinutes } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { levelFor, toldOf } from './rules.ts'
import { findStandings, findStandingsAfter, insertChanges } from './store.ts'

/**
 * Decides these people's stars anew under the policy in force, and tells whose changed. Called in the transaction of what they are decided on, which holds
 * the lock of their `earnedMinutes` accounts: a posting of minutes took it, whoever posts none takes it first (`lockEarnedMinutes`).
 */
export async function recomputeStars(
  tx: Tx,
  because: { personIds: string[]; reason: StarReason; policyVersion: number },
): Promise<number> {
  const { stars } = await policyOf(tx, because.policyVersion)
  const standings = await findStandings(tx, because.personIds)
  const changes = standings
    .map((standing) => ({
      standing,
      toLevel: levelFor(standing, stars),
      reason: because.reason,
      policyVersion: because.policyVersion,
    }))
    .filter(({ standing, toLevel }) => toLevel !== standing.level)
  if (changes.length === 0) return 0
  await insertChanges(tx, changes)
  await tell(
    tx,
    changes.map(({ standing, toLevel, reason }) => ({
      to: { personId: standing.personId },
      kind: toldOf(standing.level, toLevel, reason),
      about: String(toLevel),
      minutes: standing.earnedMinutes,
    })),
  )
  return changes.length
}

const peopleAtOnce = 500

/**
 * Stars are decided under the policy in force, so a new one may change anybody's: each night everybody's are held to it, some at a time. Only whose level
 * differs is locked and decided anew.
 */
export async function recomputeEverybody(tx: Tx): Promise<number> {
  const policyVersion = await policyVersionAt(tx)
  const { stars } = await policyOf(tx, policyVersion)
  let changed = 0
  let after: string | null = null
  do {
    const page = await findStandingsAfter(tx, after, peopleAtOnce)
    const personIds = page.filter((one) => levelFor(one, stars) !== one.level).map(({ personId }) => personId)
    if (personIds.length > 0) {
      await lockEarnedMinutes(tx, personIds)
      changed += await recomputeStars(tx, { personIds, reason: 'policy', policyVersion })
    }
    after = page.length < peopleAtOnce ? null : (page.at(-1)?.personId ?? null)
  } while (after !== null)
  return changed
}
