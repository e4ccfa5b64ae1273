import { addDays, civilDay } from '@sidan/types/civil'
import { answerNaming } from '../features/memberships/answer-naming.ts'
import { nameLeader } from '../features/memberships/name-leader.ts'
import { requestMembership } from '../features/memberships/request-membership.ts'
import { answerPairing } from '../features/pairings/answer-pairing.ts'
import { recordVisit } from '../features/pairings/record-visit.ts'
import { setUpPairing } from '../features/pairings/set-up-pairing.ts'
import type { Actor } from '../features/roles/rules.ts'
import { writeWords } from '../features/teams/write-words.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Cast, Stage } from './cast.ts'
import type { Telling } from './telling.ts'

/** What people do together: the team has words, a deputy leader and a request that waits; the volunteer looks in on Granny Zhao every week. */
export async function together(
  { clock, crypto }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  { cast, stage }: { cast: Cast; stage: Stage },
): Promise<void> {
  const { team: teamId = '', third = '', volunteer = '' } = cast
  const today = civilDay(clock.now)
  if (teamId !== '') {
    await as('second', (tx, actor) => writeWords(tx, actor, teamId, '每周三下午在社区碰头，谁有空谁来。'))
    await as('second', (tx, actor) => nameLeader(tx, actor, teamId, { personId: third, rank: 'deputy' }))
    await as('third', (tx, actor) => answerNaming(tx, actor, teamId, true))
    await as('minor', (tx, actor) => requestMembership(tx, actor, newId(), { teamId, showsName: true }))
  }
  const pairingId = newId()
  const household = { name: '赵奶奶', address: '城畈社区 6 栋 1 单元 101', phone: '13800000128' }
  await as('keeper', (tx, actor) =>
    setUpPairing(tx, actor, crypto, pairingId, {
      unitId: stage.stationId,
      volunteerId: volunteer,
      household,
      everyDays: 7,
      firstVisitOn: today,
      consentGiven: true,
    }),
  )
  await as('volunteer', (tx, actor) => answerPairing(tx, actor, pairingId, true))
  for (const [days, words] of [
    [-8, '血压有点高，提醒她按时吃药'],
    [-1, '精神很好，聊了半个钟头'],
  ] as const)
    await as('volunteer', (tx, actor) => recordVisit(tx, actor, pairingId, { visitedOn: addDays(today, days), words }))
}
