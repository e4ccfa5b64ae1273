import { civilDay } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { eraseAllAffiliations, openAllAffiliations } from '../affiliations/store.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { sumsOf, toldOf, yearsToCount } from './rules.ts'
import { findCounted, findReached, replaceNumbers } from './store.ts'

/**
 * Counts 双报到 in a month's first night, here where the seals can be opened, and writes sums alone (rule-28). Where the county has turned it off, what people
 * registered is erased: there is nothing left that it would be kept for.
 */
export const countAffiliations =
  (crypto: Crypto) =>
  async (tx: Tx): Promise<number> => {
    const { people } = await policyOf(tx, await policyVersionAt(tx))
    if (!people.dualAffiliation) {
      await eraseAllAffiliations(tx)
      return 0
    }
    const { yearHours } = people.dualAffiliation
    const { centerId, departmentIds, lastCountedAt } = await findCounted(tx)
    const years = yearsToCount(civilDay(tx.now), lastCountedAt)
    if (years.length === 0) return 0
    const members = await openAllAffiliations(tx, crypto)
    for (const year of years)
      await replaceNumbers(
        tx,
        year,
        toldOf(centerId, sumsOf(departmentIds, members, await findReached(tx, year, yearHours))),
      )
    return years.length
  }
