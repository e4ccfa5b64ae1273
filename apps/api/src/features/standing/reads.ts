import type { Tx } from '../../platform/db.ts'
import type { Abilities, Standing } from './rules.ts'

/**
 * The facts of `Standing` about a row `v` of volunteers on a civil day, as fields for json_build_object: whatever reads people's abilities takes them
 * from here. Both arguments are our own SQL, never somebody's input.
 */
export const standingFieldsSql = (v: string, day: string): string => `'ageBand', ${v}.age_band,
  'guardianConsents', exists (select 1 from guardian_consents gc
    where gc.county_id = ${v}.county_id and gc.minor_id = ${v}.person_id and gc.withdrawn_at is null),
  'qualifications', array(select distinct q.code from qualifications q
    where q.county_id = ${v}.county_id and q.person_id = ${v}.person_id and q.state = 'verified' and (q.valid_until_day is null or q.valid_until_day >= ${day}) order by q.code),
  'insured', exists (select 1 from insurances n
    where n.county_id = ${v}.county_id and n.person_id = ${v}.person_id and n.from_day <= ${day} and n.until_day >= ${day})`

/** What is known of each person on a civil day, in one statement. Everybody asked for is in the map; who is not there, or left, is no volunteer. */
export async function standingOf(tx: Tx, personIds: string[], day: string): Promise<Map<string, Standing>> {
  const rows = await tx.rows<{ standing: Standing }>({
    name: 'standing.of',
    text: `select json_build_object('personId', asked.id, 'volunteer', v.person_id is not null and p.id is not null, ${standingFieldsSql('v', '$3::date')}) as standing
      from unnest($2::uuid[]) as asked(id)
      left join people p on p.county_id = $1 and p.id = asked.id and p.closed_at is null
      left join volunteers v on v.county_id = p.county_id and v.person_id = p.id and v.active`,
    values: [tx.countyId, personIds, day],
  })
  return new Map(rows.map(({ standing }) => [standing.personId, standing]))
}

/** What is known of one person on several civil days, by day, in one statement. */
export async function standingByDay(tx: Tx, personId: string, days: string[]): Promise<Map<string, Standing>> {
  const rows = await tx.rows<{ day: string; standing: Standing }>({
    name: 'standing.by-day',
    text: `select asked.day, json_build_object('personId', $2::uuid, 'volunteer', v.person_id is not null, ${standingFieldsSql('v', 'asked.day')}) as standing
      from unnest($3::date[]) as asked(day)
      left join people p on p.county_id = $1 and p.id = $2 and p.closed_at is null
      left join volunteers v on v.county_id = p.county_id and v.person_id = p.id and v.active`,
    values: [tx.countyId, personId, days],
  })
  return new Map(rows.map(({ day, standing }) => [day, standing]))
}

/** What an active volunteer of the county can do on a civil day; undefined when there is none of that id. */
export async function abilitiesOf(tx: Tx, personId: string, day: string): Promise<Abilities | undefined> {
  const [row] = await tx.rows<{ abilities: Abilities }>({
    name: 'standing.abilities',
    text: `select json_build_object('skills', v.skills, ${standingFieldsSql('v', '$3::date')}) as abilities from volunteers v
      join people p on p.county_id = v.county_id and p.id = v.person_id
      where v.county_id = $1 and v.person_id = $2 and v.active and p.closed_at is null`,
    values: [tx.countyId, personId, day],
  })
  return row?.abilities
}
