import type { getActivity } from '@sidan/types/activities'
import type { OpeningForm } from '@sidan/types/activity-forms'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { namesOfChildren } from '../children/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'
import { activityActions, mayRun, type ShiftTimes, shiftActions } from './rules.ts'

export type ActivityAnswer = AnswerOf<typeof getActivity>
type ShiftAnswer = ActivityAnswer['shifts'][number]

/** The openings as a form writes them, each with the places of the latest shift. */
export async function findOpenings(tx: Tx, activityId: string): Promise<OpeningForm[]> {
  return tx.rows<OpeningForm>({
    name: 'activities.openings',
    text: `select o.kind, o.name, o.age_from as "ageFrom", o.age_up_to as "ageUpTo", o.qualification, o.skill, p.capacity_count as capacity,
        p.overbook_count as overbook, p.waitlist_count as waitlist
      from openings o
      join lateral (select p.* from shift_places p join shifts s on s.county_id = p.county_id and s.id = p.shift_id
        where p.county_id = o.county_id and p.opening_id = o.id order by s.starts_at desc limit 1) p on true
      where o.county_id = $1 and o.activity_id = $2 order by o.sort_no`,
    values: [tx.countyId, activityId],
  })
}

/** When an activity's shifts are, those called off left out. */
export async function findShiftTimes(tx: Tx, activityId: string): Promise<ShiftTimes[]> {
  return tx.rows<ShiftTimes>({
    name: 'activities.times',
    text: `select starts_at as "startsAt", ends_at as "endsAt", sign_up_until_at as "signUpUntilAt" from shifts
      where county_id = $1 and activity_id = $2 and state = 'open' order by starts_at`,
    values: [tx.countyId, activityId],
  })
}

/** The private details of an activity, opened. */
export const openDetails = (
  tx: Tx,
  crypto: Crypto,
  row: { id: string; privateDetailsSealed: Buffer | null },
): string | null =>
  row.privateDetailsSealed === null
    ? null
    : crypto.open(row.privateDetailsSealed, {
        countyId: tx.countyId,
        table: 'activities',
        column: 'private_details_sealed',
        id: row.id,
      })

interface Row extends Omit<ActivityAnswer, 'shifts' | 'allowedActions' | 'privateDetails' | 'wordsWait'> {
  instituteId: string | null
  endsAt: Date
  privateDetailsSealed: Buffer | null
  checkState: string | null
  shifts: Omit<ShiftAnswer, 'allowedActions'>[]
}

const mineSql = `(select json_agg(json_build_object('signupId', g.id, 'openingId', g.opening_id, 'childId', g.child_id, 'childName', null, 'state', g.state,
      'waitingNo', case when g.state = 'waiting' then (select count(*)::int from signups w where w.county_id = g.county_id and w.shift_id = g.shift_id
        and w.opening_id = g.opening_id and w.state = 'waiting' and (w.queued_at, w.id) <= (g.queued_at, g.id)) end) order by g.signed_up_at)
    from signups g where g.county_id = s.county_id and g.shift_id = s.id and g.person_id = $3)`
const placesSql = `(select json_agg(json_build_object('openingId', o.id, 'kind', o.kind, 'name', o.name, 'ageFrom', o.age_from, 'ageUpTo', o.age_up_to,
      'qualification', o.qualification, 'skill', o.skill, 'capacity', p.capacity_count, 'confirmed', p.confirmed_count,
      'free', p.capacity_count + p.overbook_count - p.confirmed_count, 'waiting', p.waiting_count, 'waitlist', p.waitlist_count) order by o.sort_no)
    from shift_places p join openings o on o.county_id = p.county_id and o.id = p.opening_id where p.county_id = s.county_id and p.shift_id = s.id)`
const activitySql = `select a.id as "activityId", a.version, a.state, a.unit_id as "unitId", u.name as "unitName", u.phone as "unitPhone", u.institute_id as "instituteId",
    a.team_id as "teamId", t.name as "teamName", a.title, a.place, a.content, a.risks, a.platform_code as "platformCode", a.audience, a.hazardous,
    a.sign_up as "signUp", a.private_details_sealed as "privateDetailsSealed", a.cancel_words as "cancelWords", a.ends_at as "endsAt",
    (select c.state from word_checks c where c.county_id = a.county_id and c.subject_id = a.id and c.kind = 'activity') as "checkState",
    (select json_agg(json_build_object('shiftId', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'signUpUntil', s.sign_up_until_at, 'state', s.state,
        'places', coalesce(${placesSql}, '[]'), 'mine', coalesce(${mineSql}, '[]')) order by s.starts_at)
      from shifts s where s.county_id = a.county_id and s.activity_id = a.id) as shifts
  from activities a
  join units u on u.county_id = a.county_id and u.id = a.unit_id
  left join teams t on t.county_id = a.county_id and t.id = a.team_id
  where a.county_id = $1 and a.id = $2`

const openStates = ['asked', 'confirmed', 'waiting']
const iso = (at: string): string => new Date(at).toISOString()

/**
 * One activity as this viewer may see it, nobody signed in included. A draft, and words that wait for their check, are there for who runs it and for who
 * signed up before they were rewritten. Private details are for who is confirmed and who runs it (rule-07).
 */
export async function readActivity(
  tx: Tx,
  actor: Actor | undefined,
  crypto: Crypto,
  activityId: string,
): Promise<ActivityAnswer> {
  const [row] = await tx.rows<Row>({
    name: 'activities.one',
    text: activitySql,
    values: [tx.countyId, activityId, actor?.personId ?? null],
  })
  if (!row) return refuse('not-found')
  const { instituteId, endsAt, privateDetailsSealed, checkState, shifts, ...shown } = row
  const runs = actor !== undefined && mayRun(actor, { unitId: row.unitId, instituteId, teamId: row.teamId })
  const mine = shifts.flatMap((shift) => shift.mine)
  const names = actor ? await namesOfChildren(tx, actor, crypto, mine) : new Map<string | null, string>()
  for (const one of mine) one.childName = names.get(one.childId) ?? null
  if (!runs && row.state === 'draft') return refuse('not-found')
  if (!runs && mine.length === 0 && !othersMayRead(checkState)) return refuse('not-found')
  const confirmed = mine.some(({ state }) => state === 'confirmed')
  return {
    ...shown,
    privateDetails: runs || confirmed ? openDetails(tx, crypto, { id: activityId, privateDetailsSealed }) : null,
    wordsWait: !othersMayRead(checkState),
    shifts: shifts.map((shift) => shiftOf(row, shift, { signedIn: actor !== undefined, runs }, tx.now)),
    allowedActions: runs ? activityActions(row.state, endsAt, tx.now) : [],
  }
}

function shiftOf(
  activity: Pick<Row, 'state' | 'signUp'>,
  shift: Row['shifts'][number],
  viewer: { signedIn: boolean; runs: boolean },
  now: Date,
): ShiftAnswer {
  const facts = {
    state: shift.state,
    startsAt: new Date(shift.startsAt),
    endsAt: new Date(shift.endsAt),
    signUpUntilAt: new Date(shift.signUpUntil),
  }
  const signedUp = shift.mine.some(({ state }) => openStates.includes(state))
  return {
    ...shift,
    startsAt: iso(shift.startsAt),
    endsAt: iso(shift.endsAt),
    signUpUntil: iso(shift.signUpUntil),
    allowedActions: shiftActions(activity, facts, { ...viewer, signedUp }, now),
  }
}
