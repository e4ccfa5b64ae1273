/** The steps of a random story of the books, done: each a request over HTTP, some of them twice at the same moment. */
import { sendClockEvents } from '@sidan/types/clock'
import type { Endpoint } from '@sidan/types/endpoint'
import { answerFraudAppeal, appealFraud, decideFraud, liftFraud } from '@sidan/types/fraud'
import { enterRecord } from '@sidan/types/manual-entries'
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import { approveRecord, rejectRecord, withdrawRecord } from '@sidan/types/records'
import { cancelRedemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { endRole, grantRole } from '@sidan/types/role-grants'
import { codeAt } from '@sidan/types/rotating-codes'
import { signUp } from '@sidan/types/signups'
import { newId } from '../platform/ids.ts'
import type { Someone } from './attending.ts'
import type { Books } from './books-stage.ts'
import type { BookStep } from './books-steps.ts'
import type { Asking } from './call-endpoint.ts'
import { entry } from './manual-entries.ts'

type Step<What> = Extract<BookStep, { what: What }>
type Scan = Step<'scan'> | Step<'queue'>
type Decision = Step<'approve'> | Step<'reject'> | Step<'reverse'>

/** What a burst finds: the newest records and vouchers, and whether the keeper holds the role. */
export interface Found {
  records: { id: string; version: number; personId: string; startedAt: Date; endedAt: Date; state: string }[]
  vouchers: { id: string; personId: string; code: string }[]
  grantId: string | undefined
}
/** What came of a step, and which record or voucher it was about. */
export interface Came {
  answer: string
  about?: string
}

const newest = <Row>(rows: Row[], which: number): Row | undefined => rows[which % rows.length]
const nothing: Came = { answer: 'nothing' }
const moved = (at: Date, minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString()

/** What there is before a burst. */
export async function find({ w, sql }: Books): Promise<Found> {
  const records = await sql<Found['records'][number]>(
    `select id, version, person_id as "personId", started_at as "startedAt", ended_at as "endedAt", state
      from service_records where county_id = $1 order by created_at desc, id desc limit 6`,
  )
  const vouchers = await sql<Found['vouchers'][number]>(
    `select id, person_id as "personId", code from redemptions where county_id = $1 order by created_at desc, id desc limit 4`,
  )
  const [grant] = await sql<{ id: string }>(
    `select id from role_grants where county_id = $1 and person_id = $2 and role = 'keeper' and ended_at is null`,
    w.county.cast['keeper'],
  )
  return { records, vouchers, grantId: grant?.id }
}

/** Asks once, or twice at the same moment with one key, as a phone without patience does: both must be told the same. */
async function ask<E extends Endpoint>(who: Someone | undefined, endpoint: E, asking: Asking, twice = false) {
  if (!who) return 'nothing'
  const key = newId()
  const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => who.ask(endpoint, { ...asking, key })))
  const told = answers.filter(({ code }) => code === undefined).map(({ body }) => JSON.stringify(body))
  if (new Set(told).size > 1) throw new Error(`${endpoint.name} answered one request in two ways`)
  return answers[0]?.code ?? 'done'
}

function event({ w, rotating, places }: Books, one: Scan, deviceAt: Date, queuedNo: number): object {
  const shown = codeAt(rotating, deviceAt) ?? w.stationCode
  const printed = { wall: w.stationCode, screen: shown, 'other wall': 'X7X7X7', 'made up': 'v1' }
  return {
    eventId: newId(),
    kind: one.kind,
    shiftId: places[one.place]?.shiftId,
    scanned: printed[one.code],
    deviceAt: deviceAt.toISOString(),
    queuedNo,
  }
}

const send = async (b: Books, who: number, events: object[], twice = false) =>
  events.length === 0 ? 'nothing' : ask(b.volunteers[who], sendClockEvents, { body: { events } }, twice)

/** A queue is sent in any order, by three requests at once, and stays on the phone to be sent again. */
async function flush(b: Books, { who, backwards }: Step<'flush'>): Promise<Came> {
  const events = [...(b.queues[who] ?? [])]
  if (backwards) events.reverse()
  await Promise.all([send(b, who, events), send(b, who, events, true)])
  return { answer: events.length > 0 ? 'done' : 'nothing' }
}

function queue(b: Books, one: Step<'queue'>): Came {
  const waiting = b.queues[one.who] ?? []
  const { now } = b.w.test.clock
  waiting.push(event(b, one, new Date(now.getTime() - one.minutesAgo * 60_000), waiting.length))
  return nothing
}

async function decide(b: Books, one: Decision, { records }: Found): Promise<Came> {
  const record = newest(records, one.which)
  if (!record) return nothing
  const { version } = record
  const params = { recordId: record.id }
  const words = '核对过了'
  const by = b.staff[one.by]
  const asked = {
    approve: () => ask(by, approveRecord, { params, body: { version } }, one.twice),
    reject: () => ask(by, rejectRecord, { params, body: { version, words } }, one.twice),
    reverse: () => ask(by, reverseRecord, { params, body: { version, words } }, one.twice),
  }
  return { answer: await asked[one.what](), about: record.id }
}

