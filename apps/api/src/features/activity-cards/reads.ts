import type { findActivities } from '@sidan/types/activities'
import type { listRunActivities } from '@sidan/types/activity-forms'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf, QueryOf } from '@sidan/types/endpoint'
import { packCursor, pageFrom, pageLimit, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, deskOf } from '../roles/rules.ts'

type Page = AnswerOf<typeof findActivities>
type Card = Omit<Page['items'][number], 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }

/** How far ahead somebody looks for something to do. */
export const weeksAhead = 4

const columns = `a.id as "activityId", s.id as "shiftId", a.title, a.place, s.starts_at as "startsAt", s.ends_at as "endsAt",
    a.unit_id as "unitId", u.name as "unitName", a.platform_code as "platformCode", a.audience, a.sign_up as "signUp",
    case when a.sign_up = 'none' then null else f.volunteers end as "freeVolunteers",
    case when a.sign_up = 'none' then null else f.participants end as "freeParticipants",
    (select count(*)::int from shifts n where n.county_id = a.county_id and n.activity_id = a.id and n.state = 'open') as "shiftCount", a.state`
const free = `left join lateral (
    select coalesce(sum(p.capacity_count + p.overbook_count - p.confirmed_count) filter (where o.kind = 'volunteer'), 0)::int as volunteers,
      coalesce(sum(p.capacity_count + p.overbook_count - p.confirmed_count) filter (where o.kind <> 'volunteer'), 0)::int as participants
    from shift_places p join openings o on o.county_id = p.county_id and o.id = p.opening_id
    where p.county_id = s.county_id and p.shift_id = s.id) f on true`

/** Whether an activity `a` of county $1 is found: published, between the moments `from` and `until`, with words that others may read (rule-44). */
export const foundSql = (
  from = '$2',
  until = '$3',
) => `a.county_id = $1 and a.state = 'published' and a.ends_at > ${from} and a.starts_at < ${until}
    and not exists (select 1 from word_checks c where c.county_id = a.county_id and c.subject_id = a.id and c.kind = 'activity'
      and c.state not in ('passed', 'shown'))`

/**
 * Published activities whose words others may read (rule-44), each at its next open shift between the moments $2 and $3 of county $1. The caller adds
 * its own condition on `a` (the activity) and `u` (its unit).
 */
const cardsSql = `select ${columns}
  from activities a
  join units u on u.county_id = a.county_id and u.id = a.unit_id
  join lateral (select s.* from shifts s where s.county_id = a.county_id and s.activity_id = a.id and s.state = 'open' and s.ends_at > $2
    and s.starts_at < $3 order by s.starts_at limit 1) s on true
  ${free}
  where ${foundSql()}`

const cardOf = (card: Card): Page['items'][number] => ({
  ...card,
  startsAt: card.startsAt.toISOString(),
  endsAt: card.endsAt.toISOString(),
})

/** 这周站里有: what these units offer until then, by time. */
export async function readWeek(tx: Tx, unitIds: (string | null)[], until: Date): Promise<Page['items']> {
  const rows = await tx.rows<Card>({
    name: 'activity-cards.week',
    text: `${cardsSql} and a.unit_id = any ($4::uuid[]) order by s.starts_at, s.id limit 50`,
    values: [tx.countyId, tx.now, until, unitIds],
  })
  return rows.map(cardOf)
}

/** 0 the same unit, 1 the same township or the whole county's, 2 next to it, 3 elsewhere; everything is as near when nobody says where they are. */
const farSql = `case when h.id is null or c."unitId" = h.id then 0
    when u.tier in ('center', 'department') or u.institute_id = h.institute_id then 1
    when (select i.code from units i where i.county_id = $1 and i.id = u.institute_id) = any (h.adjacent_codes) then 2 else 3 end`

