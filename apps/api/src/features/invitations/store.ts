import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { findPartner } from '../partners/store.ts'
import { findUnitPlace } from '../roles/store.ts'
import { roleInvitations } from '../roles/table.ts'
import type { Where } from './rules.ts'

type Row = typeof roleInvitations.$inferInsert
type NewInvitation = Pick<
  Row,
  'id' | 'codeHash' | 'role' | 'unitId' | 'partnerId' | 'displayName' | 'expiresAt' | 'issuedById' | 'importId'
>

/** Adds invitations. */
export async function insertInvitations(tx: Tx, invitations: NewInvitation[]): Promise<void> {
  const rows = invitations.map((one) => ({ ...one, countyId: tx.countyId, createdAt: tx.now }))
  await tx.db.insert(roleInvitations).values(rows).onConflictDoNothing()
}

/** Where an invitation's role is; undefined when the unit is closed. A partner's invitations are open as long as the partner is. */
export async function findWhere(
  tx: Tx,
  { unitId, partnerId }: { unitId: string; partnerId: string | null },
): Promise<Where | undefined> {
  const partner = partnerId === null ? null : await findPartner(tx, partnerId)
  const unit = partner?.unit ?? (await findUnitPlace(tx, unitId))
  return unit && partner !== undefined ? { unit, partner } : undefined
}

/** An invitation, locked. */
export async function lockInvitationById(tx: Tx, invitationId: string) {
  const [row] = await tx.db
    .select()
    .from(roleInvitations)
    .where(and(eq(roleInvitations.countyId, tx.countyId), eq(roleInvitations.id, invitationId)))
    .for('no key update')
  return row
}

/** Saves what a renewal or a revocation changed. */
export async function saveInvitation(
  tx: Tx,
  invitationId: string,
  changed: Partial<Pick<Row, 'codeHash' | 'round' | 'expiresAt' | 'revokedAt'>>,
): Promise<void> {
  await tx.db
    .update(roleInvitations)
    .set(changed)
    .where(and(eq(roleInvitations.countyId, tx.countyId), eq(roleInvitations.id, invitationId)))
}
