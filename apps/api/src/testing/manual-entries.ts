/** 补录, as tests do it. */

import { enterRecord } from '@sidan/types/manual-entries'
import type { ServiceRecord } from '@sidan/types/records'
import type { Answer, Asking } from './call-endpoint.ts'
import type { World } from './world.ts'

/** One county's world. */
type Place = Pick<World, 'test' | 'county'>

/** The name of a photo that somebody uploaded. */
async function photoStored(w: Place): Promise<string> {
  const hash = 'c0ffee'.padEnd(64, '0')
  await w.test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: `insert into photos (county_id, hash, uploaded_by_id, width_px, height_px, byte_count, uploaded_at)
      values ($1, $2, $3, 10, 10, 100, now()) on conflict do nothing`,
      values: [tx.countyId, hash, w.county.cast['keeper']],
    }),
  )
  return hash
}

interface When {
  minutes?: number
  endedMinutesAgo?: number
}

/** What is entered: an hour of sweeping that ended `endedMinutesAgo`, unless told otherwise. */
export async function entry(
  w: Place,
  more: object = {},
  { minutes = 60, endedMinutesAgo = 30 }: When = {},
): Promise<Asking> {
  const ago = (count: number) => new Date(w.test.clock.now.getTime() - count * 60_000).toISOString()
  return {
    body: {
      personId: w.county.cast['third'],
      where: { title: '清扫楼道', unitId: w.county.stage.stationId, platformCode: 'care' },
      startedAt: ago(endedMinutesAgo + minutes),
      endedAt: ago(endedMinutesAgo),
      words: '手机没电了，没扫码',
      photos: [await photoStored(w)],
      ...more,
    },
  }
}

/** Enters it as one of the cast. */
export const entered = async (w: Place, who: string, more: object, when: When): Promise<Answer<ServiceRecord>> =>
  w.county.as(who)(enterRecord, await entry(w, more, when))
