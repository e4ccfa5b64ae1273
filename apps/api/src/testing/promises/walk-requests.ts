/** Audit walks: requests that succeed, and what they may be refused with. */
import { drawWalk, getWalk, listWalks } from '@sidan/types/audit-walks'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const days = (w: World, more: object = {}) => ({ unit: 'minutes', fromDay: w.day(-30), untilDay: w.day(0), ...more })

/** An hour was approved; the auditor draws from the month. */
async function drawn(w: World): Promise<string> {
  await w.approved()
  return (await w.done('auditor', drawWalk, { body: days(w) })).walk.walkId
}

export const walkRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [drawWalk.name]: async (w) => {
    await w.approved()
    return { as: 'auditor', body: days(w, { unit: 'points' }) }
  },
  [listWalks.name]: () => ({ as: 'auditor', query: { limit: '5' } }),
  [getWalk.name]: async (w) => ({ as: 'auditor', params: { walkId: await drawn(w) } }),
}

export const refusalsOfWalks: Refusing[] = [
  refused(drawWalk, 'not-allowed', 'the station’s keeper asks', (w) => ({ as: 'keeper', body: days(w) })),
  refused(drawWalk, 'period-invalid', 'the period ends before it starts', (w) => ({
    as: 'auditor',
    body: days(w, { fromDay: w.day(0), untilDay: w.day(-1) }),
  })),
  refused(drawWalk, 'period-invalid', 'some of it is yet to come', (w) => ({
    as: 'auditor',
    body: days(w, { untilDay: w.day(1) }),
  })),
  refused(drawWalk, 'nothing-to-audit', 'nothing was served in it', () => ({
    as: 'auditor',
    body: { unit: 'minutes', fromDay: '2020-01-01', untilDay: '2020-01-31' },
  })),
  refused(listWalks, 'not-allowed', 'the station’s keeper asks', () => ({ as: 'keeper' })),
  refused(getWalk, 'not-allowed', 'the station’s keeper asks', async (w) => ({
    as: 'keeper',
    params: { walkId: await drawn(w) },
  })),
  refused(getWalk, 'not-found', 'there is no such walk', () => ({ as: 'auditor', params: { walkId: newId() } })),
]
