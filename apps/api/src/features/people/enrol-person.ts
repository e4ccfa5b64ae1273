import type { AgeBand } from '@sidan/types/ages'
import { currentNotice } from '@sidan/types/consent-notices'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { searchKeys, soundOf } from '../../platform/pinyin.ts'
import { giveConsents } from '../consents/give-consent.ts'
import { insertPerson, insertVolunteer } from './store.ts'

export interface Enrolment {
  displayName: string
  homeStationId: string | null
  /** Why one would play this person in a demo; null for everybody else. */
  demoLine: string | null
  volunteer?: { volunteerNo: string; skills: string[]; availability: string[]; ageBand: AgeBand | null }
}

/**
 * Enters somebody whom the center knows: a person, and a volunteer with a number of their own (never an ID number, rule-18), who agreed to it (rule-20).
 * Returns the id.
 */
export async function enrolPerson(tx: Tx, enrolment: Enrolment): Promise<string> {
  const { volunteer, ...person } = enrolment
  const id = newId()
  const name = person.displayName
  await insertPerson(tx, { ...person, id, namePinyin: soundOf(name), nameSearch: searchKeys(name) })
  if (!volunteer) return id
  await insertVolunteer(tx, { ...volunteer, personId: id, registeredUnitId: person.homeStationId })
  const noticeVersion = currentNotice('volunteerRecord')
  await giveConsents(tx, { personId: id, byId: id }, [{ purpose: 'volunteerRecord', noticeVersion }])
  return id
}
