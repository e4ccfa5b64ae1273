import type { AgeBand } from '@sidan/types/ages'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { insertPerson, insertVolunteer } from './store.ts'

export interface Enrolment {
  displayName: string
  namePinyin: string
  homeStationId: string | null
  /** Why one would play this person in a demo; null for everybody else. */
  demoLine: string | null
  volunteer?: { volunteerNo: string; skills: string[]; availability: string[]; ageBand: AgeBand | null }
}

/** Enters somebody whom the center knows: a person, and a volunteer with a number of their own (never an ID number, rule-18). Returns the id. */
export async function enrolPerson(tx: Tx, enrolment: Enrolment): Promise<string> {
  const { volunteer, ...person } = enrolment
  const id = newId()
  await insertPerson(tx, { ...person, id })
  if (volunteer) await insertVolunteer(tx, { ...volunteer, personId: id })
  return id
}
