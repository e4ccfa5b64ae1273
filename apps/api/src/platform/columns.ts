/** Column kinds shared by all tables. Every tenant table begins with `countyId()`, and every key and index begins with that column. */
import { customType, date, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant: first column of every key and index. */
export const countyId = () => integer('county_id').notNull()
/** A UUIDv7 made in the API. */
export const id = (name = 'id') => uuid(name)
/** A moment, UTC. */
export const at = (name: `${string}_at` | `${string}_by` | 'at') => timestamp(name, { withTimezone: true })
/** A civil day in Asia/Shanghai, as text `YYYY-MM-DD`. */
export const day = (name: `${string}_on` | `${string}_day`) => date(name, { mode: 'string' })
/** Sealed text (platform/crypto) or a hash. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
