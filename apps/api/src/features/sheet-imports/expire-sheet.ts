import type { Tx } from '../../platform/db.ts'
import { deleteOldImports } from './store.ts'

/** Forgets sheets after 30 days; the invitations stay. Returns how many. */
export const expireSheets = (tx: Tx): Promise<number> => deleteOldImports(tx)
