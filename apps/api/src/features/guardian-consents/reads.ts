import { type AgeBand, isMinor } from '@sidan/types/ages'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { agreeAsGuardian, getGuardianship, listMinors, openGuardianRequest } from '@sidan/types/guardians'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { inSubtreeSql } from '../papers/reads.ts'
import { lookingFrom } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Guardianship = AnswerOf<typeof getGuardianship>
type Consent = NonNullable<Guardianship['consent']>
type WardAnswer = AnswerOf<typeof agreeAsGuardian>

interface ConsentRow {
  consentId: string
  how: 'inApp' | 'paper'
  givenAt: Date
  guardianName: string | null
  sealed: Buffer | null
}

const consentFields = `c.id as "consentId", c.how, c.given_at as "givenAt", g.display_name as "guardianName", c.guardian_name_sealed as sealed`
const consentFrom = `guardian_consents c left join people g on g.county_id = c.county_id and g.id = c.guardian_id`

function shownConsent(tx: Tx, crypto: Crypto, { sealed, ...row }: ConsentRow): Consent {
  const place = { countyId: tx.countyId, table: 'guardian_consents', column: 'guardian_name_sealed', id: row.consentId }
  const guardianName = sealed === null ? (row.guardianName ?? '') : crypto.open(sealed, place)
  return { consentId: row.consentId, how: row.how, givenAt: row.givenAt.toISOString(), guardianName }
}

/** One consent, as who recorded it sees it. */
export async function readConsent(tx: Tx, crypto: Crypto, id: string): Promise<Consent> {
  const [row] = await tx.rows<ConsentRow>({
    name: 'guardian-consents.one',
    text: `select ${consentFields} from ${consentFrom} where c.county_id = $1 and c.id = $2`,
    values: [tx.countyId, id],
  })
  return row ? shownConsent(tx, crypto, row) : refuse('not-found')
}

const wardsSql = `select c.id as "consentId", json_build_object('personId', p.id, 'displayName', p.display_name) as minor, c.given_at as "givenAt"
  from guardian_consents c join people p on p.county_id = c.county_id and p.id = c.minor_id
  where c.county_id = $1 and c.guardian_id = $2`
const shownWard = (row: Omit<WardAnswer, 'givenAt'> & { givenAt: Date }): WardAnswer => ({
  ...row,
  givenAt: row.givenAt.toISOString(),
})

/** A consent of the guardian's own. */
export async function readWard(tx: Tx, actor: Actor, id: string): Promise<WardAnswer> {
  const [row] = await tx.rows<Omit<WardAnswer, 'givenAt'> & { givenAt: Date }>({
    name: 'guardian-consents.ward',
    text: `${wardsSql} and c.id = $3`,
    values: [tx.countyId, actor.personId, id],
  })
  return row ? shownWard(row) : refuse('not-found')
}

/** Both sides of somebody's guardianship. */
export async function readGuardianship(tx: Tx, actor: Actor, crypto: Crypto): Promise<Guardianship> {
  const [consent] = await tx.rows<ConsentRow>({
    name: 'guardian-consents.mine',
    text: `select ${consentFields} from ${consentFrom} where c.county_id = $1 and c.minor_id = $2 and c.withdrawn_at is null`,
    values: [tx.countyId, actor.personId],
  })
  const [request] = await tx.rows<{ expiresAt: Date }>({
    name: 'guardian-consents.open-request',
    text: `select expires_at as "expiresAt" from guardian_requests where county_id = $1 and minor_id = $2 and used_at is null and expires_at > $3`,
    values: [tx.countyId, actor.personId, tx.now],
  })
  const wards = await tx.rows<Omit<WardAnswer, 'givenAt'> & { givenAt: Date }>({
    name: 'guardian-consents.wards',
    text: `${wardsSql} and c.withdrawn_at is null order by c.given_at, c.id limit 50`,
    values: [tx.countyId, actor.personId],
  })
  const ageBand = actor.volunteer?.ageBand ?? null
  return {
    needed: ageBand !== null && isMinor(ageBand),
    consent: consent ? shownConsent(tx, crypto, consent) : null,
    request: request ? { expiresAt: request.expiresAt.toISOString() } : null,
    wards: wards.map(shownWard),
  }
}

/** Who asks, for whoever brought the code. */
export async function readRequest(tx: Tx, id: string): Promise<AnswerOf<typeof openGuardianRequest>> {
  const [row] = await tx.rows<{ minorName: string; stationName: string | null; expiresAt: Date }>({
    name: 'guardian-consents.read-request',
    text: `select p.display_name as "minorName", u.name as "stationName", r.expires_at as "expiresAt" from guardian_requests r
      join people p on p.county_id = r.county_id and p.id = r.minor_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where r.county_id = $1 and r.id = $2`,
    values: [tx.countyId, id],
  })
  return row ? { ...row, expiresAt: row.expiresAt.toISOString() } : refuse('guardian-code-unknown')
}

/** Volunteers under age where the caller stands, by name. */
export async function readMinors(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMinors>> {
  const desk = lookingFrom(actor) ?? refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'word', 'id')
  type Row = Omit<ConsentRow, 'consentId'> & {
    consentId: string | null
    person: { personId: string; displayName: string }
    ageBand: AgeBand
    homeStationName: string | null
    pinyin: string
  }
  const rows = await tx.rows<Row>({
    name: 'guardian-consents.minors',
    text: `select json_build_object('personId', p.id, 'displayName', p.display_name) as person, p.name_pinyin as pinyin, v.age_band as "ageBand",
        u.name as "homeStationName", ${consentFields}
      from volunteers v
      join people p on p.county_id = v.county_id and p.id = v.person_id and p.closed_at is null
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      left join (${consentFrom}) on c.county_id = v.county_id and c.minor_id = v.person_id and c.withdrawn_at is null
      where v.county_id = $1 and v.active and v.age_band in ('under14', 'from14', 'from16') and ${inSubtreeSql}
        and ($4::text is null or (p.name_pinyin, p.id) > ($4, $5::uuid))
      order by p.name_pinyin, p.id limit $6`,
    values: [tx.countyId, desk.tier, desk.unitId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.pinyin, row.person.personId),
    ({ person, ageBand, homeStationName, consentId, ...row }) => ({
      person,
      ageBand,
      homeStationName,
      consent: consentId === null ? null : shownConsent(tx, crypto, { ...row, consentId }),
    }),
  )
}
