import type { Tx } from '../../platform/db.ts'

export interface NewCard {
  id: string
  personId: string
  benefit: string
  policyVersion: number
  period: string
  thresholdHours: number
  earnedMinutes: number
}

/** Opens a card; false when the one of this period is open. */
export async function insertCard(tx: Tx, card: NewCard): Promise<boolean> {
  const rows = await tx.rows({
    name: 'benefit-cards.insert',
    text: `insert into benefit_cards (county_id, id, person_id, benefit, policy_version, period, threshold_hours, earned_minutes, opened_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    values: [
      tx.countyId,
      card.id,
      card.personId,
      card.benefit,
      card.policyVersion,
      card.period,
      card.thresholdHours,
      card.earnedMinutes,
      tx.now,
    ],
  })
  return rows.length === 1
}

/** Ends a card of this person's; false when none of theirs stands under this id. */
export async function endOwnCard(tx: Tx, personId: string, cardId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'benefit-cards.end',
    text: 'update benefit_cards set ended_at = $4 where county_id = $1 and id = $2 and person_id = $3 and ended_at is null returning 1',
    values: [tx.countyId, cardId, personId, tx.now],
  })
  return rows.length === 1
}

export interface HolderRow {
  cardId: string
  personId: string
  volunteerNo: string
  holderName: string
  nameSealed: Buffer | null
  openedAt: Date
}

/** Who holds a card that stands and has the hours it was opened for; $1 county, $2 benefit, $3 period. Whoever left the county's program is on no list. */
export const holdersSql = `select c.id as "cardId", c.person_id as "personId", v.volunteer_no as "volunteerNo", p.display_name as "holderName",
    p.name_sealed as "nameSealed", c.opened_at as "openedAt"
  from benefit_cards c
  join people p on p.county_id = c.county_id and p.id = c.person_id and p.closed_at is null
  join volunteers v on v.county_id = c.county_id and v.person_id = c.person_id
  join accounts a on a.county_id = c.county_id and a.person_id = c.person_id and a.code = 'earnedMinutes' and a.balance >= c.threshold_hours * 60
  where c.county_id = $1 and c.benefit = $2 and c.period = $3 and c.ended_at is null`

/** All of them, in order of their numbers. */
export const findHolders = (tx: Tx, benefit: string, period: string): Promise<HolderRow[]> =>
  tx.rows({
    name: 'benefit-cards.all',
    text: `${holdersSql} order by v.volunteer_no`,
    values: [tx.countyId, benefit, period],
  })
