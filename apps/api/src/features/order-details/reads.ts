import type { AnswerOf } from '@sidan/types/endpoint'
import type { OrderVerb } from '@sidan/types/order-states'
import type { getOrder } from '@sidan/types/orders'
import type { Policy } from '@sidan/types/policy'
import type { WordsKind } from '@sidan/types/word-checks'
import { and, eq } from 'drizzle-orm'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { cardOf, selectCards } from '../order-cards/reads.ts'
import { factsOf } from '../orders/reads.ts'
import { doorWordOf, serviceCodeOf, viewpoint } from '../orders/rules.ts'
import { orders } from '../orders/table.ts'
import { maskAddress, maskPhone } from '../people/rules.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'

export type OrderAnswer = AnswerOf<typeof getOrder>

interface Rest {
  station: { id: string; name: string; tier: 'station'; phone: string; short_code: string }
  institute_name: string | null
  requester_name: string
  address_sealed: Buffer | null
  phone_sealed: Buffer | null
  note: string | null
  result_note: string | null
  rating_words: string | null
  decision_words: string | null
  duplicate_of_code: string | null
  checks: Partial<Record<WordsKind, { state: string; authorId: string }>>
  goers: { personId: string; displayName: string }[]
  events: {
    at: string
    verb: OrderAnswer['events'][number]['verb']
    byName: string | null
    toName: string | null
    reasonCode: string | null
    level: number | null
  }[]
}

const restSql = `select
    json_build_object('id', u.id, 'name', u.name, 'tier', u.tier, 'phone', u.phone, 'short_code', u.short_code) as station,
    i.name as institute_name, r.display_name as requester_name,
    t.address_sealed, t.phone_sealed, t.note, t.result_note, t.rating_words, t.decision_words, d.short_code as duplicate_of_code,
    coalesce((select json_object_agg(w.kind, json_build_object('state', w.state, 'authorId', w.author_id))
      from word_checks w where w.county_id = o.county_id and w.subject_id = o.id), '{}') as checks,
    coalesce((select json_agg(json_build_object('personId', p.id, 'displayName', p.display_name) order by p.name_pinyin, p.id)
      from order_goers g join people p on p.county_id = g.county_id and p.id = g.person_id
      where g.county_id = o.county_id and g.order_id = o.id), '[]') as goers,
    (select json_agg(json_build_object('at', e.at, 'verb', e.verb, 'byName', b.display_name, 'toName', coalesce(tp.display_name, tt.name),
        'reasonCode', e.reason_code, 'level', e.level) order by e.no desc)
      from order_events e
      left join people b on b.county_id = e.county_id and b.id = e.by_id
      left join people tp on tp.county_id = e.county_id and tp.id = e.to_person_id
      left join teams tt on tt.county_id = e.county_id and tt.id = e.to_team_id
      where e.county_id = o.county_id and e.order_id = o.id) as events
  from orders o
  join order_texts t on t.county_id = o.county_id and t.order_id = o.id
  join units u on u.county_id = o.county_id and u.id = o.station_id
  left join units i on i.county_id = o.county_id and i.id = o.institute_id
  join people r on r.county_id = o.county_id and r.id = o.requester_id
  left join orders d on d.county_id = o.county_id and d.id = o.duplicate_of_id
  where o.county_id = $1 and o.id = $2`

