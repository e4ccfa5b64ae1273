/** Many people who come to shifts: enrolled on the spot, each calling for themselves, and what the database holds of them. */
import { randomInt } from 'node:crypto'
import type { Activity } from '@sidan/types/activities'
import type { Endpoint, ReplyOf } from '@sidan/types/endpoint'
import { leaveShift, signUp } from '@sidan/types/signups'
import { enrolPerson } from '../features/people/enrol-person.ts'
import type { Answer, Asking } from './call-endpoint.ts'
import type { World } from './world.ts'

/** An opening as a form writes it: somebody who takes part, ten places, five who may wait. */
export const opening = (more: object = {}) => ({
  kind: 'participant',
  name: '来听课',
  ageFrom: null,
  ageUpTo: null,
  qualification: null,
  skill: null,
  capacity: 10,
  overbook: 0,
  waitlist: 5,
  ...more,
})

/** Somebody with an account, and a way to call as them. */
export interface Someone {
  personId: string
  ask<E extends Endpoint>(endpoint: E, asking?: Asking): Promise<Answer<ReplyOf<E>>>
}

/** The first shift of an activity and its first opening, as a sign-up names them. */
export const firstPlace = ({ shifts: [shift] }: Activity) => ({
  shiftId: shift?.shiftId ?? '',
  openingId: shift?.places[0]?.openingId ?? '',
})

/** Signs somebody up; told that it is busy for a moment, they try again as a phone does. */
const join = async (
  who: Someone,
  place: { shiftId: string; openingId: string },
): Promise<Answer<ReplyOf<typeof signUp>>> => {
  const { shiftId, openingId } = place
  const answer = await who.ask(signUp, { params: { shiftId }, body: { openingId, childId: null } })
  return answer.code === 'try-again' ? join(who, place) : answer
}

export function attending({ test, county }: World) {
  const sql = <Row = unknown>(text: string, ...values: unknown[]) =>
    test.db.inCounty(county.countyId, (tx) => tx.rows<Row>({ text, values: [county.countyId, ...values] }))

  const someone = (personId: string): Someone => ({
    personId,
    ask: (endpoint, asking) => {
      const seconds = Math.floor(test.clock.now.getTime() / 1000)
      const token = test.app.jwt.sign({ sub: personId, county: county.countyId, iat: seconds, exp: seconds + 86_400 })
      return test.call(token, endpoint, asking)
    },
  })
  /** So many residents, or volunteers. */
  const people = (count: number, kind: 'residents' | 'volunteers' = 'residents') =>
    test.db.inCounty(county.countyId, async (tx) => {
      const made: Someone[] = []
      for (let no = 0; no < count; no += 1) {
        const volunteer = { volunteerNo: `V${randomInt(2 ** 40)}`, skills: [], availability: [], ageBand: null }
        const person = {
          displayName: '小周',
          namePinyin: 'zhou',
          homeStationId: county.stage.stationId,
          demoLine: null,
        }
        made.push(someone(await enrolPerson(tx, kind === 'volunteers' ? { ...person, volunteer } : person)))
      }
      return made
    })

  const leave = async (who: Someone, { shiftId }: { shiftId: string }) => {
    const [row] = await sql<{ id: string }>(
      `select id from signups where county_id = $1 and shift_id = $2 and person_id = $3 order by signed_up_at desc, id desc limit 1`,
      shiftId,
      who.personId,
    )
    return who.ask(leaveShift, { params: { signupId: row?.id ?? '' } })
  }
  /** How many sign-ups of a shift are in each state. */
  const states = async ({ shiftId }: { shiftId: string }): Promise<Record<string, number>> => {
    const rows = await sql<{ state: string; count: number }>(
      `select state, count(*)::int as count from signups where county_id = $1 and shift_id = $2 group by state`,
      shiftId,
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  }
  /** The newest notices of a person: kind, what it is on, why. */
  const toldTo = ({ personId }: { personId: string }) =>
    sql<{ kind: string; about: string; words: string | null; reason: string | null; shiftId: string | null }>(
      `select kind, about, words, reason, shift_id as "shiftId" from notices where county_id = $1 and person_id = $2 order by at desc, id desc`,
      personId,
    )
  return { sql, someone, people, join, leave, states, toldTo }
}
