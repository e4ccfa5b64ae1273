import type { getBenefitCard, listCardHolders, openBenefitCard } from '@sidan/types/benefit-cards'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Benefit } from '@sidan/types/policy'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { findBenefit, readMyBenefits } from '../benefits/reads.ts'
import { daySign } from '../benefits/render-sign.ts'
import { periodOf } from '../benefits/rules.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { fits, mayListHolders, withCards } from './rules.ts'
import { type HolderRow, holdersSql } from './store.ts'

/** The benefit whose card was opened, as it stands for its holder now. */
export async function readOpened(tx: Tx, actor: Actor, code: string): Promise<AnswerOf<typeof openBenefitCard>> {
  const { items } = await readMyBenefits(tx, actor)
  return items.find((one) => one.code === code) ?? refuse('not-found')
}

/** The card of this period, as it is shown today. Refuses not-found, and benefit-not-earned once the hours fell below what it was opened for. */
export async function readCard(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  code: string,
): Promise<AnswerOf<typeof getBenefitCard>> {
  const benefit = await findBenefit(tx, actor, code)
  if (benefit.kind !== 'show') return refuse('not-found')
  const period = periodOf(benefit, tx.now)
  const [row] = await tx.rows<{ cardId: string; volunteerNo: string; holderName: string; earned: boolean }>({
    name: 'benefit-cards.mine',
    text: `select c.id as "cardId", v.volunteer_no as "volunteerNo", p.display_name as "holderName", a.balance >= c.threshold_hours * 60 as earned
      from benefit_cards c
      join people p on p.county_id = c.county_id and p.id = c.person_id
      join volunteers v on v.county_id = c.county_id and v.person_id = c.person_id
      join accounts a on a.county_id = c.county_id and a.person_id = c.person_id and a.code = 'earnedMinutes'
      where c.county_id = $1 and c.person_id = $2 and c.benefit = $3 and c.period = $4 and c.ended_at is null`,
    values: [tx.countyId, actor.personId, code, period],
  })
  if (!row) return refuse('not-found')
  const { earned, ...holder } = row
  if (!earned) return refuse('benefit-not-earned')
  const day = civilDay(tx.now)
  return {
    ...holder,
    benefitName: benefit.name,
    givenBy: benefit.givenBy,
    quotaPerPeriod: benefit.quotaPerPeriod,
    period,
    sign: daySign(crypto, tx.countyId, day),
    serverNow: tx.now.toISOString(),
    validUntil: momentOf(addDays(day, 1)).toISOString(),
  }
}

/** Which list is asked for. Refuses not-allowed, not-found. */
export async function findAsked(
  tx: Tx,
  actor: Actor,
  asked: { benefit?: string | undefined; period?: string | undefined },
): Promise<{ benefit: Benefit; period: string; benefits: Benefit[] }> {
  if (!mayListHolders(actor)) return refuse('not-allowed')
  const benefits = withCards((await policyOf(tx, actor.policyVersion)).benefits)
  const benefit = benefits.find(({ code }) => asked.benefit === undefined || code === asked.benefit)
  if (!benefit) return refuse('not-found')
  const period = asked.period ?? periodOf(benefit, tx.now)
  return fits(benefit, period) ? { benefit, period, benefits } : refuse('not-found')
}

/** 礼遇名单: a page of it, and how many there are in all, from one query. */
export async function readHolders(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { benefit?: string | undefined; period?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listCardHolders>> {
  const { benefit, period, benefits } = await findAsked(tx, actor, asked)
  const after = unpackCursor(asked.cursor, 'word')
  const rows = await tx.rows<{ [K in keyof HolderRow]: HolderRow[K] | null } & { total: number }>({
    name: 'benefit-cards.page',
    text: `with holders as (${holdersSql})
      select h.*, t.total from (select count(*)::int as total from holders) t
      left join (select * from holders where $4::text is null or "volunteerNo" > $4 order by "volunteerNo" limit $5) h on true
      order by h."volunteerNo"`,
    values: [tx.countyId, benefit.code, period, after?.[0] ?? null, asked.limit + 1],
  })
  const found = rows.filter((row): row is HolderRow & { total: number } => row.cardId !== null)
  return {
    ...pageFrom(
      found,
      asked.limit,
      (row) => packCursor(row.volunteerNo),
      ({ cardId, volunteerNo, holderName, openedAt }) => ({
        cardId,
        volunteerNo,
        holderName,
        openedAt: openedAt.toISOString(),
      }),
    ),
    totalCount: rows[0]?.total ?? 0,
    benefit: benefit.code,
    period,
    sign: daySign(crypto, tx.countyId, civilDay(tx.now)),
    benefits: benefits.map(({ thresholdHours: _hours, ...told }) => told),
  }
}
