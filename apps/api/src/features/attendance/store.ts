import type { Tx } from '../../platform/db.ts'

export interface Mark {
  signupId: string
  present: boolean
  words: string | null
}

/** Notes who is there, of those confirmed for the shift. Says of how many it was noted. */
export async function saveMarks(tx: Tx, shiftId: string, byId: string, marks: Mark[]): Promise<number> {
  const { rowCount } = await tx.query({
    name: 'attendance.marks',
    text: `update signups n set attendance = case when m.present then 'present' else 'absent' end, words = case when m.present then null else m.words end,
        marked_by_id = $3, marked_at = $4
      from jsonb_to_recordset($5::jsonb) as m("signupId" uuid, present boolean, words text)
      where n.county_id = $1 and n.id = m."signupId" and n.shift_id = $2 and n.state = 'confirmed'`,
    values: [tx.countyId, shiftId, byId, tx.now, JSON.stringify(marks)],
  })
  return rowCount ?? 0
}

export interface Fetched {
  signupId: string
  shiftId: string
  personId: string
  childId: string | null
  attendance: 'present' | 'absent' | null
  pickedUpAt: Date | null
}

/** A sign-up, locked. */
export async function lockFetched(tx: Tx, signupId: string): Promise<Fetched | undefined> {
  const [row] = await tx.rows<Fetched>({
    name: 'attendance.lock',
    text: `select id as "signupId", shift_id as "shiftId", person_id as "personId", child_id as "childId", attendance, picked_up_at as "pickedUpAt"
      from signups where county_id = $1 and id = $2 and state = 'confirmed' for no key update`,
    values: [tx.countyId, signupId],
  })
  return row
}

export async function savePickUp(tx: Tx, signupId: string): Promise<void> {
  await tx.rows({
    name: 'attendance.pick-up',
    text: 'update signups set picked_up_at = $3 where county_id = $1 and id = $2',
    values: [tx.countyId, signupId, tx.now],
  })
}

export interface DueShift {
  shiftId: string
  activityId: string
  title: string
  startsAt: Date
}

/** Shifts to come whose evening before has begun (18:00 the day before), not reminded of yet. */
export async function findDueShifts(tx: Tx): Promise<DueShift[]> {
  return tx.rows<DueShift>({
    name: 'attendance.due-shifts',
    text: `select s.id as "shiftId", s.activity_id as "activityId", a.title, s.starts_at as "startsAt" from shifts s
      join activities a on a.county_id = s.county_id and a.id = s.activity_id and a.state = 'published'
      where s.county_id = $1 and s.state = 'open' and s.reminded_at is null and s.ends_at > $2 and s.ends_at < $2::timestamptz + interval '54 hours' and s.starts_at > $2
        and (s.starts_at at time zone 'Asia/Shanghai')::date - 1 + time '18:00' <= $2::timestamptz at time zone 'Asia/Shanghai'
      order by s.ends_at, s.id limit 50`,
    values: [tx.countyId, tx.now],
  })
}

/** The shifts are reminded of, and with them everybody confirmed so far. Says who is to be told. */
export async function saveReminded(tx: Tx, shiftIds: string[]): Promise<{ personId: string; shiftId: string }[]> {
  return tx.rows({
    name: 'attendance.reminded',
    text: `with done as (update shifts set reminded_at = $3 where county_id = $1 and id = any ($2::uuid[]))
      update signups set reminded_at = $3 where county_id = $1 and shift_id = any ($2::uuid[]) and state = 'confirmed' and reminded_at is null
      returning person_id as "personId", shift_id as "shiftId"`,
    values: [tx.countyId, shiftIds, tx.now],
  })
}

/** Who was confirmed after the evening before and whose shift starts by `until`: noted as reminded. */
export async function saveRemindedLate(tx: Tx, until: Date): Promise<(DueShift & { personId: string })[]> {
  return tx.rows({
    name: 'attendance.reminded-late',
    text: `update signups n set reminded_at = $2 from shifts s join activities a on a.county_id = s.county_id and a.id = s.activity_id
      where n.county_id = $1 and n.state = 'confirmed' and n.reminded_at is null and n.starts_at > $2 and n.starts_at <= $3
        and s.county_id = $1 and s.id = n.shift_id and s.reminded_at is not null
      returning n.person_id as "personId", n.shift_id as "shiftId", n.activity_id as "activityId", a.title, n.starts_at as "startsAt"`,
    values: [tx.countyId, tx.now, until],
  })
}

/** Children on the roll of a shift. */
export async function findChildIds(tx: Tx, shiftId: string): Promise<string[]> {
  const rows = await tx.rows<{ childId: string }>({
    name: 'attendance.children',
    text: `select distinct child_id as "childId" from signups
      where county_id = $1 and shift_id = $2 and child_id is not null and state in ('asked', 'confirmed', 'waiting')`,
    values: [tx.countyId, shiftId],
  })
  return rows.map(({ childId }) => childId)
}
