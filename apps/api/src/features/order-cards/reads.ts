import type { AnswerOf } from '@sidan/types/endpoint'
import type { listMyOrders } from '@sidan/types/orders'
import type { Policy } from '@sidan/types/policy'
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { catalogItems } from '../catalog/table.ts'
import { orderTexts } from '../order-texts/table.ts'
import { factsOf } from '../orders/reads.ts'
import { allowedActions } from '../orders/rules.ts'
import { orders } from '../orders/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { teams } from '../teams/table.ts'

export type Card = AnswerOf<typeof listMyOrders>['items'][number]

const assignee = alias(people, 'assignee')
const team = alias(teams, 'assignee_team')

/** Orders with all that a card shows, in one statement; `where` and `order by` are the list's own. */
export const selectCards = (tx: Tx) =>
  tx.db
    .select({
      order: orders,
      item: {
        title: catalogItems.title,
        icon: catalogItems.icon,
        requiredSkill: catalogItems.requiredSkill,
        requiredQualification: catalogItems.requiredQualification,
        hazardous: catalogItems.hazardous,
      },
      stationName: units.name,
      beneficiaryName: orderTexts.beneficiaryName,
      assigneeName: assignee.displayName,
      teamName: team.name,
      goerIds: sql<
        string[]
      >`array(select g.person_id from order_goers g where g.county_id = ${orders.countyId} and g.order_id = ${orders.id})`,
      riskWords: sql<Record<string, { question: string; icon: string }> | null>`(
        select json_object_agg(r.code, json_build_object('question', r.question, 'icon', r.icon)) from risks r
        where r.county_id = ${orders.countyId} and r.code in (select jsonb_array_elements(${orders.risks}) ->> 'code'))`,
    })
    .from(orders)
    .innerJoin(catalogItems, and(eq(catalogItems.countyId, orders.countyId), eq(catalogItems.id, orders.itemId)))
    .innerJoin(units, and(eq(units.countyId, orders.countyId), eq(units.id, orders.stationId)))
    .innerJoin(orderTexts, and(eq(orderTexts.countyId, orders.countyId), eq(orderTexts.orderId, orders.id)))
    .leftJoin(assignee, and(eq(assignee.countyId, orders.countyId), eq(assignee.id, orders.assigneeId)))
    .leftJoin(
      team,
      and(
        eq(team.countyId, orders.countyId),
        eq(team.id, sql`coalesce(${orders.assigneeTeamId}, ${orders.targetTeamId})`),
      ),
    )
    .$dynamic()

export type CardRow = Awaited<ReturnType<typeof selectCards>>[number]

/** A card as this actor sees it, with the verbs the rules allow them now. */
export function cardOf(found: CardRow, actor: Actor, policy: Policy, now: Date): Card {
  const { order } = found
  const facts = factsOf(order, found.item, found.goerIds, policy)
  return {
    orderId: order.id,
    shortCode: order.shortCode,
    title: found.item.title,
    icon: found.item.icon,
    state: order.state,
    version: order.version,
    slot: { day: order.slotDay, part: order.slotPart },
    startsAt: order.startsAt?.toISOString() ?? null,
    endsAt: order.endsAt?.toISOString() ?? null,
    place: order.place,
    requesterName: found.beneficiaryName,
    requesterKind: order.requesterKind,
    headCount: order.headCount,
    stationName: found.stationName,
    dueAt: order.dueAt?.toISOString() ?? null,
    overdue: order.dueAt !== null && order.dueAt < now,
    escalationLevel: order.escalationLevel,
    risks: order.risks.map((risk) => ({
      ...risk,
      ...(found.riskWords?.[risk.code] ?? { question: risk.code, icon: 'question' }),
    })),
    submittedAt: order.submittedAt.toISOString(),
    assigneeName: found.assigneeName,
    teamName: found.teamName,
    openForClaim: order.targetKind === 'claim',
    allowedActions: allowedActions(facts, actor, policy.orderFlow, now),
  }
}

/** Cards for rows of possibly different policy versions. */
export async function cardsOf(tx: Tx, actor: Actor, rows: CardRow[]): Promise<Card[]> {
  const cards: Card[] = []
  for (const row of rows) cards.push(cardOf(row, actor, await policyOf(tx, row.order.policyVersion), tx.now))
  return cards
}

/** 我的单子: what this person asked for, newest first; `open` leaves out what is over. */
export async function readMyOrders(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number; open: boolean },
): Promise<AnswerOf<typeof listMyOrders>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const conditions: (SQL | undefined)[] = [eq(orders.countyId, tx.countyId), eq(orders.requesterId, actor.personId)]
  if (asked.open) conditions.push(sql`${orders.state} not in ('closed', 'rejected', 'cancelled', 'duplicate')`)
  if (after) {
    const at = new Date(String(after[0]))
    conditions.push(or(lt(orders.submittedAt, at), and(eq(orders.submittedAt, at), lt(orders.id, String(after[1])))))
  }
  const rows = await selectCards(tx)
    .where(and(...conditions))
    .orderBy(desc(orders.submittedAt), desc(orders.id))
    .limit(asked.limit + 1)
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.order.submittedAt.toISOString(), row.order.id),
    (row) => row,
  )
  return { items: await cardsOf(tx, actor, page.items), nextCursor: page.nextCursor }
}
