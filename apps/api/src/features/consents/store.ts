import type { SpokenPurpose } from '@sidan/types/consents'
import type { Tx } from '../../platform/db.ts'

interface Said {
  purpose: SpokenPurpose
  given: boolean
  /** Null when withdrawing: the version that was agreed to. */
  noticeVersion: number | null
}

/** Writes down what somebody said on purposes; what changes nothing is no row. The person is locked, so that words are counted one after the other. */
export async function insertConsents(tx: Tx, personId: string, byId: string, said: Said[]): Promise<void> {
  await tx.rows({
    name: 'consents.lock',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, personId],
  })
  await tx.rows({
    name: 'consents.insert',
    text: `insert into consents (county_id, person_id, no, purpose, given, notice_version, by_id, at)
      select $1, $2, (select coalesce(max(no), 0) from consents where county_id = $1 and person_id = $2) + row_number() over (), s.purpose, s.given,
        coalesce(s."noticeVersion", last.notice_version), $3, $4
      from jsonb_to_recordset($5::jsonb) as s(purpose text, given boolean, "noticeVersion" int)
      left join lateral (select c.given, c.notice_version from consents c
        where c.county_id = $1 and c.person_id = $2 and c.purpose = s.purpose order by c.no desc limit 1) last on true
      where coalesce(last.given, false) <> s.given or (s.given and last.notice_version <> s."noticeVersion")`,
    values: [tx.countyId, personId, byId, tx.now, JSON.stringify(said)],
  })
}

/** Empties a volunteer's profile and pauses it: what was held for the purpose goes with it. The number stays, for the records kept under it (rule-15). */
export async function emptyProfile(tx: Tx, personId: string, only: 'anybody' | 'child'): Promise<void> {
  await tx.rows({
    name: 'consents.empty-profile',
    text: `update volunteers set active = false, skills = '{}', availability = '{}', languages = '{}', areas = '{}', age_band = null,
        national_no_sealed = null, national_no_index = null
      where county_id = $1 and person_id = $2 and ($3 = 'anybody' or age_band = 'under14')`,
    values: [tx.countyId, personId, only],
  })
}
