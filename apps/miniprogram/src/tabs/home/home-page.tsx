import { readSession } from '../../shared/session/session.ts'
import { SignedIn } from './signed-in.tsx'
import { SignedOut } from './signed-out.tsx'

/** The first page: to whom is signed in, the next thing that happens and what they may do; to everybody else, where to begin. */
export default function HomePage() {
  return readSession() ? <SignedIn /> : <SignedOut />
}
