import type { countAction as countActionEndpoint } from '@sidan/types/action-counts'
import { civilDay, endOfMonthAfter } from '@sidan/types/civil'
import type { BodyOf } from '@sidan/types/endpoint'
import type { EarningAction } from '@sidan/types/policy'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { abilitiesOf } from '../standing/reads.ts'
import { unfit } from '../standing/rules.ts'
import { findActions } from './reads.ts'
import { isCountable, mayCountAt, mayCountFor, momentFor, runs } from './rules.ts'
import { countedOn, insertCount, lockPerson } from './store.ts'

type Input = BodyOf<typeof countActionEndpoint> & { unitId: string; newId: string }

const asksNothing = { qualification: null, ageFrom: null, ageUpTo: null, hazardous: false }

/** 记一笔: pieces of an action for a volunteer, under the policy in force on their day, as far as its cap has room. Points alone, never minutes (rule-13). */
export async function countAction(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { personId, day, pieces } = input
  orRefuseTrue(mayCountAt(actor, (await findPlace(tx, input.unitId)) ?? refuse('not-found')))
  orRefuseTrue(mayCountFor(actor, personId))
  const today = civilDay(tx.now)
  orRefuseTrue(isCountable(day, today))
  const { actions, policyVersion } = await findActions(tx, actor, day)
  const action = actions.find(({ code }) => code === input.actionCode)
  if (action === undefined || !runs(action, day)) return refuse('action-not-running')
  await lockPerson(tx, personId)
  const who = await abilitiesOf(tx, personId, day)
  // rule-16: a minor earns with a guardian's consent, as they serve.
  const lacking = who ? unfit(asksNothing, { ...who, personId, volunteer: true }) : 'volunteer-needed'
  if (lacking) return refuse(lacking)
  const count = {
    id: input.newId,
    personId,
    unitId: input.unitId,
    actionCode: action.code,
    actionName: action.name,
    measure: action.measure,
    onDay: day,
    pieces,
    piecePoints: action.points,
    policyVersion,
    byId: actor.personId,
  }
  if (!(await insertCount(tx, count, action.capPerDay))) {
    const left = action.capPerDay - ((await countedOn(tx, personId, day)).get(action.code) ?? 0)
    return refuse('over-action-cap', `${Math.max(0, left)} left`)
  }
  await credit(tx, { ...input, happenedAt: momentFor(day, today, tx.now), policyVersion, action, today })
  await tell(
    tx,
    [
      {
        to: { personId },
        kind: 'action-counted',
        about: `${action.name} ${pieces} ${action.measure}`,
        points: pieces * action.points,
      },
    ],
    actor.personId,
  )
}

/** Posts what was counted, in a lot that lives as long as that policy lets points of that day. */
async function credit(
  tx: Tx,
  {
    newId,
    personId,
    pieces,
    action,
    ...fact
  }: Input & { action: EarningAction; happenedAt: Date; policyVersion: number; today: string },
): Promise<void> {
  const { points } = await policyOf(tx, fact.policyVersion)
  await post(tx, {
    reason: 'action-points',
    ref: newId,
    policyVersion: fact.policyVersion,
    happenedAt: fact.happenedAt,
    today: fact.today,
    moves: [
      {
        unit: 'points',
        amount: pieces * action.points,
        from: { issuer: 'earningActions' },
        to: { person: personId, account: 'available' },
        expiresOn: endOfMonthAfter(fact.today, points.lotLifetimeMonths),
      },
    ],
  })
}
