import type { AffiliationFigures, listAffiliationNumbers } from '@sidan/types/affiliations'
import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { UnitRef } from '@sidan/types/organisation'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { sightOf } from './rules.ts'

interface Row extends UnitRef {
  registered: number | null
  percent: number | null
  at: Date | null
}

const figuresOf = ({ registered, percent, at }: Row): AffiliationFigures => ({
  registered,
  hoursPercent: percent,
  hidden: registered !== null ? null : at === null ? 'notCounted' : 'fewPeople',
})

/** The figures of units in a year, by code: of the center (the county's) and the departments, or of these departments alone. */
const rowsOf = (tx: Tx, year: string, departmentIds: readonly string[] | null) =>
  tx.rows<Row>({
    name: 'affiliation-numbers.list',
    text: `select u.id as "unitId", u.name, u.tier, n.registered_count as registered, n.hours_percent as percent, n.computed_at as at
      from units u left join affiliation_numbers n on n.county_id = u.county_id and n.unit_id = u.id and n.year = $2
      where u.county_id = $1 and u.tier in ('center', 'department') and ($3::uuid[] is null or u.id = any ($3))
      order by u.tier, u.code`,
    values: [tx.countyId, Number(year), departmentIds],
  })

/** The county's figures of a year, with the moment of their counting. */
export async function readCountyFigures(
  tx: Tx,
  year: string,
): Promise<{ figures: AffiliationFigures; asOf: string | null }> {
  const row = (await rowsOf(tx, year, null)).find(({ tier }) => tier === 'center') ?? refuse('internal-error')
  return { figures: figuresOf(row), asOf: row.at?.toISOString() ?? null }
}

/** A year's figures, as far as the caller sees them. */
export async function readAffiliationNumbers(
  tx: Tx,
  actor: Actor,
  year: string = civilDay(tx.now).slice(0, 4),
): Promise<AnswerOf<typeof listAffiliationNumbers>> {
  const { whole, departmentIds } = sightOf(actor)
  if (!whole && departmentIds.length === 0) return refuse('not-allowed')
  const { dualAffiliation } = (await policyOf(tx, actor.policyVersion)).people
  if (!dualAffiliation) return refuse('dual-affiliation-off')
  const rows = await rowsOf(tx, year, whole ? null : departmentIds)
  const county = rows.find(({ tier }) => tier === 'center')
  return {
    year,
    asOf: rows.find(({ at }) => at !== null)?.at?.toISOString() ?? null,
    yearHours: dualAffiliation.yearHours,
    county: county ? figuresOf(county) : null,
    departments: rows
      .filter(({ tier }) => tier === 'department')
      .map((row) => ({
        department: { unitId: row.unitId, name: row.name, tier: row.tier },
        ...figuresOf(row),
      })),
  }
}
