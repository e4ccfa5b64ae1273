/** What PostgreSQL's errors mean to who may try again. */

/** Failed because of others at the same moment: run again as it is. */
export const retryable = new Set(['40001', '40P01'])
/** A unique or exclusion constraint that somebody else was quicker at: run again, the work reads what they wrote and decides on it. */
export const outrun = new Set(['23505', '23P01'])
/** Gone, going or full for a moment. */
export const busy = new Set(['53300', '57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '55P03'])
/** What the driver says when the connection went away under a query; it has no code then. */
const cut = /^Connection terminated|connection error and is not queryable/
/** PostgreSQL's code of an error, also of one that caused it; empty when it has none. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof Error && cut.test(error.message)) return '08006'
  return 'cause' in error ? codeOf(error.cause) : ''
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

/** The database cannot be reached or went away: whoever needs it finds out by themselves, and may try again. */
export const isLost = (error: unknown): boolean => busy.has(codeOf(error)) || unreachable.has(codeOf(error))
