import type { WordsKind } from '@sidan/types/word-checks'
import type { Tx } from '../../platform/db.ts'
import { insertCheck } from './store.ts'

/** Has words checked that were just written; without words there is nothing to check. */
export async function requestCheck(
  tx: Tx,
  kind: WordsKind,
  written: { words: string | null | undefined; subjectId: string; authorId: string },
): Promise<void> {
  if (written.words) await insertCheck(tx, { kind, subjectId: written.subjectId, authorId: written.authorId })
}
