import type { getWorkList, listOffers, listTasks, WorkFilter } from '@sidan/types/dispatch'
import type { AnswerOf } from '@sidan/types/endpoint'
import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { cardsOf, selectCards } from '../order-cards/reads.ts'
import { orders, waitingSql } from '../orders/table.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, deskOf, type Grant } from '../roles/rules.ts'
import { lacks } from '../standing/rules.ts'

const filterSql: Record<WorkFilter, SQL | undefined> = {
  all: undefined,
  triage: sql`${orders.state} = 'submitted'`,
  dispatch: sql`${orders.state} in ('triaged', 'reopened')`,
  accept: sql`${orders.state} = 'dispatched'`,
}

/** The subtree of a grant's unit as a condition on orders; a department sees the orders of the platforms it leads. */
function subtree(grant: Grant, platformCodes: string[]): SQL | undefined {
  if (grant.tier === 'center') return undefined
  if (grant.tier === 'institute') return eq(orders.instituteId, grant.unitId)
  if (grant.tier === 'department') {
    return platformCodes.length === 0 ? sql`false` : sql`${orders.platformCode} in ${platformCodes}`
  }
  return eq(orders.stationId, grant.unitId)
}

/** 待办: the subtree's orders that wait for staff, earliest due first, with counts and a hint at duplicates. */
export async function readWorkList(
  tx: Tx,
  actor: Actor,
  asked: { filter: WorkFilter; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof getWorkList>> {
  const desk = deskOf(actor)
  if (!desk) return refuse('not-allowed')
  const policy = await policyOf(tx, actor.policyVersion)
  const platformCodes = policy.platforms.filter((row) => row.leadDepartment === desk.unitCode).map((row) => row.code)
  const mine = and(eq(orders.countyId, tx.countyId), subtree(desk, platformCodes), waitingSql)
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const dueAt = after ? new Date(String(after[0])) : undefined
  const rows = await selectCards(tx)
    .where(
      and(
        mine,
        filterSql[asked.filter],
        after && dueAt
          ? or(gt(orders.dueAt, dueAt), and(eq(orders.dueAt, dueAt), gt(orders.id, String(after[1]))))
          : undefined,
      ),
    )
    .orderBy(asc(orders.dueAt), asc(orders.id))
    .limit(asked.limit + 1)
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.order.dueAt?.toISOString() ?? '', row.order.id),
    (row) => row,
  )
  const cards = await cardsOf(tx, actor, page.items)
  const twins = await findTwins(
    tx,
    page.items.map((row) => row.order.id),
  )
  const counts = await countWaiting(tx, desk, mine)
  return {
    items: cards.map((card) => ({ ...card, maybeDuplicateOf: twins.get(card.orderId) ?? null })),
    nextCursor: page.nextCursor,
    unit: { unitId: desk.unitId, name: desk.unitName, tier: desk.tier },
    counts,
    reasons: { sendBack: policy.orderFlow.returnReasons, reject: policy.orderFlow.rejectReasons },
  }
}

async function countWaiting(
  tx: Tx,
  desk: Grant,
  mine: SQL | undefined,
): Promise<AnswerOf<typeof getWorkList>['counts']> {
  const column =
    desk.tier === 'center'
      ? sql`true`
      : desk.tier === 'institute'
        ? sql`institute_id = ${desk.unitId}`
        : sql`station_id = ${desk.unitId}`
  const [row] = await tx.db
    .select({
      triage: sql<number>`least(count(*) filter (where ${orders.state} = 'submitted'), 999)::int`,
      dispatch: sql<number>`least(count(*) filter (where ${orders.state} in ('triaged', 'reopened')), 999)::int`,
      accept: sql<number>`least(count(*) filter (where ${orders.state} = 'dispatched'), 999)::int`,
      overdue: sql<number>`least(count(*) filter (where ${orders.dueAt} < ${tx.now.toISOString()}::timestamptz), 999)::int`,
      records: sql<number>`(select least(count(*), 999)::int from service_records r where r.county_id = ${tx.countyId} and r.state in ('pending', 'conflict') and ${column})`,
    })
    .from(orders)
    .where(mine)
  return row ?? { triage: 0, dispatch: 0, accept: 0, overdue: 0, records: 0 }
}

type Twin = NonNullable<AnswerOf<typeof getWorkList>['items'][number]['maybeDuplicateOf']>

