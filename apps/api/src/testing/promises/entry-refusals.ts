/** What entering service by hand may be refused with, and deciding on what one entered. */
import { enterRecord } from '@sidan/types/manual-entries'
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import { approveRecord, rejectRecord } from '@sidan/types/records'
import { newId } from '../../platform/ids.ts'
import { entry } from '../manual-entries.ts'
import { placeIn, shiftMade } from '../shift-steps.ts'
import type { World } from '../world.ts'
import { correcting, freeEntry, type Made, reversing } from './record-requests.ts'
import { aged } from './signup-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const entering =
  (more: (w: World) => object | Promise<object>, as = 'keeper', minutes = 10) =>
  async (w: World): Promise<Request> => ({ as, ...(await freeEntry(w, await more(w), minutes)) })
/** A record of one's own that the keeper entered. */
const byKeeper: Made = async (w) => {
  const { body } = await w.county.as('keeper')(enterRecord, await freeEntry(w))
  return body.recordId
}
const ownEntry = [
  { endpoint: approveRecord, body: { version: 1 } },
  { endpoint: rejectRecord, body: { version: 1, words: '不对' } },
].map(({ endpoint, body }) =>
  refused(endpoint, 'own-entry', 'the keeper entered it', async (w) => ({
    as: 'keeper',
    params: { recordId: await byKeeper(w) },
    body,
  })),
)
const elsewhere = { title: '清扫楼道', platformCode: 'care' }
/** Somebody new of an age, confirmed for a shift that asks for what they lack. */
const gate =
  (ageBand: 'from16' | 'from60' | null, opening: object = {}, hazardous = false) =>
  async (w: World): Promise<object> => {
    const who = await aged(w, ageBand)
    const shift = await shiftMade(w, { startsInMinutes: 5, opening, hazardous })
    await placeIn(w, shift, who)
    return { personId: w.county.cast[who], where: { shiftId: shift.shiftId } }
  }
const gates = [
  ['guardian-consent-needed', 'rule-16 a minor has no guardian’s consent', gate('from16')],
  ['age-not-fitting', 'rule-05 the shift is for grown-ups', gate('from16', { ageFrom: 18 })],
  ['age-unknown', 'nobody knows the age that the shift asks', gate(null, { ageFrom: 18 })],
  ['qualification-missing', 'rule-05 the shift asks for one', gate('from60', { qualification: 'electrician' })],
  ['insurance-missing', 'rule-06 it was hazardous, and nobody was insured', gate('from60', {}, true)],
] as const

export const refusalsOfEntering: Refusing[] = [
  ...ownEntry,
  refused(correctRecord, 'own-entry', 'the keeper entered it', correcting('keeper', byKeeper)),
  refused(reverseRecord, 'own-entry', 'the keeper entered it', reversing('keeper', byKeeper)),
  refused(
    enterRecord,
    'not-found',
    'there is no such unit',
    entering(() => ({ where: { ...elsewhere, unitId: newId() } })),
  ),
  refused(enterRecord, 'not-found', 'they were not confirmed for the shift', async (w) =>
    entering(async () => ({ where: { shiftId: (await shiftMade(w)).shiftId } }))(w),
  ),
  refused(
    enterRecord,
    'not-allowed',
    'a neighbour does it for them',
    entering(() => ({}), 'neighbour'),
  ),
  refused(
    enterRecord,
    'not-allowed',
    'it is another institute’s',
    entering((w) => ({ where: { ...elsewhere, unitId: w.county.stage.centerId } })),
  ),
  refused(enterRecord, 'manual-entry-off', 'the county has none', async (w) => ({
    as: 'center',
    inDaye: true,
    ...(await entry(w.daye)),
  })),
  refused(
    enterRecord,
    'manual-entry-too-long',
    'it takes five hours',
    entering(() => ({}), 'keeper', 300),
  ),
  refused(enterRecord, 'manual-entry-too-late', 'it was 40 days ago', async (w) => ({
    as: 'keeper',
    ...(await entry(w, {}, { minutes: 60, endedMinutesAgo: 40 * 1440 })),
  })),
  refused(enterRecord, 'manual-entry-over-month', 'ten hours were entered before', async (w) => {
    for (let count = 0; ; count += 1) {
      const made = await entry(
        w,
        { personId: w.county.cast['second'] },
        { minutes: 200, endedMinutesAgo: 300 * (count + 1) },
      )
      if ((await w.county.as('keeper')(enterRecord, made)).code !== undefined) return { as: 'keeper', ...made }
    }
  }),
  refused(enterRecord, 'period-wrong', 'it ends in the future', async (w) => ({
    as: 'keeper',
    ...(await entry(w, {}, { minutes: 60, endedMinutesAgo: -30 })),
  })),
  refused(enterRecord, 'record-overlaps', 'it was entered before', async (w) => {
    const made = await freeEntry(w)
    await w.done('keeper', enterRecord, made)
    return { as: 'keeper', ...made }
  }),
  refused(
    enterRecord,
    'photo-refused',
    'the photo was never uploaded',
    entering(() => ({ photos: ['0'.repeat(64)] })),
  ),
  refused(
    enterRecord,
    'skill-unknown',
    'there is no such platform',
    entering((w) => ({
      where: { title: '清扫楼道', platformCode: 'none', unitId: w.county.stage.stationId },
    })),
  ),
  refused(
    enterRecord,
    'volunteer-needed',
    'it is for a resident',
    entering((w) => ({ personId: w.county.cast['neighbour'] })),
  ),
  ...gates.map(([code, when, more]) => refused(enterRecord, code, when, entering(more))),
]
