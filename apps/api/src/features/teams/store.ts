import type { Tx } from '../../platform/db.ts'
import { teamMembers } from './table.ts'

/** Adds a member, or changes whether a member leads. */
export async function saveMember(tx: Tx, member: { teamId: string; personId: string; leads: boolean }): Promise<void> {
  await tx.db
    .insert(teamMembers)
    .values({ ...member, countyId: tx.countyId, joinedAt: tx.now })
    .onConflictDoUpdate({
      target: [teamMembers.countyId, teamMembers.teamId, teamMembers.personId],
      set: { leads: member.leads },
    })
}
