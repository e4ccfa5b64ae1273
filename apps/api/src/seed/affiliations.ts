import { currentNotice } from '@sidan/types/consent-notices'
import type { Preset } from '@sidan/types/preset'
import { countAffiliations } from '../features/affiliation-numbers/count-affiliations.ts'
import { registerAffiliation } from '../features/affiliations/register-affiliation.ts'
import { enrolPerson } from '../features/people/enrol-person.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Stage } from './cast.ts'
import type { Telling } from './telling.ts'

/** A demo's preset: a county with 双报到 has said how many serving party members it counts. */
export function withMemberCount(preset: Preset): Preset {
  const { dualAffiliation } = preset.policy.people
  if (!dualAffiliation) return preset
  return {
    ...preset,
    policy: { ...preset.policy, people: { dualAffiliation: { ...dualAffiliation, memberCount: 40 } } },
  }
}

const surnames = [...'高杜冯邓曹彭曾萧田董潘袁蔡']

/** The volunteer and eleven others of one department, and two of another, say where they work and live; then a night counts. */
export async function tellAffiliations(
  { db, countyId, crypto, preset }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  stage: Stage,
): Promise<void> {
  if (!preset.policy.people.dualAffiliation) return
  const [large = '', small = large] = await db.inCounty(countyId, async (tx) =>
    (
      await tx.rows<{ id: string }>({
        text: `select id from units where county_id = $1 and tier = 'department' order by code limit 2`,
        values: [countyId],
      })
    ).map(({ id }) => id),
  )
  const said = { stationId: stage.stationId, noticeVersion: currentNotice('partyMembership') }
  await as('volunteer', async (tx, actor) => {
    await registerAffiliation(tx, actor, crypto, { ...said, departmentId: large })
    for (const [at, surname] of surnames.entries()) {
      const person = { displayName: `${surname}老师`, homeStationId: stage.stationId, demoLine: null }
      const personId = await enrolPerson(tx, person)
      const departmentId = at < 11 ? large : small
      await registerAffiliation(tx, { ...actor, personId }, crypto, { ...said, departmentId })
    }
  })
  await db.inCounty(countyId, countAffiliations(crypto))
}
