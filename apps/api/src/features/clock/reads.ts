import type { ClockResult, getMyClock } from '@sidan/types/clock'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { z } from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import type { Requirements } from '../standing/rules.ts'
import { checkInWindow } from './rules.ts'
import { findEvent, findRunning } from './store.ts'

/** What became of an event: the same answer however often it is sent. */
export async function readResult(tx: Tx, actor: Actor, eventId: string): Promise<z.input<typeof ClockResult>> {
  const row = await findEvent(tx, actor.personId, eventId)
  if (!row) return refuse('not-found')
  return {
    eventId: row.event_id,
    outcome: row.outcome,
    problem: null,
    reason: row.reason as z.input<typeof ClockResult>['reason'],
    grade: row.grade,
    startedAt: row.counted_at?.toISOString() ?? null,
    minutes: row.minutes,
    recordId: row.record_id,
  }
}

/** A shift as the clock of one person meets it. */
export interface ShiftInHand {
  title: string
  startsAt: Date
  endsAt: Date
  cancelled: boolean
  /** Wall codes of the unit where it happens, and of the station that a site or a post belongs to. */
  codes: string[]
  /** Those units. */
  unitIds: string[]
  hazardous: boolean
  /** What the place asks that this person is confirmed for as a volunteer; null when they are not. */
  opening: Omit<Requirements, 'hazardous'> | null
}

/** Loads a shift for the clock of a person; whoever calls it off, or moves it, at the same moment waits. Refuses not-found. */
export async function lockShift(tx: Tx, personId: string, shiftId: string): Promise<ShiftInHand> {
  const [row] = await tx.rows<ShiftInHand>({
    name: 'clock.shift',
    text: `select a.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.state = 'cancelled' or a.state <> 'published' as cancelled,
        array_remove(array[u.short_code, p.short_code], null) as codes, array_remove(array[u.id, p.id], null) as "unitIds",
        a.hazardous, (select json_build_object('qualification', o.qualification, 'ageFrom', o.age_from, 'ageUpTo', o.age_up_to)
          from signups g join openings o on o.county_id = g.county_id and o.id = g.opening_id
          where g.county_id = s.county_id and g.shift_id = s.id and g.attendee_id = $3 and g.state = 'confirmed' and o.kind = 'volunteer') as opening
      from shifts s
      join activities a on a.county_id = s.county_id and a.id = s.activity_id
      join units u on u.county_id = a.county_id and u.id = a.unit_id
      left join units p on p.county_id = u.county_id and p.id = u.parent_id and u.tier in ('site', 'post')
      where s.county_id = $1 and s.id = $2 and a.state <> 'draft' for share of s, a`,
    values: [tx.countyId, shiftId, personId],
  })
  return row ?? refuse('not-found')
}

/** The clock running now, and the shifts of today and tomorrow that this person is confirmed for as a volunteer; one whose clock still runs, too. */
export async function readMyClock(tx: Tx, actor: Actor): Promise<AnswerOf<typeof getMyClock>> {
  const running = await findRunning(tx, actor.personId)
  const shifts = await tx.rows<Omit<Shown, 'startsAt' | 'endsAt' | 'opensAt'> & { startsAt: Date; endsAt: Date }>({
    name: 'clock.clockable',
    text: `select s.id as "shiftId", s.activity_id as "activityId", a.title, a.place, u.name as "unitName", s.starts_at as "startsAt", s.ends_at as "endsAt"
      from signups g
      join openings o on o.county_id = g.county_id and o.id = g.opening_id and o.kind = 'volunteer'
      join shifts s on s.county_id = g.county_id and s.id = g.shift_id and s.state = 'open'
      join activities a on a.county_id = s.county_id and a.id = s.activity_id and a.state = 'published'
      join units u on u.county_id = a.county_id and u.id = a.unit_id
      where g.county_id = $1 and g.person_id = $2 and g.child_id is null and g.state = 'confirmed'
        and (s.ends_at > $3 or s.id = $4) and s.starts_at < $3::timestamptz + interval '36 hours'
      order by s.starts_at, s.id limit 20`,
    values: [tx.countyId, actor.personId, tx.now, running?.shiftId ?? null],
  })
  return {
    running: running
      ? {
          orderId: running.orderId,
          shiftId: running.shiftId,
          title: running.title,
          startedAt: running.startedAt.toISOString(),
          serverNow: tx.now.toISOString(),
        }
      : null,
    shifts: shifts.map((shift) => ({
      ...shift,
      opensAt: checkInWindow(shift).from.toISOString(),
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
    })),
  }
}

type Shown = AnswerOf<typeof getMyClock>['shifts'][number]
