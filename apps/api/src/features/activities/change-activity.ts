import type { changeActivity as endpoint } from '@sidan/types/activity-forms'
import type { BodyOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { orRefuseUnknown } from '../teams/found-team.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { sealDetails } from './draft-activity.ts'
import { openActivity } from './publish-activity.ts'
import { findOpenings } from './reads.ts'
import { callComplete, checkOpenings } from './rules.ts'
import { findSignedUp, isTeam, saveActivity } from './store.ts'

/** Rewrites what an activity says. Whoever signed up is told, and new words are checked anew (rule-44). */
export async function changeActivity(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { activityId: string } & BodyOf<typeof endpoint>,
): Promise<void> {
  const { activityId, version, privateDetails, ...written } = asked
  const row = await openActivity(tx, actor, { activityId, version })
  if (row.state === 'cancelled' || (row.state === 'published' && row.endsAt <= tx.now)) refuse('activity-not-open')
  if (written.teamId !== null && written.teamId !== row.teamId && !(await isTeam(tx, written.teamId)))
    refuse('not-found')
  if (written.platformCode !== row.platformCode) await orRefuseUnknown(tx, actor, { platform: written.platformCode })
  orRefuseTrue(checkOpenings(written, await findOpenings(tx, activityId)))
  if (row.state === 'published' && !callComplete(written)) refuse('call-incomplete')
  await saveActivity(tx, row, { ...written, privateDetailsSealed: sealDetails(tx, crypto, activityId, privateDetails) })
  if (row.state !== 'published') return
  if (['title', 'place', 'content', 'risks'].some((word) => Reflect.get(written, word) !== Reflect.get(row, word)))
    await requestCheck(tx, 'activity', { words: written.title, subjectId: row.id, authorId: actor.personId })
  const people = await findSignedUp(tx, activityId)
  await tell(
    tx,
    people.map((personId) => ({ to: { personId }, kind: 'activity-changed', about: written.title, activityId })),
    actor.personId,
  )
}
