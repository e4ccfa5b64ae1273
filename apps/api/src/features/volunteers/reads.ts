import type { AnswerOf } from '@sidan/types/endpoint'
import type { getVolunteerForm } from '@sidan/types/volunteers'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { consentsOf } from '../consents/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { isRegistered, maskNumber } from './rules.ts'

type Form = AnswerOf<typeof getVolunteerForm>
type Profile = NonNullable<Form['profile']>
interface Row {
  profile: (Omit<Profile, 'nationalNoMasked' | 'registeredAt'> & { registeredAt: string }) | null
  sealed: Buffer | null
  skills: Form['skills']
  areas: Form['areas']
}

const unit = `json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier)`

/** The caller's profile, with what can be chosen: the county's skills, the home station and the institutes, by code. */
export async function readVolunteerForm(tx: Tx, actor: Actor, crypto: Crypto): Promise<Form> {
  const consents = await consentsOf(tx, actor.personId)
  const [row] = await tx.rows<Row>({
    name: 'volunteers.form',
    text: `select (select json_build_object('volunteerNo', v.volunteer_no, 'ageBand', v.age_band, 'skills', v.skills, 'languages', v.languages,
          'times', v.availability, 'active', v.active, 'registeredAt', v.registered_at,
          'areas', coalesce((select json_agg(${unit} order by u.code) from units u where u.county_id = v.county_id and u.id = any (v.areas)), '[]'))
        from volunteers v where v.county_id = $1 and v.person_id = $2) as profile,
      (select v.national_no_sealed from volunteers v where v.county_id = $1 and v.person_id = $2) as sealed,
      coalesce((select json_agg(json_build_object('code', s.code, 'name', s.name) order by s.code) from skills s where s.county_id = $1), '[]') as skills,
      coalesce((select json_agg(${unit} order by u.id = $3::uuid desc, u.code) from units u
        where u.county_id = $1 and u.active and (u.tier = 'institute' or u.id = $3::uuid)), '[]') as areas`,
    values: [tx.countyId, actor.personId, actor.homeStationId],
  })
  const { profile = null, sealed = null, skills = [], areas = [] } = row ?? {}
  const place = { countyId: tx.countyId, table: 'volunteers', column: 'national_no_sealed', id: actor.personId }
  return {
    skills,
    areas,
    profile:
      profile && isRegistered(profile, consents)
        ? {
            ...profile,
            registeredAt: new Date(profile.registeredAt).toISOString(),
            nationalNoMasked: sealed ? maskNumber(crypto.open(sealed, place)) : null,
          }
        : null,
  }
}