/** 认定弄虚作假 of a record that was taken back, by whoever; its own person appeals. */
async function judge(b: Books, { verb, which, by, upheld }: Step<'fraud'>, { records }: Found): Promise<Came> {
  const record = newest(
    records.filter(({ state }) => state === 'reversed'),
    which,
  )
  if (!record) return nothing
  const params = { recordId: record.id }
  const words = '问过了'
  const asked = {
    decide: () => ask(b.staff[by], decideFraud, { params, body: { words } }),
    appeal: () => ask(b.someone(record.personId), appealFraud, { params, body: { words } }),
    answer: () => ask(b.staff[by], answerFraudAppeal, { params, body: { words, upheld } }),
    lift: () => ask(b.staff[by], liftFraud, { params, body: { words } }),
  }
  return { answer: `${verb} ${await asked[verb]()}`, about: record.id }
}

async function correct(b: Books, one: Step<'correct'>, { records }: Found): Promise<Came> {
  const record = newest(records, one.which)
  if (!record) return nothing
  const { id, version, startedAt, endedAt } = record
  const span = { startedAt: moved(startedAt, one.start), endedAt: moved(endedAt, -one.end) }
  const body = { ...span, version, words: '签退晚了', serviceNature: 'voluntary' }
  const answer = await ask(b.staff[one.by], correctRecord, { params: { recordId: id }, body }, one.twice)
  return { answer, about: id }
}

async function withdraw(b: Books, one: Step<'withdraw'>, { records }: Found): Promise<Came> {
  const record = newest(records, one.which)
  if (!record) return nothing
  const asking = { params: { recordId: record.id }, body: { version: record.version } }
  return { answer: await ask(b.volunteers[one.who], withdrawRecord, asking), about: record.id }
}

async function enter(b: Books, one: Step<'enter'>): Promise<Came> {
  const personId = b.volunteers[one.who]?.personId
  const asking = await entry(b.w, { personId }, { minutes: one.minutes + 1, endedMinutesAgo: one.ago })
  return { answer: await ask(b.staff[one.by], enterRecord, asking) }
}

async function join(b: Books, one: Step<'sign-up'>): Promise<Came> {
  const { shiftId = '', openingId } = b.places[one.place] ?? {}
  const asking = { params: { shiftId }, body: { openingId, childId: null } }
  return { answer: await ask(b.volunteers[one.who], signUp, asking) }
}

async function redeem(b: Books, one: Step<'redeem'>): Promise<Came> {
  return { answer: await ask(b.volunteers[one.who], redeemItem, { body: { itemId: b.items[one.item] } }, one.twice) }
}

async function endVoucher(b: Books, one: Step<'give-back'> | Step<'verify'>, { vouchers }: Found): Promise<Came> {
  const voucher = newest(vouchers, one.which)
  if (!voucher) return nothing
  const { id, code, personId } = voucher
  const answer =
    one.what === 'verify'
      ? await ask(b.as('merchant'), verifyVoucher, { body: { voucher: code } }, one.twice)
      : await ask(b.someone(personId), cancelRedemption, { params: { redemptionId: id } }, one.twice)
  return { answer, about: id }
}

/** The keeper loses the role, or gets it anew. */
async function changeRole(b: Books, { held }: Step<'role'>, { grantId }: Found): Promise<Came> {
  const { cast, stage } = b.w.county
  const body = { personId: cast['keeper'], role: 'keeper' }
  if (held) return { answer: await ask(b.as('center'), grantRole, { params: { unitId: stage.stationId }, body }) }
  if (!grantId) return nothing
  return { answer: await ask(b.as('center'), endRole, { params: { grantId }, body: { reason: 'moved' } }) }
}

/** Does one step. */
export async function take(b: Books, one: BookStep, found: Found): Promise<Came> {
  if (one.what === 'scan')
    return { answer: await send(b, one.who, [event(b, one, b.w.test.clock.now, 0)], one.code === 'wall') }
  if (one.what === 'queue') return queue(b, one)
  if (one.what === 'flush') return flush(b, one)
  if (one.what === 'sign-up') return join(b, one)
  if (one.what === 'withdraw') return withdraw(b, one, found)
  if (one.what === 'correct') return correct(b, one, found)
  if (one.what === 'fraud') return judge(b, one, found)
  if (one.what === 'enter') return enter(b, one)
  if (one.what === 'role') return changeRole(b, one, found)
  if (one.what === 'redeem') return redeem(b, one)
  if (one.what === 'give-back' || one.what === 'verify') return endVoucher(b, one, found)
  return decide(b, one, found)
}
