import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getTeamLife } from '@sidan/types/team-life'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { foundSql } from '../activity-cards/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { foldedUntilSql } from '../roll-ups/reads.ts'
import { toldOpenly } from '../roll-ups/rules.ts'
import { fewestPeople, seesEverybody } from '../teams/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'

type Answer = AnswerOf<typeof getTeamLife>

interface Row {
  unitId: string
  instituteId: string | null
  isMember: boolean
  clocked: number
  declared: number
  volunteerTimes: number
  shiftsHeld: number
  servedTimes: number
  asOf: Date | null
  peopleCount: number
  thanks: number
  calendar: { orderId: string | null; activityId: string | null; title: string; startsAt: string; endsAt: string }[]
  messages: { messageId: string; words: string; byId: string; byName: string; at: string; state: string | null }[]
}

// What was done for the team is rolled up (roll-ups/store.ts). Whether enough people did it is asked of the records that are in those sums: people cannot
// be added over days. Thanks are ratings of four or five stars.
const lifeSql = `select t.unit_id as "unitId", u.institute_id as "instituteId",
    exists (select 1 from team_members m where m.county_id = t.county_id and m.team_id = t.id and m.person_id = $3) as "isMember",
    d.*, f.until_at as "asOf",
    (select count(*)::int from (
      select r.person_id from orders o join service_records r on r.county_id = o.county_id and r.order_id = o.id and r.state = 'approved' and r.decided_at <= f.until_at
      where o.county_id = t.county_id and o.assignee_team_id = t.id
      union
      select r.person_id from activities a join shifts s on s.county_id = a.county_id and s.activity_id = a.id
      join service_records r on r.county_id = s.county_id and r.shift_id = s.id and r.state = 'approved' and r.decided_at <= f.until_at
      where a.county_id = t.county_id and a.team_id = t.id) people) as "peopleCount",
    (select count(*)::int from orders o where o.county_id = t.county_id and o.assignee_team_id = t.id and o.rated_stars >= 4) as thanks,
    (select coalesce(json_agg(c order by c."startsAt", c.title), '[]') from (
      select o.id as "orderId", null::uuid as "activityId", i.title, o.starts_at as "startsAt", o.ends_at as "endsAt"
      from orders o join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
      where o.county_id = t.county_id and o.assignee_team_id = t.id and o.state in ('accepted', 'inService')
        and o.ends_at > $4 and o.starts_at < $5
      union all
      select null, a.id, a.title, s.starts_at, s.ends_at
      from activities a join shifts s on s.county_id = a.county_id and s.activity_id = a.id and s.state = 'open'
      where a.team_id = t.id and ${foundSql('$4', '$5')} and s.ends_at > $4 and s.starts_at < $5) c) as calendar,
    (select coalesce(json_agg(x order by x.at desc), '[]') from (
      select m.id as "messageId", m.words, m.author_id as "byId", p.display_name as "byName", m.at, c.state
      from team_messages m join people p on p.county_id = m.county_id and p.id = m.author_id
      left join word_checks c on c.county_id = m.county_id and c.subject_id = m.id and c.kind = 'teamMessage'
      where m.county_id = t.county_id and m.team_id = t.id order by m.at desc, m.id limit 5) x) as messages
  from teams t
  join units u on u.county_id = t.county_id and u.id = t.unit_id
  cross join (select ${foldedUntilSql} as until_at) f
  cross join lateral (
    select coalesce(sum(clocked_minutes), 0)::int as clocked, coalesce(sum(declared_minutes), 0)::int as declared,
      coalesce(sum(volunteer_times), 0)::int as "volunteerTimes", coalesce(sum(shifts_held_count), 0)::int as "shiftsHeld",
      coalesce(sum(served_times), 0)::int as "servedTimes"
    from team_days where county_id = t.county_id and team_id = t.id) d
  where t.county_id = $1 and t.id = $2 and t.active`

const utc = (text: string): string => new Date(text).toISOString()

/** A team's coming four weeks, its hours and its thanks; orders and messages are for who is in it or above it. */
export async function readTeamLife(tx: Tx, actor: Actor, teamId: string): Promise<Answer> {
  const until = momentOf(addDays(civilDay(tx.now), 28))
  const [row] = await tx.rows<Row>({
    name: 'team-life.one',
    text: lifeSql,
    values: [tx.countyId, teamId, actor.personId, tx.now, until],
  })
  if (!row) return refuse('not-found')
  const inside = row.isMember || seesEverybody(actor, { id: teamId, unitId: row.unitId, instituteId: row.instituteId })
  const told = (count: number) => (inside ? count : toldOpenly(count))
  return {
    teamId,
    calendar: row.calendar
      .filter(({ orderId }) => inside || orderId === null)
      .map((one) => ({
        ...one,
        startsAt: utc(one.startsAt),
        endsAt: utc(one.endsAt),
      })),
    minutes: row.peopleCount < fewestPeople ? null : { clockedMinutes: row.clocked, declaredMinutes: row.declared },
    volunteerTimes: told(row.volunteerTimes),
    shiftsHeld: row.shiftsHeld,
    servedTimes: told(row.servedTimes),
    asOf: row.asOf?.toISOString() ?? null,
    thanksCount: row.thanks,
    messages: (inside ? row.messages : []).map(({ byId, state, words, at, ...message }) => ({
      ...message,
      words: byId === actor.personId || othersMayRead(state) ? words : null,
      at: utc(at),
    })),
  }
}
