import type { AnswerOf } from '@sidan/types/endpoint'
import type { getRoll, reportShift } from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { readActivity } from '../activities/reads.ts'
import { mayRun } from '../activities/rules.ts'
import type { Actor } from '../roles/rules.ts'
import type { ShiftFacts } from '../shifts/rules.ts'
import { findShift } from '../shifts/store.ts'

/** A shift for whoever runs its activity. Refuses not-found. */
export async function runShift(tx: Tx, actor: Actor, shiftId: string): Promise<ShiftFacts> {
  const shift = await findShift(tx, shiftId)
  return shift && mayRun(actor, shift) ? shift : refuse('not-found')
}

type RollAnswer = AnswerOf<typeof getRoll>
type Attendee = RollAnswer['attendees'][number]
type Row = Omit<Attendee, 'pickedUpAt' | 'childName'> & { pickedUpAt: Date | null; childId: string | null }

/** 名单 of a shift, for whoever runs it, children by their ids: confirmed first, then who asked and who waits, in the order in which they came. */
export async function readRoll(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  shiftId: string,
): Promise<Omit<RollAnswer, 'attendees'> & { attendees: (Attendee & { childId: string | null })[] }> {
  const { activityId, title } = await runShift(tx, actor, shiftId)
  const activity = await readActivity(tx, actor, crypto, activityId)
  const shift = activity.shifts.find((one) => one.shiftId === shiftId)
  if (!shift) return refuse('not-found')
  const rows = await tx.rows<Row>({
    name: 'attendance.roll',
    text: `select n.id as "signupId", n.opening_id as "openingId", g.name as "openingName", g.kind,
        json_build_object('personId', p.id, 'displayName', p.display_name) as person, n.child_id as "childId", n.state,
        case when n.state = 'waiting' then row_number() over (partition by n.opening_id, n.state order by n.queued_at, n.id)::int end as "waitingNo",
        n.attendance, case when n.attendance = 'absent' then n.words end as "absenceWords", n.picked_up_at as "pickedUpAt"
      from signups n
      join openings g on g.county_id = n.county_id and g.id = n.opening_id
      join people p on p.county_id = n.county_id and p.id = n.person_id
      where n.county_id = $1 and n.shift_id = $2 and n.state in ('asked', 'confirmed', 'waiting')
      order by g.sort_no, array_position(array['confirmed', 'asked', 'waiting'], n.state), n.queued_at, n.id`,
    values: [tx.countyId, shiftId],
  })
  const attendees = rows.map((row) => ({
    ...row,
    childName: null,
    pickedUpAt: row.pickedUpAt?.toISOString() ?? null,
  }))
  return { shiftId, title, shift, attendees }
}

type Report = AnswerOf<typeof reportShift>

/** What was told of a shift. 人次 are who was there by the roll and the others counted; 人数 are different people by the roll alone. */
export async function readReport(tx: Tx, actor: Actor, shiftId: string): Promise<Report> {
  await runShift(tx, actor, shiftId)
  const [row] = await tx.rows<Omit<Report, 'reportedAt'> & { reportedAt: Date }>({
    name: 'attendance.report',
    text: `select s.id as "shiftId", s.others_served_times + coalesce(r.times, 0) as "servedTimes", coalesce(r.people, 0) as "servedPeople",
        coalesce(r.volunteers, 0) as "volunteerCount", t.words, t.photos, s.reported_at as "reportedAt"
      from shifts s
      join shift_reports t on t.county_id = s.county_id and t.shift_id = s.id
      cross join lateral (select count(*) filter (where g.kind <> 'volunteer')::int as times,
          count(distinct n.attendee_id) filter (where g.kind <> 'volunteer')::int as people,
          count(distinct n.attendee_id) filter (where g.kind = 'volunteer')::int as volunteers
        from signups n join openings g on g.county_id = n.county_id and g.id = n.opening_id
        where n.county_id = s.county_id and n.shift_id = s.id and n.attendance = 'present' and n.state = 'confirmed') r
      where s.county_id = $1 and s.id = $2 and s.reported_at is not null`,
    values: [tx.countyId, shiftId],
  })
  return row ? { ...row, reportedAt: row.reportedAt.toISOString() } : refuse('not-found')
}
