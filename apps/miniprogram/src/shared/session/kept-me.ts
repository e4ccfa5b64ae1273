/** Who is signed in, as the server last said: pages open with it at once, and without signal. */
import { getMe, type Me } from '@sidan/types/people'
import { call } from '../api/call.ts'
import { keptValue, orKept } from '../offline/kept.ts'
import { readSession } from './session.ts'

const name = 'me'

export const loadMe = () => orKept(name, readSession()?.personId ?? '', () => call(getMe))

/** What this device last knew of who is signed in. */
export const keptMe = (): Me | undefined => keptValue<Me>(name, readSession()?.personId ?? '')

const staffRoles = new Set(['countyKeeper', 'keeper', 'staff'])

/** Approves and dispatches somewhere. */
export const isStaff = (me: Me): boolean => me.roles.some(({ role }) => staffRoles.has(role))
export const holds = (me: Me, wanted: Me['roles'][number]['role']): boolean =>
  me.roles.some(({ role }) => role === wanted)