/** 找点事做: the nearest first (in the measure of administrative neighbours, not of roads), then by time. */
export async function readActivities(
  tx: Tx,
  actor: Actor | undefined,
  asked: QueryOf<typeof findActivities>,
): Promise<Page> {
  const limit = pageLimit(asked.limit)
  const after = unpackCursor(asked.cursor, 'whole', 'instant', 'id')
  const today = civilDay(tx.now)
  const { fromDay = today } = asked
  const from = fromDay > today ? momentOf(fromDay) : tx.now
  const until = momentOf(addDays(asked.toDay ?? addDays(civilDay(from), weeksAhead * 7), 1))
  const rows = await tx.rows<Card & { far: number }>({
    name: 'activity-cards.find',
    text: `select * from (
        select c.*, ${farSql} as far
        from (${cardsSql}) c
        join units u on u.county_id = $1 and u.id = c."unitId"
        left join (select h.id, h.institute_id, i.adjacent_codes from units h
          left join units i on i.county_id = h.county_id and i.id = h.institute_id where h.county_id = $1 and h.id = $4) h on true
        where ($5::text is null or c.audience in ($5, 'everybody')) and ($6::text is null or c."platformCode" = $6)
          and ($7::text is null or exists (select 1 from shift_places p join openings o on o.county_id = p.county_id and o.id = p.opening_id
            where p.county_id = $1 and p.shift_id = c."shiftId" and o.kind = $7 and p.confirmed_count < p.capacity_count + p.overbook_count))
          and ($8::text is null or exists (select 1 from openings o where o.county_id = $1 and o.activity_id = c."activityId" and o.skill = $8))
          and ($13::uuid is null or u.institute_id = $13 or u.id = $13
            or u.tier = 'department' and exists (select 1 from units w where w.county_id = $1 and w.id = $13 and w.tier = 'center'))
      ) found
      where $9::int is null or (far, "startsAt", "shiftId") > ($9, $10::timestamptz, $11::uuid)
      order by far, "startsAt", "shiftId" limit $12`,
    values: [
      tx.countyId,
      from,
      until,
      asked.unitId ?? actor?.homeStationId ?? null,
      asked.audience ?? null,
      asked.platformCode ?? null,
      asked.lookingFor ?? null,
      asked.skill ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      limit + 1,
      asked.withinId ?? null,
    ],
  })
  if (rows.length === 0 && !(await isCounty(tx))) return refuse('not-found')
  return pageFrom(
    rows,
    limit,
    (row) => packCursor(row.far, row.startsAt.toISOString(), row.shiftId),
    ({ far: _far, ...card }) => cardOf(card),
  )
}

export async function isCounty(tx: Tx): Promise<boolean> {
  const text = 'select 1 from counties where county_id = $1'
  return (await tx.rows({ name: 'activity-cards.county', text, values: [tx.countyId] })).length === 1
}

/** What the caller writes and runs: coming (drafts and what was called off as well), the soonest first; or past, the latest first. */
export async function readRunActivities(
  tx: Tx,
  actor: Actor,
  asked: QueryOf<typeof listRunActivities>,
): Promise<AnswerOf<typeof listRunActivities>> {
  const desk = deskOf(actor)
  if (!desk && actor.ledTeamIds.length === 0) return refuse('not-allowed')
  const limit = pageLimit(asked.limit)
  const past = asked.past === 'true'
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Card & { sortAt: Date }>({
    name: past ? 'activity-cards.past' : 'activity-cards.run',
    text: `select ${columns}, a.ends_at as "sortAt"
      from activities a
      join units u on u.county_id = a.county_id and u.id = a.unit_id
      join lateral (select s.* from shifts s where s.county_id = a.county_id and s.activity_id = a.id
        order by s.state = 'open' desc, s.ends_at > $2 desc, case when s.ends_at > $2 then s.starts_at end, s.starts_at desc limit 1) s on true
      ${free}
      where a.county_id = $1 and a.ends_at ${past ? '<=' : '>'} $2
        and ($3::text in ('center', 'department') and ($3 = 'center' or a.unit_id = $4) or u.institute_id = $4 or u.id = $4 or a.team_id = any ($5::uuid[]))
        and ($6::timestamptz is null or (a.ends_at, a.id) ${past ? '<' : '>'} ($6, $7::uuid))
      order by a.ends_at ${past ? 'desc' : ''}, a.id ${past ? 'desc' : ''} limit $8`,
    values: [
      tx.countyId,
      tx.now,
      desk?.tier ?? null,
      desk?.unitId ?? null,
      actor.ledTeamIds,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  })
  return pageFrom(
    rows,
    limit,
    (row) => packCursor(row.sortAt.toISOString(), row.activityId),
    ({ sortAt: _sortAt, ...card }) => cardOf(card),
  )
}
