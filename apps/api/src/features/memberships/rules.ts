/** The code by which one joins a team: derived from the team and the code's number, so that it can be shown again and is stored nowhere. */
import { shortCodeAlphabet, withCheckCharacter } from '@sidan/types/short-codes'

/** What the code of a team is derived from. */
export const codeSubject = (teamId: string, no: number): string => `${teamId} ${no}`

/** Ten characters, the last one its check character. */
export const teamCodeOf = (secret: Uint8Array): string =>
  withCheckCharacter(Array.from(secret.slice(0, 9), (byte) => shortCodeAlphabet.charAt(byte % 32)).join(''))
