/** Roll-ups beside the facts: what is kept, and what somebody who adds up by hand comes to. */
import { civilDay } from '@sidan/types/civil'
import { foldDays } from '../features/roll-ups/fold-days.ts'
import { run } from './papers.ts'
import type { World } from './world.ts'

/** Shifts held, orders served, 人次, volunteers' times, minutes clocked and declared, new volunteers. */
export type Figures = [number, number, number, number, number, number, number]
export type Sheet = Record<string, Figures>

export const fold = (w: World): Promise<number> => w.test.db.inCounty(w.county.countyId, foldDays)

const columns = `shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes`

/** What is kept, by `unit|team id day`; days of nothing left out. */
export async function keptSheet(w: World): Promise<Sheet> {
  const rows = (await run(
    w,
    `select 'unit ' || unit_id || ' ' || day_on as key, array[${columns}, new_volunteers_count] as figures from unit_days where county_id = $1
      union all select 'team ' || team_id || ' ' || day_on, array[${columns}, 0] from team_days where county_id = $1`,
  )) as { key: string; figures: Figures }[]
  return Object.fromEntries(rows.map(({ key, figures }) => [key, figures]))
}

interface ShiftFact {
  unitId: string
  teamId: string | null
  startsAt: Date
  endsAt: Date
  state: string
  reportedAt: Date | null
  others: number | null
  present: string[]
}
interface OrderFact {
  stationId: string
  teamId: string | null
  state: string
  startedAt: Date | null
  fulfilledAt: Date | null
  headCount: number | null
}
interface RecordFact {
  unitId: string
  teamId: string | null
  day: string
  clocked: number
  declared: number
}
interface VolunteerFact {
  unitId: string
  registeredAt: Date
}

/** What the facts come to when they are read one by one and added up without the database's help. */
export async function countedSheet(w: World): Promise<Sheet> {
  const { now } = w.test.clock
  const sheet: Sheet = {}
  const add = (place: { unitId: string; teamId: string | null }, day: string, figures: Figures) => {
    for (const key of [`unit ${place.unitId} ${day}`, ...(place.teamId ? [`team ${place.teamId} ${day}`] : [])]) {
      const before = sheet[key] ?? [0, 0, 0, 0, 0, 0, 0]
      sheet[key] = before.map((one, index) => one + (figures[index] ?? 0)) as Figures
    }
  }
  const shifts = (await run(
    w,
    `select a.unit_id as "unitId", a.team_id as "teamId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.state, s.reported_at as "reportedAt",
      s.others_served_times as others, array(select o.kind from signups g join openings o on o.county_id = $1 and o.id = g.opening_id
        where g.county_id = $1 and g.shift_id = s.id and g.attendance = 'present') as present
      from shifts s join activities a on a.county_id = $1 and a.id = s.activity_id where s.county_id = $1`,
  )) as ShiftFact[]
  for (const one of shifts) {
    const held = one.state === 'open' && one.endsAt <= now && (one.reportedAt !== null || one.present.length > 0)
    if (!held) continue
    const served = (one.others ?? 0) + one.present.filter((kind) => kind !== 'volunteer').length
    add(one, civilDay(one.startsAt), [1, 0, served, 0, 0, 0, 0])
  }
  const orders = (await run(
    w,
    `select station_id as "stationId", assignee_team_id as "teamId", state, started_at as "startedAt", fulfilled_at as "fulfilledAt",
      head_count as "headCount" from orders where county_id = $1`,
  )) as OrderFact[]
  for (const one of orders) {
    if (!one.fulfilledAt || !['fulfilled', 'rated', 'closed'].includes(one.state)) continue
    const place = { unitId: one.stationId, teamId: one.teamId }
    add(place, civilDay(one.startedAt ?? one.fulfilledAt), [0, 1, one.headCount ?? 1, 0, 0, 0, 0])
  }
  const records = (await run(
    w,
    `select r.station_id as "unitId", coalesce((select assignee_team_id from orders o where o.county_id = $1 and o.id = r.order_id),
        (select a.team_id from shifts s join activities a on a.county_id = $1 and a.id = s.activity_id where s.county_id = $1 and s.id = r.shift_id)) as "teamId",
      r.service_day::text as day, r.clocked_minutes as clocked, r.declared_minutes as declared
      from service_records r where r.county_id = $1 and r.state = 'approved'`,
  )) as RecordFact[]
  for (const one of records) add(one, one.day, [0, 0, 0, 1, one.clocked, one.declared, 0])
  const volunteers = (await run(
    w,
    `select coalesce(registered_unit_id, $2) as "unitId", registered_at as "registeredAt" from volunteers where county_id = $1`,
    w.county.stage.centerId,
  )) as VolunteerFact[]
  for (const one of volunteers)
    add({ unitId: one.unitId, teamId: null }, civilDay(one.registeredAt), [0, 0, 0, 0, 0, 0, 1])
  return sheet
}
