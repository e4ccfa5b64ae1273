import type { AnswerOf } from '@sidan/types/endpoint'
import type { findPeople, getMe } from '@sidan/types/people'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { soughtKey } from '../../platform/pinyin.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, deskOf } from '../roles/rules.ts'
import { maskPhone } from './rules.ts'

interface MeRow {
  county: AnswerOf<typeof getMe>['county']
  home: { unitId: string; name: string; tier: 'station'; shortCode: string; phone: string } | null
  address_sealed: Buffer | null
  phone_sealed: Buffer | null
  volunteer_no: string | null
  skill_names: string[]
  leads: boolean
  unread: number
}

/** Somebody signed in, with their roles of this moment. The address is their own to see; the phone is masked even so. */
export async function readMe(tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof getMe>> {
  const [row] = await tx.rows<MeRow>({
    name: 'people.me',
    text: `select
        json_build_object('countyId', c.county_id, 'name', c.name, 'organiser', c.organiser, 'filingNumber', c.filing_number, 'complaintsPhone', c.complaints_phone) as county,
        case when u.id is null then null else
          json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier, 'shortCode', u.short_code, 'phone', u.phone) end as home,
        p.address_sealed, p.phone_sealed, v.volunteer_no,
        array(select s.name from skills s where s.county_id = p.county_id and s.code = any (v.skills) order by s.code) as skill_names,
        exists (select 1 from team_members m where m.county_id = p.county_id and m.person_id = p.id and m.rank <> 'member') as leads,
        (select count(*)::int from (select 1 from notices n where n.county_id = p.county_id and n.person_id = p.id and n.read_at is null limit 99) x) as unread
      from people p
      join counties c on c.county_id = p.county_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      left join volunteers v on v.county_id = p.county_id and v.person_id = p.id and v.active
      where p.county_id = $1 and p.id = $2`,
    values: [tx.countyId, actor.personId],
  })
  if (!row) return refuse('not-found')
  const open = (column: 'address_sealed' | 'phone_sealed') => {
    const sealed = row[column]
    return sealed ? crypto.open(sealed, { countyId: tx.countyId, table: 'people', column, id: actor.personId }) : null
  }
  const phone = open('phone_sealed')
  return {
    personId: actor.personId,
    countyId: tx.countyId,
    county: row.county,
    displayName: actor.displayName,
    homeStation: row.home,
    contact: { address: open('address_sealed'), phoneMasked: phone === null ? null : maskPhone(phone) },
    roles: actor.grants.map((grant) => ({
      grantId: grant.grantId,
      role: grant.role,
      unit: { unitId: grant.unitId, name: grant.unitName, tier: grant.tier },
      partnerName: grant.partner?.name ?? null,
      deputyForName: grant.deputyForName,
      untilDay: grant.untilDay,
    })),
    volunteer: row.volunteer_no === null ? null : { volunteerNo: row.volunteer_no, skills: row.skill_names },
    leadsTeams: row.leads,
    unreadNotices: row.unread,
  }
}

/** How the caller is called now: the actor knows it from before the request changed it. */
export async function readDisplayName(tx: Tx, { personId }: Actor): Promise<string> {
  const [row] = await tx.rows<{ displayName: string }>({
    name: 'people.display-name',
    text: 'select display_name as "displayName" from people where county_id = $1 and id = $2',
    values: [tx.countyId, personId],
  })
  return row?.displayName ?? refuse('not-found')
}

/** People whose home station lies in the caller's subtree, by name, pinyin or initials; for staff. */
export async function searchPeople(
  tx: Tx,
  actor: Actor,
  asked: { name: string; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof findPeople>> {
  const desk = deskOf(actor) ?? actor.grants.find((grant) => grant.role === 'gridWorker')
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'word', 'id')
  const rows = await tx.rows<{
    personId: string
    displayName: string
    homeStationName: string | null
    namePinyin: string
  }>({
    name: 'people.search',
    text: `select p.id as "personId", p.display_name as "displayName", u.name as "homeStationName", p.name_pinyin as "namePinyin"
      from people p left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where p.county_id = $1 and p.closed_at is null
        and ($2 in ('center', 'department') or u.institute_id = $3 or u.id = $3)
        and (position($4 in p.display_name) > 0 or position($5 in p.name_search) > 0)
        and ($6::text is null or (p.name_pinyin, p.id) > ($6, $7::uuid))
      order by p.name_pinyin, p.id limit $8`,
    values: [
      tx.countyId,
      desk.tier,
      desk.unitId,
      asked.name,
      soughtKey(asked.name),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.namePinyin, row.personId),
    ({ namePinyin: _, ...person }) => person,
  )
}
