/** Putting service records right, as tests do it. */
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import { getRecordWhy, type ServiceRecord } from '@sidan/types/records'
import type { World } from './world.ts'

/** By how many minutes the beginning and the end are moved. */
export interface Span {
  start: number
  end: number
}

/** The times of a record, moved by so many minutes. */
export async function spanOf(w: World, recordId: string, { start = 0, end = 0 }: Partial<Span> = {}) {
  const { record } = await w.done('center', getRecordWhy, { params: { recordId } })
  const moved = (at: string, minutes: number) => new Date(new Date(at).getTime() + minutes * 60_000).toISOString()
  return { startedAt: moved(record.startedAt, start), endedAt: moved(record.endedAt, end), version: record.version }
}

/** The keeper corrects a record: its times moved by so many minutes. The version that stands then. */
export async function correct(
  w: World,
  recordId: string,
  moved: Partial<Span>,
  serviceNature: ServiceRecord['serviceNature'] = 'voluntary',
): Promise<ServiceRecord> {
  const body = { ...(await spanOf(w, recordId, moved)), serviceNature, words: '签退晚了' }
  return w.done('keeper', correctRecord, { params: { recordId }, body })
}

/** The keeper takes an approved record back. */
export const reverse = (w: World, recordId: string, version = 1): Promise<ServiceRecord> =>
  w.done('keeper', reverseRecord, { params: { recordId }, body: { version, words: '那天没有去' } })
