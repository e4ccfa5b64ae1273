import type { Tx } from '../../platform/db.ts'
import { enqueue } from '../../platform/jobs.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayInviteBySheet } from './rules.ts'
import { insertImport } from './store.ts'

/** Takes a sheet in; it is read in the background. */
export async function submitSheet(tx: Tx, actor: Actor, importId: string, file: Buffer): Promise<void> {
  if (!mayInviteBySheet(actor)) refuse('not-allowed')
  await insertImport(tx, { id: importId, uploadedById: actor.personId, file })
  await enqueue(tx, 'read-sheet', { importId }, { key: `read-sheet:${importId}` })
}
