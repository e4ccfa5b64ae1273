/**
 * Rotating codes. Whoever shows them holds codes, never the key: the server makes them from a secret per unit, and a code proves that somebody saw this
 * screen in this step. Who saw it, it does not say: the clock weighs that (clock/rules.ts).
 */
import { codeStepMs } from '@sidan/types/rotating-codes'
import { type Actor, keeps, type UnitPlace } from '../roles/rules.ts'

/** How long a device waits to be enrolled. */
export const requestMs = 10 * 60_000

/** Nobody needs more at one unit, and a list stays a list. */
export const screensPerUnit = 20

/** Screens hang where a keeper answers for them: at the county's tiers, not in departments. */
export const mayKeepScreens = (actor: Actor, unit: UnitPlace): boolean =>
  unit.tier !== 'department' && keeps(actor, unit)

const earlyMs = 30 * 60_000

/** A phone shows codes for a shift from half an hour before the start until the end and the grace. */
export const codesOpen = (shift: { startsAt: Date; endsAt: Date }, graceMinutes: number, now: Date): boolean =>
  now.getTime() >= shift.startsAt.getTime() - earlyMs && now.getTime() <= shift.endsAt.getTime() + graceMinutes * 60_000

/** A screen that was taken away proves nothing from then on; a code of before still does, however late it comes. */
export const provesNothing = (screen: { revokedAt: Date | null }, codeAt: Date): boolean =>
  screen.revokedAt !== null && codeAt.getTime() + codeStepMs > screen.revokedAt.getTime()