/** An older open order of the same item for the same person or station within a week: perhaps the same thing asked twice. */
async function findTwins(tx: Tx, orderIds: string[]): Promise<Map<string, Twin>> {
  const rows = await tx.rows<Twin & { of: string; at: Date }>({
    name: 'dispatch.twins',
    text: `select distinct on (o.id) o.id as of, w.id as "orderId", w.short_code as "shortCode", i.title, w.submitted_at as at
      from orders o
      join order_texts ot on ot.county_id = o.county_id and ot.order_id = o.id
      join orders w on w.county_id = o.county_id and w.item_id = o.item_id and w.id <> o.id and w.requester_id = o.requester_id
        and w.submitted_at < o.submitted_at and w.submitted_at > o.submitted_at - interval '7 days'
        and w.state in ('submitted', 'triaged', 'dispatched', 'accepted', 'reopened')
      join order_texts wt on wt.county_id = w.county_id and wt.order_id = w.id and wt.beneficiary_name = ot.beneficiary_name
      join catalog_items i on i.county_id = w.county_id and i.id = w.item_id
      where o.county_id = $1 and o.id = any ($2::uuid[]) order by o.id, w.submitted_at desc`,
    values: [tx.countyId, orderIds],
  })
  return new Map(rows.map(({ of, at, ...twin }) => [of, { ...twin, submittedAt: at.toISOString() }]))
}

/**
 * What this volunteer could take: what was sent to them or a team they lead first, then what is open for claiming and fits, nearest first
 * (same station, same institute, adjacent station, the rest), ties by due time. Their own orders are not among them.
 */
export async function readOffers(tx: Tx, actor: Actor, limit: number): Promise<AnswerOf<typeof listOffers>> {
  const policy = await policyOf(tx, actor.policyVersion)
  const declineReasons = policy.orderFlow.declineReasons
  const sent = sql`coalesce(${orders.targetPersonId} = ${actor.personId} or ${orders.targetTeamId} = any (${sql.param(actor.ledTeamIds)}::uuid[]), false)`
  const nearness = sql<number>`case when ${orders.stationId} = h.id then 0 when ${orders.instituteId} = h.institute_id then 1
    when exists (select 1 from units x where x.county_id = ${orders.countyId} and x.id = ${orders.instituteId} and x.code = any (hi.adjacent_codes)) then 2 else 3 end`
  const serves = (hazardous: boolean) =>
    actor.volunteer !== null &&
    lacks({ requiredSkill: null, requiredQualification: null, hazardous }, actor.volunteer) === undefined
  const { skills = [], qualifications = [] } = actor.volunteer ?? {}
  const { rows } = await tx.db.execute<{ id: string; sent: boolean; near: number }>(
    sql`select ${orders.id} as id, ${sent} as sent, ${nearness} as near
      from ${orders}
      join catalog_items i on i.county_id = ${orders.countyId} and i.id = ${orders.itemId}
      left join units h on h.county_id = ${orders.countyId} and h.id = ${actor.homeStationId}
      left join units hi on hi.county_id = h.county_id and hi.id = h.institute_id
      where ${orders.countyId} = ${tx.countyId} and ${orders.state} = 'dispatched' and ${orders.requesterId} <> ${actor.personId}
        and (${sent} or (${orders.targetKind} = 'claim' and ${serves(false)} and (not i.hazardous or ${serves(true)})
          and (i.required_skill is null or i.required_skill = any (${sql.param(skills)}::text[]))
          and (i.required_qualification is null or i.required_qualification = any (${sql.param(qualifications)}::text[]))))
      order by 2 desc, 3, ${orders.dueAt}, ${orders.id} limit ${limit}`,
  )
  const cards =
    rows.length === 0
      ? []
      : await selectCards(tx).where(
          and(eq(orders.countyId, tx.countyId), sql`${orders.id} in ${rows.map((row) => row.id)}`),
        )
  const shown = new Map(
    (await cardsOf(tx, actor, cards)).map((card, index) => [
      card.orderId,
      { card, teamId: cards[index]?.order.targetTeamId ?? null },
    ]),
  )
  const names = ['sameStation', 'sameInstitute', 'adjacent', 'elsewhere'] as const
  return {
    items: rows.flatMap((row) => {
      const found = shown.get(row.id)
      return found
        ? [{ ...found.card, sentToMe: row.sent, forTeamId: found.teamId, nearness: names[row.near] ?? 'elsewhere' }]
        : []
    }),
    nextCursor: null,
    declineReasons,
  }
}

/** 我的任务: what this person goes to, or accepted for a team, and is not over; by appointment. */
export async function readTasks(tx: Tx, actor: Actor, limit: number): Promise<AnswerOf<typeof listTasks>> {
  const rows = await selectCards(tx)
    .where(
      and(
        eq(orders.countyId, tx.countyId),
        sql`${orders.state} in ('accepted', 'inService')`,
        or(
          eq(orders.assigneeId, actor.personId),
          sql`exists (select 1 from order_goers g where g.county_id = ${orders.countyId} and g.order_id = ${orders.id} and g.person_id = ${actor.personId})`,
        ),
      ),
    )
    .orderBy(sql`${orders.startsAt} nulls last`, orders.id)
    .limit(limit)
  return { items: await cardsOf(tx, actor, rows), nextCursor: null }
}
