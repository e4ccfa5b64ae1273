import type { Tx } from '../../platform/db.ts'

/** The unit somebody writes to: the one named, else their home station, else the center. Undefined when the named one does not exist. */
export async function findAddressee(
  tx: Tx,
  unitId: string | undefined,
  homeStationId: string | null,
): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'feedback.unit',
    text: `select id from units where county_id = $1 and active and case when $2::uuid is not null then id = $2 when $3::uuid is not null then id = $3 else tier = 'center' end limit 1`,
    values: [tx.countyId, unitId ?? null, homeStationId],
  })
  return row?.id
}

export async function insertFeedback(
  tx: Tx,
  row: { id: string; personId: string; unitId: string; words: string },
): Promise<void> {
  await tx.rows({
    name: 'feedback.insert',
    text: 'insert into feedback (county_id, id, person_id, unit_id, words, at) values ($1, $2, $3, $4, $5, $6)',
    values: [tx.countyId, row.id, row.personId, row.unitId, row.words, tx.now],
  })
}

/** A piece of feedback with where it lies, locked. */
export async function lockFeedback(
  tx: Tx,
  id: string,
): Promise<{ personId: string; stationId: string; instituteId: string | null; words: string } | undefined> {
  const [row] = await tx.rows<{ personId: string; stationId: string; instituteId: string | null; words: string }>({
    name: 'feedback.lock',
    text: `select f.person_id as "personId", f.unit_id as "stationId", u.institute_id as "instituteId", f.words
      from feedback f join units u on u.county_id = f.county_id and u.id = f.unit_id
      where f.county_id = $1 and f.id = $2 for no key update of f`,
    values: [tx.countyId, id],
  })
  return row
}

export async function saveAnswer(tx: Tx, id: string, answer: string, byId: string): Promise<void> {
  await tx.rows({
    name: 'feedback.answer',
    text: 'update feedback set answer = $3, answered_by_id = $4, answered_at = $5 where county_id = $1 and id = $2',
    values: [tx.countyId, id, answer, byId, tx.now],
  })
}
