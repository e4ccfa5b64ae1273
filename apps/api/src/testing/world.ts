/** What people did before the moment a test looks at: each step a request, as in life. Every step makes something new, so tests do not meet. */
import type { Activity } from '@sidan/types/activities'
import { draftActivity, publishActivity } from '@sidan/types/activity-forms'
import { addDays, civilDay } from '@sidan/types/civil'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder } from '@sidan/types/dispatch'
import type { Endpoint, ReplyOf } from '@sidan/types/endpoint'
import * as moves from '@sidan/types/order-moves'
import { getOrder, type Order, type OrderTarget, submitOrder } from '@sidan/types/orders'
import { getStationPage } from '@sidan/types/organisation'
import { getMe } from '@sidan/types/people'
import { approveRecord } from '@sidan/types/records'
import { recordStockMove } from '@sidan/types/reward-shelf'
import { cancelRedemption, listMyRedemptions, listRewardItems, type Redemption, redeemItem } from '@sidan/types/rewards'
import { newId } from '../platform/ids.ts'
import { activityForm } from './activity-form.ts'
import type { Asking } from './call-endpoint.ts'

import type { County, TestApp } from './test-app.ts'

type OrderMove = Endpoint & { reply: typeof Order }
/** What a step hands on: an order as it stands. */
export type Standing = Pick<Order, 'orderId' | 'version' | 'shortCode'>

type Asks = Awaited<ReturnType<typeof asksIn>>
type Orders = ReturnType<typeof orderSteps>
type Steps = Awaited<ReturnType<typeof stepsIn>>
/** The steps of the first county's people, and those of the second's beside them. */
export type World = Steps & { daye: Steps }

/** The world of a test app that was started with Jingshan and Daye. */
export async function makeWorld(test: TestApp): Promise<World> {
  const [jingshan, daye] = test.counties
  if (!jingshan || !daye) throw new Error('the world has two counties')
  return { ...(await stepsIn(test, jingshan)), daye: await stepsIn(test, daye) }
}

async function stepsIn(test: TestApp, county: County) {
  const asks = await asksIn(test, county)
  const orders = orderSteps(asks)
  const services = serviceSteps(asks, orders)
  return { ...asks, ...orders, ...services, ...rewardSteps(asks, services), ...activitySteps(asks) }
}

