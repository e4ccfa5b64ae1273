import { currentNotice } from '@sidan/types/consent-notices'
import { type ConsentPurpose, consentPurposes, type listConsents, type SpokenPurpose } from '@sidan/types/consents'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { findAffiliation } from '../affiliations/store.ts'

/** SQL: whether somebody has given a purpose and not withdrawn it. `county` and `person` are columns or placeholders of the query around it. */
export const consentedSql = (county: string, person: string, purpose: SpokenPurpose): string =>
  `coalesce((select c.given from consents c where c.county_id = ${county} and c.person_id = ${person} and c.purpose = '${purpose}'
    order by c.no desc limit 1), false)`

interface Last {
  purpose: SpokenPurpose
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
export async function consentsOf(tx: Tx, personId: string): Promise<Set<SpokenPurpose>> {
  const last = await lastWords(tx, personId)
  return new Set(last.filter(({ given }) => given).map(({ purpose }) => purpose))
}

/** Every purpose with where the caller stands. */
export async function readConsents(
  tx: Tx,
  who: { personId: string },
  crypto: Crypto,
): Promise<AnswerOf<typeof listConsents>> {
  const last = new Map<ConsentPurpose, Omit<Last, 'purpose'>>(
    (await lastWords(tx, who.personId)).map((said) => [said.purpose, said]),
  )
  const member = await findAffiliation(tx, crypto, who.personId)
  if (member) {
    const { noticeVersion: givenVersion, registeredAt } = member
    last.set('partyMembership', { given: true, givenVersion, at: new Date(registeredAt) })
  }
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
