/** What admitting may be refused with: who asked must fit when they are answered. */
import type { ProblemCode } from '@sidan/types/problems'
import { answerSignup } from '@sidan/types/signups'
import { attending, firstPlace } from '../attending.ts'
import type { World } from '../world.ts'
import { aged, call, signedUp, slotOf } from './signup-requests.ts'
import { type Refusing, refused } from './verbs.ts'

/** One who asked, after what they asked for was changed. */
const answering = (
  code: ProblemCode,
  when: string,
  as: string | ((w: World) => Promise<string>),
  change: (
    w: World,
    asked: { signupId: string; activityId: string; shiftId: string; openingId: string },
  ) => Promise<unknown>,
  of: object = { kind: 'volunteer' },
  admit = true,
): Refusing =>
  refused(answerSignup, code, when, async (w) => {
    const activity = await call(w, { signUp: 'approval' }, of)
    const asked = await signedUp(w, typeof as === 'string' ? as : await as(w), activity)
    await change(w, { ...firstPlace(activity), activityId: activity.activityId, signupId: asked.signupId })
    return { as: 'keeper', params: { signupId: asked.signupId }, body: { admit, words: null } }
  })
const openingIs =
  (change: string) =>
  (w: World, { openingId }: { openingId: string }) =>
    attending(w).sql(`update openings set ${change} where county_id = $1 and id = $2`, openingId)
const hazardous = (w: World, { activityId }: { activityId: string }) => w.setActivity(activityId, 'hazardous = true')

export const refusalsOfAnswers: Refusing[] = [
  refused(answerSignup, 'not-found', 'a neighbour admits', async (w) => ({
    as: 'neighbour',
    params: { signupId: (await signedUp(w, 'volunteer', await call(w, { signUp: 'approval' }))).signupId },
    body: { admit: true, words: null },
  })),
  refused(answerSignup, 'signup-not-asked', 'they have the place already', async (w) => ({
    as: 'keeper',
    params: { signupId: (await signedUp(w, 'volunteer', await call(w))).signupId },
    body: { admit: true, words: null },
  })),
  answering('shift-full', 'the places are gone', 'volunteer', async (w, { shiftId }) => {
    const { sql } = attending(w)
    await sql(
      `insert into signups select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'person_id', $3::uuid, 'attendee_id', $3::uuid,
        'state', 'confirmed'))).* from signups n where county_id = $1 and shift_id = $2`,
      shiftId,
      w.county.cast['second'],
    )
    await sql('update shift_places set capacity_count = 1 where county_id = $1 and shift_id = $2', shiftId)
  }),
  answering('shifts-overlap', 'they are somewhere else then by now', 'volunteer', async (w, { shiftId }) => {
    const slot = slotOf(w)
    await signedUp(w, 'volunteer', await call(w, { shifts: [slot] }))
    await attending(w).sql(
      'update signups set starts_at = $3, ends_at = $4 where county_id = $1 and shift_id = $2',
      shiftId,
      slot.startsAt,
      slot.endsAt,
    )
  }),
  answering(
    'volunteer-needed',
    'a resident asked for what is for volunteers',
    'resident',
    openingIs(`kind = 'volunteer'`),
    {},
  ),
  answering('age-unknown', 'an age is asked by now', (w) => aged(w, null), openingIs('age_from = 18')),
  answering(
    'age-not-fitting',
    'rule-05 it is for the younger by now',
    (w) => aged(w, 'from60'),
    openingIs('age_up_to = 59'),
  ),
  answering(
    'guardian-consent-needed',
    'rule-16 a minor would serve and the guardian has not agreed',
    (w) => aged(w, 'from16'),
    openingIs(`kind = 'volunteer'`),
    {},
  ),
  answering(
    'qualification-missing',
    'rule-05 a certificate is asked by now',
    'volunteer',
    openingIs(`qualification = 'electrician'`),
  ),
  answering('insurance-missing', 'rule-06 it is hazardous by now', (w) => aged(w, 'from60'), hazardous),
]
