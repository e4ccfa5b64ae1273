import type { Policy } from '@sidan/types/policy'
import { upgradePolicy } from '@sidan/types/policy-upgrades'
import { and, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policies } from './table.ts'

const findPolicy = statement('policy.find', (db) =>
  db
    .select({ document: policies.document })
    .from(policies)
    .where(and(eq(policies.countyId, sql.placeholder('countyId')), eq(policies.version, sql.placeholder('version')))),
)

/** Versions never change, so one read of each lasts as long as the database is open. */
const known = new WeakMap<object, Map<string, Policy>>()

/** A county's policy of one version; results keep the version they were made under. */
export async function policyOf(tx: Tx, version: number): Promise<Policy> {
  const key = `${tx.countyId} ${version}`
  const here = known.get(tx.database) ?? new Map<string, Policy>()
  const before = here.get(key)
  if (before) return before
  const [row] = await findPolicy(tx, { countyId: tx.countyId, version })
  if (!row) return refuse('internal-error', `policy ${key} is missing`)
  const policy = upgradePolicy(row.document)
  known.set(tx.database, here.set(key, policy))
  return policy
}

/** The version in force at a moment (now, unless told): for jobs, which have no actor to tell it, and for what happened earlier. */
export async function policyVersionAt(tx: Tx, at: Date = tx.now): Promise<number> {
  const [row] = await tx.rows<{ version: number }>({
    name: 'policy.at',
    text: 'select coalesce(max(version), 0) as version from policies where county_id = $1 and in_force_at <= $2',
    values: [tx.countyId, at],
  })
  return row?.version ?? 0
}
