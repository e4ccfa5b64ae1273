import { addDays, civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { listInsurances, listMyInsurances } from '@sidan/types/insurances'
import { endingWithinDays } from '@sidan/types/qualifications'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { inSubtreeSql } from '../papers/reads.ts'
import { lookingFrom } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Own = AnswerOf<typeof listMyInsurances>['items'][number]
type Listed = AnswerOf<typeof listInsurances>['items'][number]
type Row<Answer> = Omit<Answer, 'policyNo' | 'coversToday'> & { sealed: Buffer | null }

const fields = `n.id as "insuranceId", n.insurer, n.policy_no_sealed as sealed, n.from_day as "fromDay", n.until_day as "untilDay"`

function shown<Answer extends Own>(tx: Tx, crypto: Crypto, { sealed, ...row }: Row<Answer>) {
  const today = civilDay(tx.now)
  const place = { countyId: tx.countyId, table: 'insurances', column: 'policy_no_sealed', id: row.insuranceId }
  return {
    ...row,
    policyNo: sealed === null ? null : crypto.open(sealed, place),
    coversToday: row.fromDay <= today && today <= row.untilDay,
  }
}

/** A person's own, the one that lasts longest first. */
export async function readMyInsurances(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
): Promise<AnswerOf<typeof listMyInsurances>> {
  const rows = await tx.rows<Row<Own>>({
    name: 'insurances.mine',
    text: `select ${fields} from insurances n where n.county_id = $1 and n.person_id = $2 order by n.until_day desc, n.id limit 100`,
    values: [tx.countyId, actor.personId],
  })
  return { items: rows.map((row) => shown<Own>(tx, crypto, row)) }
}

/** Insurances where the caller stands, those that end first on top; `ending` leaves out what a later one outlasts. */
export async function readInsurances(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { filter: 'current' | 'ending'; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listInsurances>> {
  const desk = lookingFrom(actor) ?? refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'day', 'id')
  const today = civilDay(tx.now)
  const rows = await tx.rows<Row<Listed>>({
    name: 'insurances.list',
    text: `select ${fields}, json_build_object('personId', p.id, 'displayName', p.display_name) as person, b.display_name as "recordedByName"
      from insurances n
      join people p on p.county_id = n.county_id and p.id = n.person_id and p.closed_at is null
      join people b on b.county_id = n.county_id and b.id = n.recorded_by_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where n.county_id = $1 and ${inSubtreeSql} and n.until_day >= $4
        and ($5::date is null or (n.until_day <= $5 and not exists (select 1 from insurances l
          where l.county_id = n.county_id and l.person_id = n.person_id and l.until_day > n.until_day)))
        and ($6::date is null or (n.until_day, n.id) > ($6, $7::uuid))
      order by n.until_day, n.id limit $8`,
    values: [
      tx.countyId,
      desk.tier,
      desk.unitId,
      today,
      asked.filter === 'ending' ? addDays(today, endingWithinDays) : null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.untilDay, row.insuranceId),
    (row) => shown<Listed>(tx, crypto, row) as Listed,
  )
}
