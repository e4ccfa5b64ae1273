import type { StatementState } from '@sidan/types/partner-statements'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { partnerStatementEvents } from './table.ts'

/**
 * Whatever moved between a partner and the county, one row each: handed out (and not undone), or brought back, by civil month of the day it happened. `who` is a
 * condition on verification `v`; $2 and $3 are from when until when.
 */
export const movedSql = (
  who: string,
): string => `select v.partner_id, v.redemption_id, v.id as verification_id, v.at, 1 as sign,
      to_char(v.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
    from voucher_verifications v where v.county_id = $1 and ${who} and v.undone_at is null and v.at >= $2 and v.at < $3
    union all
    select v.partner_id, v.redemption_id, v.id, v.returned_at, -1, to_char(v.returned_at at time zone 'Asia/Shanghai', 'YYYY-MM')
    from voucher_verifications v where v.county_id = $1 and ${who} and v.returned_at >= $2 and v.returned_at < $3`

/** The sums of what moved (`m`) for redemptions `r`; below 0 where more came back than was handed out. */
export const sumsSql = `(count(*) filter (where m.sign > 0))::int as handed_out_count, (count(*) filter (where m.sign < 0))::int as returned_count,
    coalesce(sum(m.sign * r.price_points), 0)::int as points, coalesce(sum(m.sign * r.fee_fen), 0)::int as compensation_fen`

export interface Issued {
  id: string
  partnerId: string
  partnerName: string
  month: string
  ownerIds: string[]
}

/** Issues every statement of months that are over and have none yet. Returns them. */
export async function issueDue(tx: Tx, { from, to }: { from: Date; to: Date }): Promise<Issued[]> {
  return tx.rows({
    name: 'partner-statements.issue',
    text: `with moved as (${movedSql('v.partner_id is not null')}),
      issued as (
        insert into partner_statements (county_id, id, partner_id, month, handed_out_count, returned_count, points, compensation_fen, state, issued_at)
        select $1, gen_random_uuid(), m.partner_id, m.month, ${sumsSql}, 'open', $4
        from moved m join redemptions r on r.county_id = $1 and r.id = m.redemption_id
        where not exists (select 1 from partner_statements s where s.county_id = $1 and s.partner_id = m.partner_id and s.month = m.month)
        group by m.partner_id, m.month on conflict do nothing returning id, partner_id, month)
      select i.id, i.partner_id as "partnerId", p.name as "partnerName", i.month,
        array(select g.person_id from role_grants g where g.county_id = $1 and g.partner_id = i.partner_id and g.role = 'partnerOwner' and g.ended_at is null) as "ownerIds"
      from issued i join partners p on p.county_id = $1 and p.id = i.partner_id order by p.name collate "C", i.month`,
    values: [tx.countyId, from, to, tx.now],
  })
}

export interface StatementFacts {
  partnerId: string
  month: string
  state: StatementState
}

/** A statement, locked: of two who decide at once the second finds it decided. */
export async function lockStatement(tx: Tx, statementId: string): Promise<StatementFacts | undefined> {
  const [row] = await tx.rows<StatementFacts>({
    name: 'partner-statements.lock',
    text: `select partner_id as "partnerId", month, state from partner_statements where county_id = $1 and id = $2 for no key update`,
    values: [tx.countyId, statementId],
  })
  return row
}

type Said = Pick<typeof partnerStatementEvents.$inferInsert, 'kind' | 'words' | 'adjustmentFen' | 'byId'>

/** Writes down what was said, and where the statement stands now. */
export async function saveSaid(tx: Tx, statementId: string, state: StatementState, said: Said): Promise<void> {
  await tx.rows({
    name: 'partner-statements.state',
    text: 'update partner_statements set state = $3 where county_id = $1 and id = $2',
    values: [tx.countyId, statementId, state],
  })
  await tx.db
    .insert(partnerStatementEvents)
    .values({ ...said, countyId: tx.countyId, id: newId(), statementId, at: tx.now })
}
