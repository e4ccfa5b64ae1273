/** 认定弄虚作假: requests that succeed, and what deciding, appealing, answering and lifting may be refused with. */
import * as fraud from '@sidan/types/fraud'
import { newId } from '../../platform/ids.ts'
import { absorbed, appealed, decided, earned, lift, type Made, newVolunteer, otherKeeper, takenBack } from '../fraud.ts'
import { run } from '../papers.ts'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

type Asks = (w: World) => Promise<Request>
type Makes = (w: World) => Promise<Pick<Made, 'recordId'>>
const words = { words: '核对过了' }
const upheld = { ...words, upheld: true }

const on =
  (as: string, made: Makes, body: object = words): Asks =>
  async (w) => ({ as, params: { recordId: (await made(w)).recordId }, body })
/** By whom the record is about. */
const oneself =
  (made: (w: World) => Promise<Made>, body: object = words): Asks =>
  async (w) => {
    const { who, recordId } = await made(w)
    return { as: who, params: { recordId }, body }
  }
/** By another keeper of the center than who decided. */
const answering =
  (made: Makes): Asks =>
  async (w) =>
    on(await otherKeeper(w), made, upheld)(w)

const none: Makes = async () => ({ recordId: newId() })
const standing: Makes = async (w) => ({ recordId: await earned(w, await newVolunteer(w)) })
/** It was taken back before anybody spent a point of it. */
const unspent: Makes = async (w) => {
  const made = await standing(w)
  await takenBack(w, made.recordId)
  return made
}
const longAgo: Makes = async (w) => {
  const made = await absorbed(w)
  const text = `update service_records set undone_at = undone_at - interval '181 days' where county_id = $1 and id = $2`
  await run(w, text, made.recordId)
  return made
}
const lifted = async (w: World) => {
  const made = await decided(w)
  await lift(w, made.recordId)
  return made
}
/** Another keeper decided; the county's keeper had entered or approved the record. */
const judgedByAnother =
  (hands: Parameters<typeof appealed>[1]): Makes =>
  async (w) =>
    appealed(w, hands, await otherKeeper(w))
const entered = { enters: 'center' }
const approved = { approves: 'center' }

export const fraudRequests: Record<string, Asks> = {
  [fraud.getFraud.name]: async (w) => ({ as: 'center', params: { recordId: (await absorbed(w)).recordId } }),
  [fraud.decideFraud.name]: on('center', absorbed),
  [fraud.appealFraud.name]: oneself(decided),
  [fraud.answerFraudAppeal.name]: answering(appealed),
  [fraud.liftFraud.name]: on('center', decided),
  [fraud.listFraudDecisions.name]: async () => ({ as: 'center', query: { limit: '5' } }),
  [fraud.listMyFraudDecisions.name]: async () => ({ as: 'volunteer', query: { limit: '5' } }),
}

/** What a decision and what came of it are refused with alike. */
const alike = [
  { endpoint: fraud.decideFraud, made: absorbed, body: words },
  { endpoint: fraud.answerFraudAppeal, made: appealed, body: upheld },
  { endpoint: fraud.liftFraud, made: decided, body: words },
].flatMap(({ endpoint, made, body }) => [
  refused(endpoint, 'not-found', 'there is no such record', on('center', none, body)),
  refused(endpoint, 'not-found', 'a neighbour does it', on('neighbour', made, body)),
  refused(endpoint, 'not-allowed', 'the institute does it', on('institute', made, body)),
  refused(endpoint, 'own-record', 'it is their own', oneself(made, body)),
])

export const refusalsOfFraud: Refusing[] = [
  ...alike,
  refused(fraud.getFraud, 'not-found', 'the institute looks', async (w) => ({
    as: 'institute',
    params: { recordId: (await absorbed(w)).recordId },
  })),
  refused(fraud.listFraudDecisions, 'not-allowed', 'the institute reads the list', () => ({ as: 'institute' })),
  refused(
    fraud.decideFraud,
    'own-entry',
    'they entered it',
    on('center', (w) => absorbed(w, entered)),
  ),
  refused(
    fraud.decideFraud,
    'own-approval',
    'they approved it',
    on('center', (w) => absorbed(w, approved)),
  ),
  refused(fraud.decideFraud, 'record-not-reversed', 'it stands', on('center', standing)),
  refused(fraud.decideFraud, 'nothing-absorbed', 'nothing of it was spent', on('center', unspent)),
  refused(fraud.decideFraud, 'fraud-too-late', 'it was taken back half a year ago', on('center', longAgo)),
  refused(fraud.decideFraud, 'fraud-decided', 'it was decided and lifted', on('center', lifted)),
  refused(fraud.appealFraud, 'not-found', 'a neighbour appeals', on('neighbour', decided)),
  refused(fraud.appealFraud, 'not-found', 'nothing was decided', oneself(absorbed)),
  refused(fraud.appealFraud, 'appeal-over', 'they appealed before', oneself(appealed)),
  refused(fraud.appealFraud, 'appeal-over', 'its last day has passed', async (w) => ({
    ...(await oneself(decided)(w)),
    daysLater: 16,
  })),
  refused(fraud.answerFraudAppeal, 'own-entry', 'they entered it', on('center', judgedByAnother(entered), upheld)),
  refused(fraud.answerFraudAppeal, 'own-approval', 'they approved it', on('center', judgedByAnother(approved), upheld)),
  refused(fraud.answerFraudAppeal, 'own-decision', 'they decided', on('center', appealed, upheld)),
  refused(fraud.answerFraudAppeal, 'fraud-over', 'nobody appealed', answering(decided)),
  refused(fraud.liftFraud, 'fraud-over', 'an appeal waits', on('center', appealed)),
  refused(fraud.liftFraud, 'fraud-over', 'it was lifted', on('center', lifted)),
]
