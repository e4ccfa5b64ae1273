import type { BodyOf } from '@sidan/types/endpoint'
import type { enrolScreen as enrolEndpoint } from '@sidan/types/screens'
import { parseShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { lockUnit } from '../units/store.ts'
import { mayKeepScreens, screensPerUnit } from './rules.ts'
import { countScreens, insertScreen, lockRequest, saveUsed } from './store.ts'

/** The device that shows this code becomes a screen of the unit. Of two keepers who type it at once, one has it. */
export async function enrolScreen(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  { unitId, shortCode: typed, name }: BodyOf<typeof enrolEndpoint> & { unitId: string },
): Promise<void> {
  const place = (await lockUnit(tx, unitId)) && (await findUnitPlace(tx, unitId))
  if (!place) return refuse('not-found')
  if (!mayKeepScreens(actor, place)) refuse('not-allowed')
  const code = parseShortCode(typed)
  const request = code === null ? undefined : await lockRequest(tx, crypto.hashToken(code))
  if (!request) return refuse('screen-code-unknown')
  if ((await countScreens(tx, unitId)) >= screensPerUnit) refuse('too-many-screens')
  await saveUsed(tx, request.id)
  const screen = { id, unitId, name, tokenHash: request.tokenHash, byId: actor.personId }
  while (!(await insertScreen(tx, { ...screen, shortCode: makeShortCode(6) })));
  await writeAudit(tx, { actorId: actor.personId, action: 'enrol-screen', subjectKind: 'screen', subjectId: id })
}
