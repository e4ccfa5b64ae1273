/**
 * A county's month, told only through use cases: whatever is in a demo database came there the way it would in a real county.
 * The story's clock is moved by hand; the last day of it is the day of the telling.
 */
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { OrderTarget } from '@sidan/types/orders'
import { recordEvent } from '../features/clock/record-event.ts'
import { dispatchOrder } from '../features/dispatch/dispatch-order.ts'
import { acceptOrder } from '../features/orders/accept-order.ts'
import { fulfillOrder } from '../features/orders/fulfill-order.ts'
import { serviceCodeOf } from '../features/orders/rules.ts'
import { triageOrder } from '../features/orders/triage-order.ts'
import { issueStatements } from '../features/partner-statements/issue-statements.ts'
import { saveContact } from '../features/people/save-contact.ts'
import { approveRecord } from '../features/records/approve-record.ts'
import { rateOrder } from '../features/records/rate-order.ts'
import { actorSql, parseActor } from '../features/roles/reads.ts'
import type { Actor } from '../features/roles/rules.ts'
import { foldDays } from '../features/roll-ups/fold-days.ts'
import { submitOrder } from '../features/submissions/submit-order.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { tellAffiliations } from './affiliations.ts'
import { announce } from './announce.ts'
import { enjoyBenefits } from './benefits.ts'
import { type Cast, enrolCast, findStage, type Stage } from './cast.ts'
import { tellCounting } from './counting.ts'
import { exchange } from './exchange.ts'
import { held } from './held.ts'
import { tellPapers } from './papers.ts'
import { tellPartners } from './partners.ts'
import type { Telling } from './telling.ts'
import { together } from './together.ts'

type Step = 'submitted' | 'triaged' | 'dispatched' | 'accepted' | 'inService' | 'recorded' | 'approved' | 'rated'
const steps: Step[] = ['submitted', 'triaged', 'dispatched', 'accepted', 'inService', 'recorded', 'approved', 'rated']

async function actorOf(tx: Tx, personId: string): Promise<Actor> {
  const [row] = await tx.rows<{ actor: unknown }>({
    text: `select (${actorSql}) as actor`,
    values: [tx.countyId, personId, tx.now],
  })
  const actor = parseActor(row?.actor)
  if (!actor) throw new Error('the story names somebody who is not there')
  return actor
}

