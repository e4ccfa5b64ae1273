import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { readKept } from './reads.ts'
import { lockScreen, saveRevoked } from './store.ts'

/** Takes a screen away. Who does it again changes nothing. */
export async function revokeScreen(tx: Tx, actor: Actor, screenId: string): Promise<void> {
  const screen = (await lockScreen(tx, screenId)) ?? refuse('not-found')
  await readKept(tx, actor, screenId)
  if (screen.revokedAt !== null) return
  await saveRevoked(tx, screenId, actor.personId)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'revoke-screen',
    subjectKind: 'screen',
    subjectId: screenId,
  })
}
