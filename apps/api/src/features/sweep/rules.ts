/**
 * The sweep: promises that hold in every county at any time, each a statement of its own in this folder that returns what breaks it. The listing of the
 * folder is the list of promises. A statement begins with its promise as a comment, names its county as $1 and only reads.
 */

export interface Check {
  /** The name of its file. */
  name: string
  /** What it promises, in a sentence. */
  promise: string
  sql: string
}

/** What a check found: how many rows differ, and the first of them. */
export interface CheckResult {
  name: string
  promise: string
  differences: number
  examples: unknown[]
  milliseconds: number
}

export interface CountyResult {
  countyId: number
  differences: number
  milliseconds: number
  checks: CheckResult[]
}

/** A check from the text of its file. */
export function parseCheck(name: string, text: string): Check {
  const promise = /^-- (.+)/.exec(text)?.[1]
  if (!promise) throw new Error(`${name}.sql does not begin with its promise`)
  return { name, promise, sql: text.trim() }
}

/** All that a county's checks came to. */
export const countyResult = (countyId: number, checks: CheckResult[]): CountyResult => ({
  countyId,
  differences: checks.reduce((sum, one) => sum + one.differences, 0),
  milliseconds: checks.reduce((sum, one) => sum + one.milliseconds, 0),
  checks,
})
