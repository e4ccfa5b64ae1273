/** Which lots points are taken from. */

/** A lot with points left. */
export interface Left {
  lotId: string
  remaining: number
  expiresOn: string
}

/** What so many points take of each lot, in order; what is taken is left there no more. */
export function piecesOf(points: number, lots: Left[]): Left[] {
  let rest = points
  return lots.flatMap((lot) => {
    const remaining = Math.min(rest, lot.remaining)
    rest -= remaining
    lot.remaining -= remaining
    return remaining > 0 ? [{ ...lot, remaining }] : []
  })
}