/** Tells the story of one county. Returns the wall code of its station. */
export async function tellStory(telling: Telling): Promise<{ stationCode: string; cast: Cast; stage: Stage }> {
  const { db, clock, crypto, countyId, preset } = telling
  const today = civilDay(clock.now)
  const real = clock.now
  const at = (day: number, time: string) => {
    clock.now = momentOf(addDays(today, day), time)
  }
  at(-40, '09:00')
  const { cast, stage } = await db.inCounty(countyId, async (tx) => {
    const place = await findStage(tx, preset)
    return { stage: place, cast: await enrolCast(tx, preset, place) }
  })
  const as = <Result>(key: string, act: (tx: Tx, actor: Actor) => Promise<Result>) =>
    db.inCounty(countyId, async (tx) => act(tx, await actorOf(tx, cast[key] ?? '')))
  for (const key of ['resident', 'neighbour']) {
    const address = key === 'resident' ? '城畈社区 3 栋 1 单元 201' : '城畈社区 5 栋 2 单元 102'
    await as(key, (tx, actor) => saveContact(tx, actor, crypto, { address, phone: '13800000126' }))
  }
  await tellPapers(telling, as, cast, today)
  const item = await findItem(telling)
  const dispatcher = preset.policy.orderFlow.mayDispatch.includes('station') ? 'keeper' : 'center'
  const play = async (day: number, until: Step, who: { asks: string; goes: string; stars?: number }) => {
    const reached = (step: Step) => steps.indexOf(step) <= steps.indexOf(until)
    const orderId = newId()
    let version = 1
    at(day, '09:20')
    await as(who.asks, (tx, actor) =>
      submitOrder(tx, actor, crypto, orderId, {
        itemId: item.id as never,
        stationId: stage.stationId as never,
        slot: { day: addDays(today, day + 1), part: 'morning' },
        place: 'home',
        risks: item.riskCodes.map((code) => ({ code, present: code === 'stairs' })),
      }),
    )
    if (preset.policy.orderFlow.triage && reached('triaged')) {
      at(day, '10:05')
      await as('keeper', (tx, actor) => triageOrder(tx, actor, { orderId, version: version++ }))
    }
    if (!reached('dispatched')) return
    at(day, '11:40')
    const target: OrderTarget = { kind: 'person', personId: (cast[who.goes] ?? '') as never }
    await as(dispatcher, (tx, actor) => dispatchOrder(tx, actor, { orderId, version: version++, target }))
    if (!reached('accepted')) return
    at(day, '13:52')
    await as(who.goes, (tx, actor) => acceptOrder(tx, actor, { orderId, version: version++ }))
    if (!reached('inService')) return
    const scan = (kind: 'checkIn' | 'checkOut') =>
      as(who.goes, (tx, actor) =>
        recordEvent(tx, actor, crypto, {
          eventId: newId() as never,
          kind,
          orderId: orderId as never,
          scanned: serviceCodeOf(crypto.deriveSecret('service-code', orderId)),
          deviceAt: clock.now.toISOString(),
          queuedNo: 0,
        }),
      )
    at(day + 1, '09:02')
    await scan('checkIn')
    version++
    if (!reached('recorded')) return
    at(day + 1, '10:32')
    await scan('checkOut')
    await as(who.goes, (tx, actor) =>
      fulfillOrder(tx, actor, {
        orderId,
        version: version++,
        note: '都办好了',
        counts: [{ what: item.title, count: 1 }],
      }),
    )
    if (!reached('approved')) return
    at(day + 1, '15:00')
    await as('keeper', async (tx, actor) => approveRecord(tx, actor, await findRecord(tx, orderId)))
    if (!reached('rated')) return
    at(day + 1, '19:00')
    await as(who.asks, (tx, actor) =>
      rateOrder(tx, actor, { orderId, version: version++, stars: who.stars ?? 5, words: '谢谢师傅' }),
    )
  }
  for (let day = -36; day <= -8; day += 4) {
    await play(day, 'rated', {
      asks: 'resident',
      goes: day % 8 === 0 ? 'second' : 'volunteer',
      stars: day === -20 ? 4 : 5,
    })
    // On the evening after they first earned something: 31 days ago is another month, whatever day it is.
    if (day === -32) await tellPartners(telling, as, stage, addDays(today, -31))
  }
  await play(-6, 'approved', { asks: 'neighbour', goes: 'volunteer' })
  await play(-3, 'recorded', { asks: 'neighbour', goes: 'second' })
  await play(-1, 'accepted', { asks: 'resident', goes: 'volunteer' })
  await play(-1, 'dispatched', { asks: 'neighbour', goes: 'volunteer' })
  await play(-1, 'submitted', { asks: 'resident', goes: 'volunteer' })
  await play(-1, 'triaged', { asks: 'neighbour', goes: 'volunteer' })
  await held(telling, as, { cast, stage, today })
  at(-1, '16:00')
  await announce(telling, as, stage, today)
  await exchange(telling, as, stage)
  await together(telling, as, { cast, stage })
  await tellAffiliations(telling, as, stage)
  // Two minutes ago: a code that is shown from now on is of a later step than the one that was used.
  clock.now = new Date(real.getTime() - 120_000)
  await enjoyBenefits(telling, as)
  clock.now = real
  await tellCounting(telling, as, { cast, stage, today })
  await db.inCounty(countyId, foldDays)
  await db.inCounty(countyId, issueStatements)
  return { stationCode: await findWallCode(telling, stage), cast, stage }
}

async function findWallCode({ db, countyId }: Telling, stage: Stage): Promise<string> {
  const [station] = await db.inCounty(countyId, (tx) =>
    tx.rows<{ short_code: string }>({
      text: 'select short_code from units where county_id = $1 and id = $2',
      values: [countyId, stage.stationId],
    }),
  )
  return station?.short_code ?? ''
}

async function findItem({ db, countyId }: Telling) {
  const [item] = await db.inCounty(countyId, (tx) =>
    tx.rows<{ id: string; title: string; riskCodes: string[] }>({
      text: `select id, title, risk_codes as "riskCodes" from catalog_items where county_id = $1 and place = 'home' and not for_group and required_qualification is null
        order by sort_no limit 1`,
      values: [countyId],
    }),
  )
  if (!item) throw new Error('the preset has no item for a home visit')
  return item
}

async function findRecord(tx: Tx, orderId: string): Promise<{ recordId: string; version: number }> {
  const [row] = await tx.rows<{ recordId: string; version: number }>({
    text: `select id as "recordId", version from service_records where county_id = $1 and order_id = $2 and state = 'pending'`,
    values: [tx.countyId, orderId],
  })
  if (!row) throw new Error('the story has no record to approve')
  return row
}
