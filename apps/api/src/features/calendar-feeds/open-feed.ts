import type { openCalendarFeed } from '@sidan/types/calendar-feeds'
import type { BodyOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { tokenOf } from './reads.ts'
import { findOpenFeed, insertFeed, isMember, isUnit } from './store.ts'

/** Opens a feed, or finds the one this person has; returns its id. Of two taps at once each may make one: both links work. */
export async function openFeed(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  newId: string,
  asked: BodyOf<typeof openCalendarFeed>,
): Promise<string> {
  if (asked.kind === 'team' && !(await isMember(tx, actor.personId, asked.teamId))) refuse('not-found')
  if (asked.kind === 'station' && !(await isUnit(tx, asked.unitId))) refuse('not-found')
  const about = {
    personId: actor.personId,
    kind: asked.kind,
    teamId: asked.kind === 'team' ? asked.teamId : null,
    unitId: asked.kind === 'station' ? asked.unitId : null,
  }
  const known = await findOpenFeed(tx, about)
  if (known !== undefined) return known
  await insertFeed(tx, { ...about, id: newId, tokenHash: crypto.hashToken(tokenOf(crypto, newId)) })
  return newId
}
