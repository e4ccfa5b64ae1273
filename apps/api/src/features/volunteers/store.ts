import { randomInt } from 'node:crypto'
import type { AgeBand } from '@sidan/types/ages'
import { volunteerNoOf } from '@sidan/types/volunteer-numbers'
import type { Tx } from '../../platform/db.ts'

/** A profile as it is kept; what is undefined stays. */
export interface ProfileSaved {
  ageBand?: AgeBand | undefined
  skills?: string[] | undefined
  languages?: string[] | undefined
  times?: string[] | undefined
  areas?: string[] | undefined
  nationalNo?: { sealed: Buffer; index: Buffer } | null | undefined
  active?: boolean | undefined
}

/** A person's volunteer row; the person is locked until the transaction ends. */
export async function lockVolunteer(
  tx: Tx,
  personId: string,
): Promise<{ ageBand: AgeBand | null; active: boolean } | undefined> {
  await tx.rows({
    name: 'volunteers.lock',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, personId],
  })
  const [row] = await tx.rows<{ ageBand: AgeBand | null; active: boolean }>({
    name: 'volunteers.one',
    text: 'select age_band as "ageBand", active from volunteers where county_id = $1 and person_id = $2',
    values: [tx.countyId, personId],
  })
  return row
}

/** Whether all of these are on the county's lists, and who has registered the national number. */
export async function findNamed(
  tx: Tx,
  named: { skills: string[]; areas: string[]; nationalNoIndex: Buffer | null },
): Promise<{ skillsKnown: boolean; areasKnown: boolean; takenBy: string | undefined }> {
  const [row] = await tx.rows<{ skillsKnown: boolean; areasKnown: boolean; takenBy: string | null }>({
    name: 'volunteers.named',
    text: `select not exists (select 1 from unnest($2::text[]) n where not exists (select 1 from skills s where s.county_id = $1 and s.code = n)) as "skillsKnown",
      not exists (select 1 from unnest($3::uuid[]) n where not exists (select 1 from units u where u.county_id = $1 and u.id = n and u.active)) as "areasKnown",
      (select v.person_id from volunteers v where v.county_id = $1 and v.national_no_index = $4) as "takenBy"`,
    values: [tx.countyId, named.skills, named.areas, named.nationalNoIndex],
  })
  return {
    skillsKnown: row?.skillsKnown === true,
    areasKnown: row?.areasKnown === true,
    takenBy: row?.takenBy ?? undefined,
  }
}

/** Makes somebody a volunteer, with a number drawn for them; a number that is taken is drawn again. Who was one before keeps theirs. */
export async function insertVolunteer(tx: Tx, personId: string): Promise<void> {
  const drawn = volunteerNoOf(tx.countyId, randomInt(10_000_000))
  const { rowCount } = await tx.query({
    name: 'volunteers.insert',
    text: `insert into volunteers (county_id, person_id, volunteer_no, skills, availability, active, registered_at, registered_unit_id)
      values ($1, $2, $3, '{}', '{}', true, $4, (select home_station_id from people where county_id = $1 and id = $2))
      on conflict do nothing`,
    values: [tx.countyId, personId, drawn, tx.now],
  })
  if (rowCount === 0 && !(await lockVolunteer(tx, personId))) await insertVolunteer(tx, personId)
}

/** Saves what is told of a volunteer. */
export async function saveVolunteer(tx: Tx, personId: string, profile: ProfileSaved): Promise<void> {
  const { nationalNo } = profile
  await tx.rows({
    name: 'volunteers.save',
    text: `update volunteers set age_band = coalesce($3, age_band), skills = coalesce($4, skills), languages = coalesce($5, languages),
        availability = coalesce($6, availability), areas = coalesce($7, areas), active = coalesce($8, active),
        national_no_sealed = case when $9 then $10 else national_no_sealed end, national_no_index = case when $9 then $11 else national_no_index end
      where county_id = $1 and person_id = $2`,
    values: [
      tx.countyId,
      personId,
      profile.ageBand ?? null,
      profile.skills ?? null,
      profile.languages ?? null,
      profile.times ?? null,
      profile.areas ?? null,
      profile.active ?? null,
      nationalNo !== undefined,
      nationalNo?.sealed ?? null,
      nationalNo?.index ?? null,
    ],
  })
}
