import type { getBenefitCodes, listBenefitUses, listMyBenefits } from '@sidan/types/benefits'
import { civilDay, civilMonth } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Benefit } from '@sidan/types/policy'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { renderBenefitCodes } from './render-codes.ts'
import { hasEarned, mayUse, myActions, periodOf } from './rules.ts'

type Mine = AnswerOf<typeof listMyBenefits>
type Listed = AnswerOf<typeof listBenefitUses>['items'][number]

/** A benefit of the policy in force, by its code. Refuses not-found. */
export async function findBenefit(tx: Tx, actor: Actor, code: string): Promise<Benefit> {
  const { benefits } = await policyOf(tx, actor.policyVersion)
  return benefits.find((one) => one.code === code) ?? refuse('not-found')
}

interface Standings {
  earnedMinutes: number
  volunteerNo: string | null
  /** By code and period: how many uses stand. */
  used: { benefit: string; period: string; count: number }[]
  cards: { benefit: string; period: string; cardId: string; openedAt: string }[]
}

/** What a person has earned, used and opened in the month and year of now, in one statement. */
async function findStandings(tx: Tx, personId: string): Promise<Standings> {
  const [row] = await tx.rows<Standings>({
    name: 'benefits.standings',
    text: `select coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'earnedMinutes'), 0)::int as "earnedMinutes",
        (select volunteer_no from volunteers where county_id = $1 and person_id = $2) as "volunteerNo",
        coalesce((select json_agg(u) from (select benefit, period, count(*)::int as count from benefit_uses
          where county_id = $1 and person_id = $2 and period in ($3, $4) and undone_at is null group by benefit, period) u), '[]') as used,
        coalesce((select json_agg(c) from (select benefit, period, id as "cardId", opened_at as "openedAt" from benefit_cards
          where county_id = $1 and person_id = $2 and period in ($3, $4) and ended_at is null) c), '[]') as cards`,
    values: [tx.countyId, personId, civilMonth(tx.now), civilDay(tx.now).slice(0, 4)],
  })
  return row ?? refuse('internal-error')
}

const usedOf = ({ used }: Standings, benefit: Benefit, period: string): number =>
  used.find((one) => one.benefit === benefit.code && one.period === period)?.count ?? 0

/** 我的礼遇: every benefit of the policy as it stands for the caller. */
export async function readMyBenefits(tx: Tx, actor: Actor): Promise<Mine> {
  const { benefits } = await policyOf(tx, actor.policyVersion)
  const found = await findStandings(tx, actor.personId)
  const { earnedMinutes } = found
  const items = benefits.map((benefit) => {
    const period = periodOf(benefit, tx.now)
    const usedCount = usedOf(found, benefit, period)
    const card = found.cards.find((one) => one.benefit === benefit.code && one.period === period)
    return {
      ...benefit,
      period,
      earned: hasEarned(benefit, earnedMinutes),
      usedCount,
      card: card ? { cardId: card.cardId, openedAt: new Date(card.openedAt).toISOString() } : null,
      allowedActions: myActions(benefit, { earnedMinutes, usedCount, hasCard: card !== undefined }),
    }
  })
  items.sort((one, other) => one.thresholdHours - other.thresholdHours)
  return { earnedMinutes, policyVersion: actor.policyVersion, items }
}

/** The codes that the caller's phone shows. Refuses not-found, benefit-not-earned, benefit-used-up. */
export async function readBenefitCodes(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  code: string,
): Promise<AnswerOf<typeof getBenefitCodes>> {
  const benefit = await findBenefit(tx, actor, code)
  if (benefit.kind !== 'scan') return refuse('not-found')
  const found = await findStandings(tx, actor.personId)
  const usedCount = usedOf(found, benefit, periodOf(benefit, tx.now))
  orRefuseTrue(mayUse(benefit, { earnedMinutes: found.earnedMinutes, usedCount }))
  // Whoever has earned minutes is registered as a volunteer, with a number.
  const volunteerNo = found.volunteerNo ?? refuse('benefit-not-earned')
  return {
    serverNow: tx.now.toISOString(),
    leftCount: benefit.quotaPerPeriod - usedCount,
    codes: renderBenefitCodes(tx, crypto, { volunteerNo, benefit: code }),
  }
}

type UseRow = Omit<Listed, 'usedAt' | 'undoneAt' | 'useId'> & {
  useId: string | null
  usedAt: Date
  undoneAt: Date | null
  usedCount: number
}

/** 用过的: the list and this period's count from one query. */
export async function readBenefitUses(
  tx: Tx,
  actor: Actor,
  asked: { benefit: string; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listBenefitUses>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const { benefits } = await policyOf(tx, actor.policyVersion)
  const benefit = benefits.find(({ code }) => code === asked.benefit)
  const rows = await tx.rows<UseRow>({
    name: 'benefits.uses',
    text: `with mine as (select * from benefit_uses where county_id = $1 and person_id = $2 and benefit = $3),
      total as (select count(*)::int as used from mine where period = $4 and undone_at is null)
      select m.id as "useId", m.used_at as "usedAt", coalesce(pa.name, u.name) as "unitName", m.period, m.earned_minutes as "earnedMinutes", m.threshold_hours as "thresholdHours",
        m.policy_version as "policyVersion", m.undone_at as "undoneAt", t.used as "usedCount"
      from total t
      left join mine m on $5::timestamptz is null or (m.used_at, m.id) < ($5, $6::uuid)
      left join units u on u.county_id = $1 and u.id = m.unit_id
      left join partners pa on pa.county_id = $1 and pa.id = m.partner_id
      order by m.used_at desc, m.id desc limit $7`,
    values: [
      tx.countyId,
      actor.personId,
      asked.benefit,
      benefit ? periodOf(benefit, tx.now) : '',
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return {
    ...pageFrom(
      rows.flatMap((row) => (row.useId === null ? [] : [{ ...row, useId: row.useId }])),
      asked.limit,
      (row) => packCursor(row.usedAt.toISOString(), row.useId),
      ({ usedCount: _count, ...row }) => ({
        ...row,
        usedAt: row.usedAt.toISOString(),
        undoneAt: row.undoneAt?.toISOString() ?? null,
      }),
    ),
    usedCount: rows[0]?.usedCount ?? 0,
  }
}
