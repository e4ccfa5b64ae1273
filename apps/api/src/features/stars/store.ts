import type { StarFacts, StarReason } from '@sidan/types/stars'
import type { Tx } from '../../platform/db.ts'
import { averageTenths } from './rules.ts'

export interface StarStanding extends StarFacts {
  personId: string
  /** The newest change: its number and the level it led to; 0 and 0 before the first. */
  no: number
  level: number
}

interface StandingRow {
  personId: string
  earnedMinutes: number
  no: number
  level: number
  count: number
  starsSum: number
}

/**
 * An order's rating is somebody's when minutes of theirs in it stand on the ledger, once however often they went.
 * $1 county, `a` their account of earned minutes.
 */
const ratingsSql = `select count(*)::int as count, coalesce(sum(stars), 0)::int as "starsSum" from (
    select distinct o.id, o.rated_stars as stars from service_records r
    join orders o on o.county_id = r.county_id and o.id = r.order_id and o.rated_stars is not null
    join transfers t on t.county_id = r.county_id and t.reason = 'record-minutes' and t.ref = r.id
    where r.county_id = $1 and r.person_id = a.person_id
      and not exists (select from transfers b where b.county_id = t.county_id and b.reverses = t.id)) rated`

const standingSql = `select a.person_id as "personId", a.balance::int as "earnedMinutes", coalesce(s.no, 0) as no, coalesce(s.to_level, 0) as level,
    g.count, g."starsSum"
  from accounts a
  left join lateral (select no, to_level from star_changes c where c.county_id = $1 and c.person_id = a.person_id order by no desc limit 1) s on true
  cross join lateral (${ratingsSql}) g
  where a.county_id = $1 and a.code = 'earnedMinutes'`

const standing = ({ count, starsSum, ...row }: StandingRow): StarStanding => ({
  ...row,
  ratingCount: count,
  averageTenths: averageTenths({ count, starsSum }),
})

/** What these people's stars are decided on now, and what they have; who never earned a minute is left out. */
export async function findStandings(tx: Tx, personIds: string[]): Promise<StarStanding[]> {
  const rows = await tx.rows<StandingRow>({
    name: 'stars.standings',
    text: `${standingSql} and a.person_id = any ($2::uuid[]) order by a.person_id`,
    values: [tx.countyId, personIds],
  })
  return rows.map(standing)
}

/** The same of everybody, some at a time, in the order of their ids. */
export async function findStandingsAfter(tx: Tx, personId: string | null, limit: number): Promise<StarStanding[]> {
  const rows = await tx.rows<StandingRow>({
    name: 'stars.standings-after',
    text: `${standingSql} and ($2::uuid is null or a.person_id > $2) order by a.person_id limit $3`,
    values: [tx.countyId, personId, limit],
  })
  return rows.map(standing)
}

export interface NewChange {
  standing: StarStanding
  toLevel: number
  reason: StarReason
  policyVersion: number
}

/** Appends changes, each the next of its person. */
export async function insertChanges(tx: Tx, changes: NewChange[]): Promise<void> {
  const rows = changes.map(({ standing: { personId, no, level, ...facts }, ...change }) => ({
    ...facts,
    ...change,
    personId,
    no: no + 1,
    fromLevel: level,
  }))
  await tx.rows({
    name: 'stars.insert',
    text: `insert into star_changes (county_id, person_id, no, from_level, to_level, reason, earned_minutes, rating_count, average_tenths, policy_version, at)
      select $1, c."personId", c.no, c."fromLevel", c."toLevel", c.reason, c."earnedMinutes", c."ratingCount", c."averageTenths", c."policyVersion", $2
      from jsonb_to_recordset($3::jsonb) as c("personId" uuid, no int, "fromLevel" int, "toLevel" int, reason text, "earnedMinutes" int,
        "ratingCount" int, "averageTenths" int, "policyVersion" int)`,
    values: [tx.countyId, tx.now, JSON.stringify(rows)],
  })
}
