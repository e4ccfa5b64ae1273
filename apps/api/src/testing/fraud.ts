/** Records of whose points some were gone when they were taken back, and what was decided on them, as tests make them. */
import * as fraud from '@sidan/types/fraud'
import { closeAccount } from '@sidan/types/my-data'
import { reverseRecord } from '@sidan/types/record-corrections'
import { approveRecord } from '@sidan/types/records'
import { recordStockMove } from '@sidan/types/reward-shelf'
import { redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { grantRole } from '@sidan/types/role-grants'
import { registerVolunteer } from '@sidan/types/volunteers'
import { entered } from './manual-entries.ts'
import { newcomer, registration } from './promises/oneself-requests.ts'
import type { World } from './world.ts'

/** Minutes before now in which nothing of the same person lies: a county lets service be entered for some days. */
let minutesTaken = 0

/** Whose hands a record went through. */
interface Hands {
  enters?: string
  approves?: string
}

/** So many minutes that somebody served, entered by the institute and approved by the station's keeper. Jingshan gives 10 points an hour. */
export async function earned(
  w: World,
  who: string,
  minutes = 60,
  { enters = 'institute', approves = 'keeper' }: Hands = {},
): Promise<string> {
  const when = { minutes, endedMinutesAgo: minutesTaken + 30 }
  minutesTaken = (minutesTaken + minutes + 30) % 20_000
  const where = { title: '清扫楼道', unitId: w.county.stage.stationId, platformCode: 'culture' }
  const { code, body } = await entered(w, enters, { personId: w.county.cast[who], where }, when)
  if (code !== undefined) throw new Error(`entering: ${code}`)
  await w.done(approves, approveRecord, { params: { recordId: body.recordId }, body: { version: 1 } })
  return body.recordId
}

/** Ten points at the shelf; the code of the voucher. */
export async function exchanged(w: World, who: string) {
  const itemId = await w.reward('爱心早餐一份')
  // One more comes in: what others count on stays on the shelf.
  await w.done('center', recordStockMove, { params: { itemId }, body: { kind: 'received', count: 1 } })
  return w.done(who, redeemItem, { body: { itemId } })
}

/** Ten points, eaten. */
async function eaten(w: World, who: string): Promise<void> {
  const { code } = await exchanged(w, who)
  await w.done('center', verifyVoucher, { body: { voucher: code ?? '' } })
}

export const takenBack = (w: World, recordId: string) =>
  w.done('keeper', reverseRecord, { params: { recordId }, body: { version: 1, words: '那天没有去' } })

/** Somebody new who serves. */
export async function newVolunteer(w: World): Promise<string> {
  const who = await newcomer(w)
  await w.done(who, registerVolunteer, { body: registration(w) })
  return who
}

/** A record, and the key of whose it is. */
export interface Made {
  who: string
  recordId: string
}

/** A newcomer earned ten points, ate them, and the record was taken back: the county bears ten. */
export async function absorbed(w: World, hands: Hands = {}): Promise<Made> {
  const who = await newVolunteer(w)
  const recordId = await earned(w, who, 60, hands)
  await eaten(w, who)
  await takenBack(w, recordId)
  return { who, recordId }
}

/** Somebody else who keeps the center. */
export async function otherKeeper(w: World): Promise<string> {
  const key = await newcomer(w)
  const body = { personId: w.county.cast[key], role: 'keeper' as const }
  await w.done('center', grantRole, { params: { unitId: w.county.stage.centerId }, body: body as never })
  return key
}

const words = '照片是别处拍的，那天站上没有人'

export const decide = (w: World, recordId: string, as = 'center') =>
  w.county.as(as)(fraud.decideFraud, { params: { recordId }, body: { words } })
export const appeal = (w: World, who: string, recordId: string) =>
  w.county.as(who)(fraud.appealFraud, { params: { recordId }, body: { words: '我那天在，是站里拍错了' } })
export const answer = (w: World, as: string, recordId: string, upheld: boolean) =>
  w.county.as(as)(fraud.answerFraudAppeal, { params: { recordId }, body: { upheld, words: '看了监控' } })
export const lift = (w: World, recordId: string, as = 'center') =>
  w.county.as(as)(fraud.liftFraud, { params: { recordId }, body: { words: '认错人了' } })

/** It was decided, and the person told. */
export async function decided(w: World, hands: Hands = {}, as = 'center'): Promise<Made> {
  const made = await absorbed(w, hands)
  const { code } = await decide(w, made.recordId, as)
  if (code !== undefined) throw new Error(`deciding: ${code}`)
  return made
}

/** The person appealed. */
export async function appealed(w: World, hands: Hands = {}, as = 'center'): Promise<Made> {
  const made = await decided(w, hands, as)
  const { code } = await appeal(w, made.who, made.recordId)
  if (code !== undefined) throw new Error(`appealing: ${code}`)
  return made
}

/** It stands, upheld on appeal: ten points are owed. */
export async function owing(w: World, keeper: string): Promise<Made> {
  const made = await appealed(w)
  const { code } = await answer(w, keeper, made.recordId, true)
  if (code !== undefined) throw new Error(`answering: ${code}`)
  return made
}

/** One owes and has paid a part, one was lifted after paying, one closed the account. */
export async function fraudLife(w: World): Promise<void> {
  const keeper = await otherKeeper(w)
  await earned(w, (await owing(w, keeper)).who, 36)
  const wronged = await owing(w, keeper)
  await earned(w, wronged.who, 60)
  await lift(w, wronged.recordId)
  const { who } = await owing(w, keeper)
  await w.done(who, closeAccount, { body: { understood: true } })
}
