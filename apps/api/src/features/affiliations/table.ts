import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { bytes, countyId } from '../../platform/columns.ts'

/**
 * 双报到 (rule-28). A row tells nobody whose it is: `person_key` is an HMAC of the person's id, which the program alone can compute, and `sealed` holds person,
 * department, station, notice and time. No foreign key, no time and no id stand beside them: each could be joined. What the whole row says is its size,
 * which is the same for everybody.
 */
export const affiliations = pgTable(
  'affiliations',
  {
    countyId: countyId(),
    personKey: bytes('person_key').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personKey] }),
    check('affiliations_key_is_hmac', sql`octet_length(person_key) = 32`),
  ],
)
