import type { SignupState } from '@sidan/types/activities'
import type { Tx } from '../../platform/db.ts'
import type { ShiftFacts } from '../shifts/rules.ts'
import { shiftColumns, shiftTables } from '../shifts/store.ts'
import { busySql, type OpeningFacts, openingJson } from '../waitlist/store.ts'

export interface ShiftWish extends ShiftFacts {
  opening: OpeningFacts
  asked: number
  signedUp: boolean
  busy: boolean
  /** What came of the check of the activity's words. */
  wordsState: string | null
}

/** What is asked at these shifts of one who wants to come, first shift first. Read after the places are locked. */
export async function findWishes(
  tx: Tx,
  { shiftIds, openingId, attendeeId }: { shiftIds: string[]; openingId: string; attendeeId: string },
): Promise<ShiftWish[]> {
  return tx.rows<ShiftWish>({
    name: 'signups.wishes',
    text: `select ${shiftColumns}, ${openingJson} as opening, ${busySql('n')} as busy,
        (select count(*)::int from signups q where q.county_id = $1 and q.shift_id = s.id and q.opening_id = g.id and q.state = 'asked') as asked,
        exists (select 1 from signups o where o.county_id = $1 and o.shift_id = s.id and o.attendee_id = $4
          and o.state in ('asked', 'confirmed', 'waiting')) as "signedUp",
        (select c.state from word_checks c where c.county_id = a.county_id and c.subject_id = a.id and c.kind = 'activity') as "wordsState"
      from ${shiftTables}
      join openings g on g.county_id = a.county_id and g.activity_id = a.id and g.id = $3
      cross join lateral (select $4::uuid as attendee_id, s.id as shift_id, s.starts_at, s.ends_at) n
      where s.county_id = $1 and s.id = any ($2::uuid[]) order by s.starts_at, s.id`,
    values: [tx.countyId, shiftIds, openingId, attendeeId],
  })
}

export interface NewSignup {
  id: string
  shiftId: string
  state: SignupState
}

/** Signs somebody up for shifts of one activity, in one statement. */
export async function insertSignups(
  tx: Tx,
  who: { activityId: string; openingId: string; personId: string; childId: string | null },
  made: NewSignup[],
): Promise<void> {
  await tx.rows({
    name: 'signups.insert',
    text: `insert into signups (county_id, id, activity_id, shift_id, opening_id, person_id, child_id, attendee_id, state, starts_at, ends_at,
        queued_at, signed_up_at)
      select $1::int, m.id, $2::uuid, m."shiftId", $3::uuid, $4::uuid, $5::uuid, coalesce($5::uuid, $4::uuid), m.state, s.starts_at, s.ends_at,
        $6::timestamptz, $6::timestamptz
      from jsonb_to_recordset($7::jsonb) as m(id uuid, "shiftId" uuid, state text)
      join shifts s on s.county_id = $1 and s.id = m."shiftId"`,
    values: [tx.countyId, who.activityId, who.openingId, who.personId, who.childId, tx.now, JSON.stringify(made)],
  })
}

export interface SignupRow extends ShiftFacts {
  signupId: string
  personId: string
  childId: string | null
  signupState: SignupState
  attendance: 'present' | 'absent' | null
  busy: boolean
  opening: OpeningFacts
}

/** A sign-up with its shift and opening; once its place is locked, as it stands. */
export async function findSignup(tx: Tx, signupId: string): Promise<SignupRow | undefined> {
  const [row] = await tx.rows<SignupRow>({
    name: 'signups.one',
    text: `select ${shiftColumns}, n.id as "signupId", n.person_id as "personId", n.child_id as "childId", n.state as "signupState", n.attendance,
        ${busySql('n')} as busy, ${openingJson} as opening
      from signups n join ${shiftTables} on s.county_id = n.county_id and s.id = n.shift_id
      join openings g on g.county_id = n.county_id and g.id = n.opening_id
      where n.county_id = $1 and n.id = $2`,
    values: [tx.countyId, signupId],
  })
  return row
}

/** Leaves an open sign-up, unless the roll found its attendee present. Says in which state it was; undefined when nothing was left. */
export async function leaveSignup(tx: Tx, signupId: string): Promise<SignupState | undefined> {
  const [row] = await tx.rows<{ was: SignupState }>({
    name: 'signups.leave',
    text: `update signups n set state = 'left', ended_at = $3
      from (select id, state from signups where county_id = $1 and id = $2 and attendance is distinct from 'present' for no key update) o
      where n.county_id = $1 and n.id = o.id and o.state in ('asked', 'confirmed', 'waiting') returning o.state as was`,
    values: [tx.countyId, signupId, tx.now],
  })
  return row?.was
}

export async function saveAnswer(
  tx: Tx,
  answer: { signupId: string; state: 'confirmed' | 'refused'; byId: string; words: string | null },
): Promise<void> {
  await tx.rows({
    name: 'signups.answer',
    text: `update signups set state = $3, answered_by_id = $4, answered_at = $5, words = $6, ended_at = case when $3 = 'refused' then $5::timestamptz end
      where county_id = $1 and id = $2`,
    values: [tx.countyId, answer.signupId, answer.state, answer.byId, tx.now, answer.words],
  })
}
