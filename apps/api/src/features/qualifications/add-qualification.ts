import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { isOver } from '../papers/rules.ts'
import { knowsPhotos } from '../photos/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findKind, insertQualification } from './store.ts'

/** A volunteer adds a paper, which then waits for the staff of their home station and above. One of a kind waits at a time. */
export async function addQualification(
  tx: Tx,
  actor: Actor,
  id: string,
  input: { code: string; issuer: string; photo?: string | undefined; validUntilDay?: string | undefined },
): Promise<void> {
  if (!actor.volunteer) refuse('volunteer-needed')
  if (isOver(input.validUntilDay, tx.now)) refuse('paper-over')
  const kind = (await findKind(tx, actor.personId, input.code)) ?? refuse('qualification-unknown')
  if (kind.waits) refuse('qualification-waiting')
  if (input.photo !== undefined && !(await knowsPhotos(tx, [input.photo]))) refuse('photo-refused')
  await insertQualification(tx, {
    id,
    personId: actor.personId,
    code: input.code,
    issuer: input.issuer,
    photoHash: input.photo ?? null,
    validUntilDay: input.validUntilDay ?? null,
  })
  if (actor.homeStationId === null) return
  const about = `${actor.displayName}：${kind.name}`
  await tell(tx, [{ to: { keepersOf: actor.homeStationId }, kind: 'qualification-waiting', about }], actor.personId)
}
