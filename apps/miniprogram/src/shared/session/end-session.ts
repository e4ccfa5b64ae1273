import { signOut } from '@sidan/types/sessions'
import { call } from '../api/call.ts'
import { replace } from '../navigation/routes.ts'
import { forgetSession, readSession } from './session.ts'
import { setWaiting } from './waiting.ts'

/** Signs out here, and on the server as far as it can be reached: its answer is not waited for. */
export async function endSession(): Promise<void> {
  const session = readSession()
  forgetSession()
  setWaiting(0)
  replace('home')
  if (!session) return
  const { countyId, refreshToken } = session
  await call(signOut, { body: { countyId, refreshToken } })
}
