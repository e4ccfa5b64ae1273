import type { Tx } from '../../platform/db.ts'
import { saveMember } from './store.ts'

/** Adds a member to a team, or lets a member lead it; used in telling a county's story. */
export const joinTeam = (
  tx: Tx,
  member: { teamId: string; personId: string; rank: 'member' | 'deputy' | 'leader'; showsName: boolean },
): Promise<void> => saveMember(tx, member)
