import type { BodyOf } from '@sidan/types/endpoint'
import type { changePartner as ChangePartner } from '@sidan/types/partners'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { type Actor, keeps } from '../roles/rules.ts'
import type { PartnerPlace } from './rules.ts'
import { isNameTaken, lockPartner, savePartner, type Written } from './store.ts'

/** A partner whose unit the actor keeps, or one above it, locked. Refuses not-found: of others nobody learns anything. */
export async function lockKeptPartner(tx: Tx, actor: Actor, partnerId: string): Promise<PartnerPlace> {
  const partner = await lockPartner(tx, partnerId)
  return partner && keeps(actor, partner.unit) ? partner : refuse('not-found')
}

/** Saves what was named and leaves the rest. */
export async function changePartner(
  tx: Tx,
  actor: Actor,
  partnerId: string,
  changed: BodyOf<typeof ChangePartner>,
): Promise<void> {
  const partner = await lockKeptPartner(tx, actor, partnerId)
  if (partner.closed) refuse('partner-closed')
  if (changed.name !== undefined && (await isNameTaken(tx, partner.unit.id, changed.name, partnerId)))
    refuse('partner-name-taken')
  const given = Object.entries(changed).filter(([, value]) => value !== undefined)
  await savePartner(tx, partnerId, Object.fromEntries(given) as Partial<Written>)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'change-partner',
    subjectKind: 'partner',
    subjectId: partnerId,
  })
}
