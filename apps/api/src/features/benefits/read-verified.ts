import type { listVerifiedUses, VerifiedUse } from '@sidan/types/benefits'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { daySign } from './render-sign.ts'
import { mayUndoUse, verifyingGrant } from './rules.ts'

interface Row {
  id: string
  benefit: string
  policyVersion: number
  holderName: string
  byId: string
  quotaPerPeriod: number
  period: string
  usedAt: Date
  undoneAt: Date | null
  left: number
}

/** What is told of uses `u`: with how many of the period are left now. */
const fields = `u.id, u.benefit, u.policy_version as "policyVersion", h.display_name as "holderName", u.by_id as "byId", u.quota_per_period as "quotaPerPeriod",
  u.period, u.used_at as "usedAt", u.undone_at as "undoneAt",
  greatest(u.quota_per_period - (select count(*) from benefit_uses o where o.county_id = u.county_id and o.person_id = u.person_id and o.benefit = u.benefit
    and o.period = u.period and o.undone_at is null), 0)::int as left`

/** The name that the benefit had in the policy it was used under. */
async function shown(tx: Tx, actor: Actor, row: Row): Promise<z.input<typeof VerifiedUse>> {
  const { id, benefit, policyVersion, byId, left, usedAt, undoneAt, ...told } = row
  const { benefits } = await policyOf(tx, policyVersion)
  return {
    ...told,
    useId: id,
    benefitName: benefits.find(({ code }) => code === benefit)?.name ?? benefit,
    leftCount: left,
    usedAt: usedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    allowedActions: mayUndoUse({ byId, usedAt, undoneAt }, actor, tx.now) === true ? ['undo'] : [],
  }
}

/** One use, for who scanned it or took it back. */
export async function readVerifiedUse(tx: Tx, actor: Actor, useId: string): Promise<z.input<typeof VerifiedUse>> {
  const [row] = await tx.rows<Row>({
    name: 'benefits.verified-one',
    text: `select ${fields} from benefit_uses u join people h on h.county_id = u.county_id and h.id = u.person_id
      where u.county_id = $1 and u.id = $2 and (u.by_id = $3 or u.undone_by_id = $3)`,
    values: [tx.countyId, useId, actor.personId],
  })
  return row ? shown(tx, actor, row) : refuse('not-found')
}

/** 今天核的: the list and the day's count from one query. Refuses not-allowed. */
export async function readVerifiedUses(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listVerifiedUses>> {
  if (!verifyingGrant(actor)) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const day = civilDay(tx.now)
  const rows = await tx.rows<Omit<Row, 'id'> & { id: string | null; total: number }>({
    name: 'benefits.verified',
    text: `with mine as (select * from benefit_uses where county_id = $1 and by_id = $2 and used_at >= $3 and used_at < $4),
      total as (select count(*)::int as total from mine where undone_at is null)
      select t.total, ${fields} from total t
      left join mine u on $5::timestamptz is null or (u.used_at, u.id) < ($5, $6::uuid)
      left join people h on h.county_id = $1 and h.id = u.person_id
      order by u.used_at desc, u.id desc limit $7`,
    values: [
      tx.countyId,
      actor.personId,
      momentOf(day),
      momentOf(addDays(day, 1)),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  const page = pageFrom(
    rows.flatMap(({ total: _total, ...row }) => (row.id === null ? [] : [{ ...row, id: row.id }])),
    asked.limit,
    (row) => packCursor(row.usedAt.toISOString(), row.id),
    (row) => row,
  )
  return {
    items: await Promise.all(page.items.map((row) => shown(tx, actor, row))),
    nextCursor: page.nextCursor,
    sign: daySign(crypto, tx.countyId, day),
    totalCount: rows[0]?.total ?? 0,
  }
}
