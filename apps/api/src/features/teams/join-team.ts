import type { Tx } from '../../platform/db.ts'
import { saveMember } from './store.ts'

/** Adds a member to a team, or lets a member lead it. */
export const joinTeam = (tx: Tx, member: { teamId: string; personId: string; leads: boolean }): Promise<void> =>
  saveMember(tx, member)
