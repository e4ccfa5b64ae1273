import type { Tx } from '../../platform/db.ts'
import { checkMinutes } from './rules.ts'
import { holdUnchecked } from './store.ts'

/** Words whose check was lost, or takes longer than anybody should wait, go to a person. Returns how many. */
export const escalateWords = (tx: Tx): Promise<number> =>
  holdUnchecked(tx, new Date(tx.now.getTime() - checkMinutes * 60_000))
