import type { Tokens } from '@sidan/types/sessions'

/** One way to sign in to a county. */
export interface WayIn {
  readonly countyId: number
  readonly onSignedIn: (tokens: Tokens) => void
}
