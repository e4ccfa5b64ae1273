/** What must be there before some requests can be made, and their ids. */
import { giveFeedback } from '@sidan/types/feedback'
import { getMe } from '@sidan/types/people'
import { issueInvitation } from '../../features/roles/issue-invitation.ts'
import type { World } from '../world.ts'

/** A role of somebody's own. */
export const grantOf = async (w: World, who: string): Promise<string> =>
  (await w.done(who, getMe)).roles[0]?.grantId ?? ''
/** What a resident wrote to the station. */
export const feedbackOf = async (w: World): Promise<string> =>
  (await w.done('resident', giveFeedback, { body: { words: '楼道的灯坏了' } })).feedbackId
/** Words of a resident that wait for a person's review. */
export async function heldWords(w: World): Promise<string> {
  const feedbackId = await feedbackOf(w)
  const [held] = await w.test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows<{ id: string }>({
      text: `update word_checks set state = 'held', hold_reason = 'review', checked_at = $3
        where county_id = $1 and subject_id = $2 returning id`,
      values: [tx.countyId, feedbackId, tx.now],
    }),
  )
  return held?.id ?? ''
}
/** A one-time code with which somebody becomes the county's keeper. */
export const invitation = async (w: World): Promise<string> => {
  const issued = await w.test.db.inCounty(w.county.countyId, (tx) => issueInvitation(tx, w.test.crypto, '何主任'))
  return issued.code
}
