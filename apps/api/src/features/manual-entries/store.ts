import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'

/** A unit where service was, as a record keeps it. */
export interface EntryPlace {
  stationId: string
  instituteId: string | null
}

/** The unit and the platform of a shift's activity. Refuses not-found. */
export async function findShiftPlace(tx: Tx, shiftId: string): Promise<EntryPlace & { platformCode: string | null }> {
  const [row] = await tx.rows<EntryPlace & { platformCode: string | null }>({
    name: 'manual-entries.shift',
    text: `select u.id as "stationId", u.institute_id as "instituteId", a.platform_code as "platformCode" from shifts s
      join activities a on a.county_id = s.county_id and a.id = s.activity_id
      join units u on u.county_id = a.county_id and u.id = a.unit_id where s.county_id = $1 and s.id = $2`,
    values: [tx.countyId, shiftId],
  })
  return row ?? refuse('not-found')
}

/** Minutes that stand or wait as entered by hand for a person in a calendar month. Whoever asks holds the person locked. */
export async function minutesOfMonth(tx: Tx, personId: string, month: { from: string; to: string }): Promise<number> {
  const [row] = await tx.rows<{ minutes: number }>({
    name: 'manual-entries.month',
    text: `select coalesce(sum(declared_minutes), 0)::int as minutes from service_records where county_id = $1 and person_id = $2
      and source = 'manual' and state in ('pending', 'onNotice', 'approved') and service_day >= $3 and service_day < $4`,
    values: [tx.countyId, personId, month.from, month.to],
  })
  return row?.minutes ?? 0
}

/** What was said and shown when a record was entered. */
export async function insertEntryTexts(
  tx: Tx,
  recordId: string,
  { title, words, photos }: { title: string | null; words: string; photos: string[] },
): Promise<void> {
  await tx.rows({
    name: 'manual-entries.texts',
    text: 'insert into record_texts (county_id, record_id, title, entry_words, entry_photos) values ($1, $2, $3, $4, $5)',
    values: [tx.countyId, recordId, title, words, photos],
  })
}