/** Asking, and the words for it; `item` finds what the county offers by its title. */
async function asksIn(test: TestApp, county: County) {
  async function done<E extends Endpoint>(who: string, endpoint: E, asking: Asking = {}): Promise<ReplyOf<E>> {
    const answer = await county.as(who)(endpoint, asking)
    if (answer.code !== undefined) throw new Error(`${endpoint.name} by ${who}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const stationCode = (await done('resident', getMe)).homeStation?.shortCode ?? ''
  const page = await done('resident', getStationPage, {
    params: { countyId: String(county.countyId), code: stationCode },
  })
  const item = (title: string): string => page.items.find((one) => one.title === title)?.itemId ?? ''
  const day = (daysAhead: number): string => addDays(civilDay(test.clock.now), daysAhead)
  const minutesLater = (minutes: number): void => {
    test.clock.now = new Date(test.clock.now.getTime() + minutes * 60_000)
  }
  /** A day on which nobody has served yet: a day has its cap. */
  const anotherDay = (): void => minutesLater(1440)

  return { test, county, done, stationCode, item, day, minutesLater, anotherDay }
}

function orderSteps({ county, done, item, day }: Asks) {
  const asked = (more: object = {}) => ({
    itemId: item('上门理发'),
    stationId: county.stage.stationId,
    slot: { day: day(2), part: 'morning' },
    place: 'home',
    contact: { address: '城畈社区 3 栋 1 单元 201', phone: '13800000126' },
    risks: ['dog', 'stairs', 'lives-alone'].map((code) => ({ code, present: false })),
    ...more,
  })
  const move = (who: string, endpoint: OrderMove, { orderId, version }: Standing, body: object = {}): Promise<Order> =>
    done(who, endpoint, { params: { orderId }, body: { version, ...body } }) as Promise<Order>
  const submitted = (who = 'resident', more: object = {}): Promise<Order> =>
    done(who, submitOrder, { body: asked(more) })
  const triagedBy = (who: string, order: Standing) => move(who, moves.triageOrder, order)
  const triaged = async (who = 'resident') => triagedBy('keeper', await submitted(who))
  const toPerson = (key: string): OrderTarget => ({ kind: 'person', personId: (county.cast[key] ?? '') as never })
  const toTeam: OrderTarget = { kind: 'team', teamId: (county.cast['team'] ?? '') as never }
  const dispatched = async (target: OrderTarget = toPerson('volunteer'), who = 'resident') =>
    move('keeper', dispatchOrder, await triaged(who), { target })
  const accepted = async () => move('volunteer', moves.acceptOrder, await dispatched())
  const teamAccepted = async (who = 'resident') => move('second', moves.acceptOrder, await dispatched(toTeam, who))

  const fulfilled = async () => move('volunteer', moves.fulfillOrder, await accepted())
  const returned = async () => move('keeper', moves.sendBackOrder, await submitted(), { reason: 'unclear' })
  return {
    asked,
    submitted,
    triaged,
    triagedBy,
    toPerson,
    toTeam,
    dispatched,
    accepted,
    teamAccepted,
    fulfilled,
    returned,
  }
}

function serviceSteps({ test, done, stationCode, minutesLater }: Asks, { accepted }: Orders) {
  const event = (kind: 'checkIn' | 'checkOut', orderId: string, scanned: string) => ({
    eventId: newId(),
    kind,
    orderId,
    scanned,
    deviceAt: test.clock.now.toISOString(),
    queuedNo: 0,
  })
  const scan = (kind: 'checkIn' | 'checkOut', orderId: string) => event(kind, orderId, stationCode)
  const checked = async (kind: 'checkIn' | 'checkOut', orderId: string, who: string) => {
    const [result] = (await done(who, sendClockEvents, { body: { events: [scan(kind, orderId)] } })).results
    if (result?.outcome !== 'counted') throw new Error(`${kind} did not count: ${result?.reason}`)
    return result
  }
  const standing = (who: string, orderId: string) => done(who, getOrder, { params: { orderId } })
  /** A service that is going on. Nobody has two clocks: one that an earlier step left running is stopped first. */
  const inService = async (from: () => Promise<Order> = accepted, who = 'volunteer') => {
    const { orderId } = await from()
    const { running } = await done(who, getMyClock)
    if (running?.orderId) await checkOut({ orderId: running.orderId }, 1, who)
    await checked('checkIn', orderId, who)
    return standing(who, orderId)
  }
  /** Ends the service after `minutes`: the id of the record that now waits for approval. */
  const checkOut = async ({ orderId }: { orderId: string }, minutes = 60, who = 'volunteer') => {
    minutesLater(minutes)
    const { recordId } = await checked('checkOut', orderId, who)
    minutesLater(1)
    return recordId ?? ''
  }
  const record = async (minutes = 60) => checkOut(await inService(), minutes)
  const approved = async (minutes = 60) => {
    const recordId = await record(minutes)
    await done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
    return recordId
  }
  return { scan, standing, inService, checkOut, record, approved }
}

function activitySteps(asks: Asks) {
  const { test, county, done } = asks
  const set = (text: string, id: string) =>
    test.db.inCounty(county.countyId, (tx) => tx.rows({ text, values: [county.countyId, id] }))
  const drafted = (more: object = {}): Promise<Activity> =>
    done('keeper', draftActivity, { body: activityForm(asks, more) })
  /** Found by everybody: its words have passed their check, as the worker would have it. */
  const published = async (more: object = {}): Promise<Activity> => {
    const { activityId, version } = await drafted(more)
    const activity = await done('keeper', publishActivity, { params: { activityId }, body: { version } })
    await setWords(activityId, 'passed')
    return { ...activity, wordsWait: false }
  }
  /** What the check of its words came to. */
  const setWords = (activityId: string, state: 'passed' | 'held') =>
    set(
      `update word_checks set state = '${state}', hold_reason = ${state === 'held' ? "'review'" : 'null'} where county_id = $1 and subject_id = $2`,
      activityId,
    )
  const setActivity = (activityId: string, change: string) =>
    set(`update activities set ${change} where county_id = $1 and id = $2`, activityId)
  return { drafted, published, setActivity, setWords }
}

/** `reward` finds what lies on the shelf by its title. */
function rewardSteps({ done }: Asks, { approved }: { approved: () => Promise<string> }) {
  const reward = async (title: string): Promise<string> =>
    (await done('volunteer', listRewardItems)).items.find((one) => one.title === title)?.itemId ?? ''
  /** A voucher to fetch, paid with an hour's points; those of earlier steps are given back, for a month has its limit. */
  const voucher = async (): Promise<Redemption> => {
    for (const { redemptionId, state } of (await done('volunteer', listMyRedemptions)).items)
      if (state === 'held') await done('volunteer', cancelRedemption, { params: { redemptionId } })
    await approved()
    return done('volunteer', redeemItem, { body: { itemId: await reward('爱心早餐一份') } })
  }
  /** Leaves so many pieces of an item on the shelf: what is missing comes in, what is too much goes back. */
  const stocked = async (itemId: string, pieces: number): Promise<void> => {
    const { items } = await done('volunteer', listRewardItems)
    const more = pieces - (items.find((one) => one.itemId === itemId)?.stockCount ?? 0)
    const kind = more > 0 ? ('received' as const) : ('returned' as const)
    const body = { kind, count: Math.abs(more), words: '盘点' }
    if (more !== 0) await done('center', recordStockMove, { params: { itemId }, body })
  }
  return { reward, voucher, stocked }
}
