import { civilMonth, monthSpan, weekday } from '@sidan/types/civil'
import type { suggestForOrder } from '@sidan/types/dispatch'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { serviceDayOf } from '../office-hours/rules.ts'
import { findOrder } from '../orders/reads.ts'
import { viewpoint } from '../orders/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { standingFieldsSql } from '../standing/reads.ts'
import { type Abilities, lacks } from '../standing/rules.ts'
import { type Candidate, rank } from './rules.ts'

interface Row {
  person_id: string
  display_name: string
  team_name: string | null
  has_skill: boolean
  done_before: number
  near: number
  free_then: boolean
  clash_at: Date | null
  open_this_month: number
  rating_percent: number | null
  declined_before: boolean
  abilities: Abilities
}

// Candidates: active volunteers of the county who may hold what the item requires (the rule is asked of each), nearest first, at most 60 to score.
const candidatesSql = `select p.id as person_id, p.display_name, t.name as team_name,
    ($3::text is null or $3 = any (v.skills)) as has_skill,
    (select count(*)::int from service_records r join orders x on x.county_id = r.county_id and x.id = r.order_id
      where r.county_id = p.county_id and r.person_id = p.id and r.state = 'approved' and x.item_id = $5) as done_before,
    case when p.home_station_id = $6 then 0 when h.institute_id = $7 then 1
      when exists (select 1 from units i where i.county_id = p.county_id and i.id = $7 and hi.code = any (i.adjacent_codes)) then 2 else 3 end as near,
    coalesce($8::text = any (v.availability), false) as free_then,
    (select min(x.starts_at) from order_goers g join orders x on x.county_id = g.county_id and x.id = g.order_id
      where g.county_id = p.county_id and g.person_id = p.id and x.state in ('accepted', 'inService')
        and tstzrange(x.starts_at, x.ends_at) && tstzrange($9::timestamptz - interval '30 minutes', $10::timestamptz + interval '30 minutes')) as clash_at,
    (select count(*)::int from order_goers g join orders x on x.county_id = g.county_id and x.id = g.order_id
      where g.county_id = p.county_id and g.person_id = p.id and x.accepted_at >= $11) as open_this_month,
    (select round(avg(x.rated_stars) * 20)::int from order_goers g join orders x on x.county_id = g.county_id and x.id = g.order_id
      where g.county_id = p.county_id and g.person_id = p.id and x.rated_stars is not null) as rating_percent,
    exists (select 1 from order_events e where e.county_id = p.county_id and e.order_id = $2 and e.by_id = p.id and e.verb in ('decline', 'returnOrder')) as declined_before,
    json_build_object('skills', v.skills, ${standingFieldsSql('v', '$14::date')}) as abilities
  from volunteers v
  join people p on p.county_id = v.county_id and p.id = v.person_id and p.closed_at is null
  left join units h on h.county_id = p.county_id and h.id = p.home_station_id
  left join units hi on hi.county_id = h.county_id and hi.id = h.institute_id
  left join lateral (
    select tm.name from team_members m join teams tm on tm.county_id = m.county_id and tm.id = m.team_id
    where m.county_id = p.county_id and m.person_id = p.id order by (coalesce($3, '') = any (tm.skills)) desc, tm.level desc, tm.code limit 1) t on true
  where v.county_id = $1 and v.active and p.id <> $4
    and ($3::text is null or $3 = any (v.skills))
    and ($12::text is null or exists (select 1 from qualifications q where q.county_id = v.county_id and q.person_id = v.person_id and q.code = $12))
    and (not $13::boolean or exists (select 1 from insurances n where n.county_id = v.county_id and n.person_id = v.person_id))
  order by near, has_skill desc, p.id limit 60`

/** Up to five suggestions, best first, and the teams that could be asked; for who may dispatch the order. */
export async function readSuggestions(
  tx: Tx,
  actor: Actor,
  orderId: string,
): Promise<AnswerOf<typeof suggestForOrder>> {
  const { row, item, facts, policy } = await findOrder(tx, actor, orderId)
  const viewer = viewpoint(facts, actor)
  if (viewer === undefined) return refuse('not-found')
  if (viewer !== 'staff') return refuse('not-allowed')
  const slot = row.slotDay === null ? null : `${weekday(row.slotDay)}-${row.slotPart}`
  const rows = await tx.rows<Row>({
    name: 'suggestions.people',
    text: candidatesSql,
    values: [
      tx.countyId,
      orderId,
      item.requiredSkill,
      row.requesterId,
      row.itemId,
      row.stationId,
      row.instituteId,
      slot,
      row.startsAt,
      row.endsAt,
      monthSpan(civilMonth(tx.now)).from,
      item.requiredQualification,
      item.hazardous,
      serviceDayOf(row, tx.now),
    ],
  })
  const near = ['sameStation', 'sameInstitute', 'adjacent', 'elsewhere'] as const
  const fit = rows.filter(({ abilities }) => lacks(facts.needs, abilities) === undefined)
  const candidates = fit.map(
    (found): Candidate => ({
      personId: found.person_id,
      displayName: found.display_name,
      teamName: found.team_name,
      hasSkill: found.has_skill,
      doneBefore: found.done_before,
      place: near[found.near] ?? 'elsewhere',
      freeThen: found.free_then,
      clashAt: found.clash_at,
      openThisMonth: found.open_this_month,
      ratingPercent: found.rating_percent,
      declinedBefore: found.declined_before,
    }),
  )
  return {
    people: rank(candidates, item.requiredSkill).slice(0, 5),
    teams: await findTeams(tx, row.stationId, row.instituteId, item.requiredSkill),
    modes: policy.orderFlow.modes.map((mode) => (mode === 'push' ? 'person' : mode)),
  }
}

/** Teams of the order's station, institute and county that have a leader, those with the skill first. */
async function findTeams(tx: Tx, stationId: string, instituteId: string | null, skill: string | null) {
  return tx.rows<{ teamId: string; name: string; memberCount: number; hasSkill: boolean }>({
    name: 'suggestions.teams',
    text: `select t.id as "teamId", t.name, count(m.person_id)::int as "memberCount", coalesce($4::text = any (t.skills), false) as "hasSkill"
      from teams t
      join units u on u.county_id = t.county_id and u.id = t.unit_id
      join team_members m on m.county_id = t.county_id and m.team_id = t.id
      where t.county_id = $1 and t.active and (t.unit_id in ($2, $3) or u.tier in ('center', 'department'))
      group by t.county_id, t.id, u.tier having bool_or(m.rank <> 'member')
      order by 4 desc, u.tier = 'station' desc, t.code limit 20`,
    values: [tx.countyId, stationId, instituteId, skill],
  })
}
