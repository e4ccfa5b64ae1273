import type { Tx } from '../../platform/db.ts'
import { enqueue } from '../../platform/jobs.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockImport, saveImport } from './store.ts'

/** The uploader chooses: all rows or none, or the good ones. The invitations are issued in the background. */
export async function approveSheet(tx: Tx, actor: Actor, importId: string, rows: 'all' | 'good'): Promise<void> {
  const sheet = await lockImport(tx, importId)
  if (sheet?.uploadedById !== actor.personId) return refuse('not-found')
  if (sheet.state !== 'read' || sheet.goodCount === 0) refuse('sheet-not-read')
  if (rows === 'all' && sheet.badCount > 0) refuse('sheet-has-errors')
  await saveImport(tx, importId, { state: 'issuing', doneCount: 0, totalCount: sheet.goodCount, chosen: rows })
  await enqueue(tx, 'issue-sheet', { importId }, { key: `issue-sheet:${importId}` })
}
