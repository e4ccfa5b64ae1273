/** Signing in: how long things last. */

/** A refresh token is good for this long after its last use. */
export const refreshDays = 30
/** A browser waits this long for a confirmation. */
export const signInRequestMs = 120_000

export type RefreshAnswer = 'fresh' | 'reused' | 'over'

/** A refresh token is used once: a second use means that somebody else has it too, and ends the whole family. */
export function weighRefresh(
  token: { expiresAt: Date; usedAt: Date | null; familyRevokedAt: Date | null },
  now: Date,
): RefreshAnswer {
  if (token.familyRevokedAt !== null || token.expiresAt <= now) return 'over'
  return token.usedAt === null ? 'fresh' : 'reused'
}
