import { currentNotice } from '@sidan/types/consent-notices'
import { type ConsentPurpose, consentPurposes, type listConsents } from '@sidan/types/consents'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Tx } from '../../platform/db.ts'

/** SQL: whether somebody has given a purpose and not withdrawn it. `county` and `person` are columns or placeholders of the query around it. */
export const consentedSql = (county: string, person: string, purpose: ConsentPurpose): string =>
  `coalesce((select c.given from consents c where c.county_id = ${county} and c.person_id = ${person} and c.purpose = '${purpose}'
    order by c.no desc limit 1), false)`

interface Last {
  purpose: ConsentPurpose
  given: boolean
  givenVersion: number
  at: Date
}

const lastWords = (tx: Tx, personId: string) =>
  tx.rows<Last>({
    name: 'consents.last',
    text: `select distinct on (purpose) purpose, given, notice_version as "givenVersion", at from consents
      where county_id = $1 and person_id = $2 order by purpose, no desc`,
    values: [tx.countyId, personId],
  })

/** What somebody agrees to now. */
export async function consentsOf(tx: Tx, personId: string): Promise<Set<ConsentPurpose>> {
  const last = await lastWords(tx, personId)
  return new Set(last.filter(({ given }) => given).map(({ purpose }) => purpose))
}

/** Every purpose with where the caller stands. */
export async function readConsents(tx: Tx, who: { personId: string }): Promise<AnswerOf<typeof listConsents>> {
  const last = new Map((await lastWords(tx, who.personId)).map((said) => [said.purpose, said]))
  return {
    items: consentPurposes.map((purpose) => {
      const said = last.get(purpose)
      return {
        purpose,
        given: said?.given ?? false,
        givenVersion: said?.givenVersion ?? null,
        at: said?.at.toISOString() ?? null,
        noticeVersion: currentNotice(purpose),
      }
    }),
  }
}
