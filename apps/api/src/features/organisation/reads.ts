import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { CountyId } from '@sidan/types/ids'
import type { getStationPage, listCounties, listUnits } from '@sidan/types/organisation'
import { parseShortCode } from '@sidan/types/short-codes'
import type { Database, Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { readWeek } from '../activity-cards/reads.ts'
import { openAt } from '../office-hours/rules.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'

type CountyAnswer = AnswerOf<typeof listCounties>['items'][number]

const countyColumns = `county_id as "countyId", name, organiser, filing_number as "filingNumber", complaints_phone as "complaintsPhone"`

export const countyExists = async (db: Database, countyId: CountyId): Promise<boolean> =>
  (await db.reference({ text: 'select 1 from counties where county_id = $1', values: [countyId] })).length === 1

/** The counties served here: a reference table, no tenant's data. */
export const readCounties = (db: Database): Promise<CountyAnswer[]> =>
  db.reference<CountyAnswer>({ text: `select ${countyColumns} from counties order by county_id` })

/** Children of a unit, or of the center, or the departments, by administrative code. */
export async function readUnits(
  tx: Tx,
  { parentId, kind = 'tiers' }: { parentId?: string | undefined; kind?: 'tiers' | 'departments' | undefined },
): Promise<AnswerOf<typeof listUnits>> {
  const items = await tx.rows<AnswerOf<typeof listUnits>['items'][number]>({
    name: 'organisation.children',
    text: `select u.id as "unitId", u.name, u.tier, u.short_code as "shortCode",
        (select count(*)::int from units c where c.county_id = u.county_id and c.parent_id = u.id and c.active) as "childCount"
      from units u
      where u.county_id = $1 and u.active and (u.tier = 'department') = $3
        and ($3 or u.parent_id = coalesce($2::uuid, (select c.id from units c where c.county_id = $1 and c.tier = 'center' limit 1)))
      order by u.code`,
    values: [tx.countyId, parentId ?? null, kind === 'departments'],
  })
  // Nothing below it, or nothing there.
  if (items.length === 0 && !(await isUnit(tx, parentId))) return refuse('not-found')
  return { items }
}

/** Whether a unit is there; of none named, the county's center. */
async function isUnit(tx: Tx, unitId: string | undefined): Promise<boolean> {
  const rows = await tx.rows({
    name: 'organisation.is-unit',
    text: `select 1 from units where county_id = $1 and active and case when $2::uuid is null then tier = 'center' else id = $2 end limit 1`,
    values: [tx.countyId, unitId ?? null],
  })
  return rows.length === 1
}

interface StationRow {
  county: CountyAnswer
  id: string
  name: string
  tier: 'center' | 'institute' | 'station' | 'site' | 'post' | 'department'
  institute_id: string | null
  institute_name: string | null
  short_code: string
  phone: string
  address: string
  opens_at: string
  closes_at: string
  responsible_name: string | null
  responsible_role: string | null
  on_duty_name: string | null
  items: (Omit<AnswerOf<typeof getStationPage>['items'][number], 'platformName'> & { itemId: string })[]
}

const stationSql = `select (select json_build_object('countyId', c.county_id, 'name', c.name, 'organiser', c.organiser, 'filingNumber', c.filing_number,
      'complaintsPhone', c.complaints_phone) from counties c where c.county_id = u.county_id) as county,
    u.id, u.name, u.tier, u.institute_id, i.name as institute_name, u.short_code, u.phone, u.address, u.opens_at, u.closes_at,
    u.responsible_name, u.responsible_role,
    (select p.display_name from role_grants g join people p on p.county_id = g.county_id and p.id = g.person_id
      where g.county_id = u.county_id and g.unit_id = u.id and g.role in ('keeper', 'staff') and g.ended_at is null
        and g.from_day <= $3::date and (g.until_day is null or g.until_day >= $3::date)
      order by g.deputy_for_id is null, g.granted_at desc limit 1) as on_duty_name,
    coalesce((select json_agg(json_build_object('itemId', c.id, 'title', c.title, 'line', c.line, 'icon', c.icon, 'platformCode', c.platform_code,
        'place', c.place, 'durationMinutes', c.duration_minutes, 'forGroup', c.for_group, 'hazardous', c.hazardous) order by c.sort_no, c.code)
      from catalog_items c where c.county_id = u.county_id and c.active and (c.unit_id is null or c.unit_id in (u.id, u.institute_id))), '[]') as items
  from units u left join units i on i.county_id = u.county_id and i.id = u.institute_id and i.id <> u.id
  where u.county_id = $1 and u.short_code = $2 and u.active and u.tier <> 'department'`

/** All that the page behind a wall code shows: the county's names for its foot (rule-32), the station, its menu, and the week. */
export async function readStationPage(tx: Tx, typed: string): Promise<AnswerOf<typeof getStationPage>> {
  const code = parseShortCode(typed)
  if (code === null) return refuse('not-found')
  const today = civilDay(tx.now)
  const [row] = await tx.rows<StationRow>({
    name: 'organisation.station',
    text: stationSql,
    values: [tx.countyId, code, today],
  })
  if (!row) return refuse('not-found')
  const policy = await policyOf(tx, await policyVersionAt(tx))
  const nameOf = new Map(policy.platforms.map((platform) => [platform.code, platform.name]))
  return {
    county: row.county,
    station: {
      unitId: row.id,
      name: row.name,
      tier: row.tier,
      instituteName: row.institute_name,
      shortCode: row.short_code,
      phone: row.phone,
      address: row.address,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      openNow: openAt(tx.now, { opensAt: row.opens_at, closesAt: row.closes_at }),
      onDutyName: row.on_duty_name,
      responsibleName: row.responsible_name,
      responsibleRole: row.responsible_role,
    },
    platforms: policy.platforms.flatMap(({ code: platformCode, name }) => {
      const itemCount = row.items.filter((item) => item.platformCode === platformCode).length
      return itemCount > 0 ? [{ code: platformCode, name, itemCount }] : []
    }),
    items: row.items.map((item) => ({ ...item, platformName: nameOf.get(item.platformCode) ?? item.platformCode })),
    thisWeek: await readWeek(tx, [row.id, row.institute_id], momentOf(addDays(today, 7))),
    asOf: tx.now.toISOString(),
  }
}

/** The wall code of a station. */
export async function findStationCode(tx: Tx, stationId: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ short_code: string }>({
    name: 'organisation.station-code',
    text: 'select short_code from units where county_id = $1 and id = $2',
    values: [tx.countyId, stationId],
  })
  return row?.short_code
}