/** All of one order as this actor may see it; not-found when it is not theirs to see. Address and phone are masked for everybody (rule-27). */
export async function readOrder(tx: Tx, actor: Actor, crypto: Crypto, orderId: string): Promise<OrderAnswer> {
  const [found] = await selectCards(tx).where(and(eq(orders.countyId, tx.countyId), eq(orders.id, orderId)))
  if (!found) return refuse('not-found')
  const policy = await policyOf(tx, found.order.policyVersion)
  const viewer = viewpoint(factsOf(found.order, found.item, found.goerIds, policy), actor)
  if (viewer === undefined) return refuse('not-found')
  const [rest] = await tx.rows<Rest>({ name: 'orders.detail', text: restSql, values: [tx.countyId, orderId] })
  if (!rest) return refuse('not-found')
  const { order } = found
  const asks = viewer === 'requester'
  const readable = readableBy(viewer, actor, rest)
  const card = cardOf(found, actor, policy, tx.now)
  return {
    ...card,
    itemId: order.itemId,
    platformName: policy.platforms.find((platform) => platform.code === order.platformCode)?.name ?? order.platformCode,
    station: {
      unitId: rest.station.id,
      name: rest.station.name,
      tier: rest.station.tier,
      phone: rest.station.phone,
      shortCode: rest.station.short_code,
    },
    instituteName: rest.institute_name,
    teamId: order.assigneeTeamId ?? order.targetTeamId,
    proxyName: order.requesterKind === 'proxy' ? rest.requester_name : null,
    contactMasked: maskedContact(rest, crypto, { countyId: tx.countyId, table: 'order_texts', id: orderId }, asks),
    note: readable('orderNote', rest.note),
    goers: rest.goers,
    serviceCode: asks ? serviceCodeOf(crypto.deriveSecret('service-code', orderId)) : null,
    doorWord: asks || viewer === 'assignee' ? doorWordOf(crypto.deriveSecret('door-word', orderId)) : null,
    duplicateOfCode: rest.duplicate_of_code,
    decisionWords: rest.decision_words,
    reasons: reasonsFor(card.allowedActions, policy),
    ...outcomeOf(order, rest, readable),
    events: eventsOf(rest, policy),
    viewer,
  }
}

type Readable = (kind: WordsKind, words: string | null) => string | null

/** What was done, and what was said of it. */
const outcomeOf = (
  order: typeof orders.$inferSelect,
  rest: Rest,
  readable: Readable,
): Pick<OrderAnswer, 'result' | 'rating'> => ({
  result: order.fulfilledAt
    ? {
        note: readable('orderResult', rest.result_note),
        counts: order.resultCounts ?? [],
        photos: order.resultPhotos ?? [],
        at: order.fulfilledAt.toISOString(),
      }
    : null,
  rating:
    order.ratedStars && order.ratedAt
      ? { stars: order.ratedStars, words: readable('orderRating', rest.rating_words), at: order.ratedAt.toISOString() }
      : null,
})

/** The one-tap reasons of what may be done now. */
function reasonsFor(allowed: readonly OrderVerb[], policy: Policy): OrderAnswer['reasons'] {
  const { returnReasons, rejectReasons, declineReasons } = policy.orderFlow
  const given = (verbs: OrderVerb[], reasons: { code: string; text: string }[]) =>
    verbs.some((verb) => allowed.includes(verb)) ? reasons.map(({ code, text }) => ({ code, text })) : []
  return {
    sendBack: given(['sendBack'], returnReasons),
    reject: given(['reject'], rejectReasons),
    decline: given(['decline', 'returnOrder'], declineReasons),
  }
}

/** rule-44: until they are checked, words are for their author and for who reviews them. */
const readableBy =
  (viewer: OrderAnswer['viewer'], actor: Actor, { checks }: Rest): Readable =>
  (kind, words) => {
    const check = checks[kind]
    return viewer === 'staff' || check?.authorId === actor.personId || othersMayRead(check?.state) ? words : null
  }

/** rule-27: masked for everybody; who asked sees their own address. */
function maskedContact(
  rest: Rest,
  crypto: Crypto,
  place: { countyId: number; table: string; id: string },
  asks: boolean,
): OrderAnswer['contactMasked'] {
  const open = (column: 'address_sealed' | 'phone_sealed') => {
    const sealed = rest[column]
    return sealed ? crypto.open(sealed, { ...place, column }) : null
  }
  const address = open('address_sealed')
  const phone = open('phone_sealed')
  return {
    address: address === null ? null : asks ? address : maskAddress(address),
    phone: phone === null ? null : maskPhone(phone),
  }
}

const eventsOf = ({ events }: Rest, policy: Policy): OrderAnswer['events'] =>
  events.map(({ reasonCode, at, ...event }) => ({
    ...event,
    at: new Date(at).toISOString(),
    reason: reasonCode === null ? null : (reasonText(policy, reasonCode) ?? reasonCode),
  }))

const reasonText = (policy: Policy, code: string): string | undefined =>
  [...policy.orderFlow.returnReasons, ...policy.orderFlow.rejectReasons, ...policy.orderFlow.declineReasons].find(
    (reason) => reason.code === code,
  )?.text
