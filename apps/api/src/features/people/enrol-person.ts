import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { people, volunteers } from './table.ts'

export interface Enrolment {
  displayName: string
  namePinyin: string
  homeStationId: string | null
  /** Why one would play this person in a demo; null for everybody else. */
  demoLine: string | null
  volunteer?: { volunteerNo: string; skills: string[]; qualifications: string[]; availability: string[] }
}

/** Enters somebody whom the center knows: a person, and a volunteer with a number of their own (never an ID number, rule-18). Returns the id. */
export async function enrolPerson(tx: Tx, enrolment: Enrolment): Promise<string> {
  const { volunteer, ...person } = enrolment
  const id = newId()
  await tx.db.insert(people).values({ ...person, countyId: tx.countyId, id, rememberedRisks: {}, createdAt: tx.now })
  if (volunteer) {
    await tx.db
      .insert(volunteers)
      .values({ ...volunteer, countyId: tx.countyId, personId: id, active: true, registeredAt: tx.now })
  }
  return id
}
