/** Keyset cursors: the sort key of the last row, opaque to the caller. */
import { refuse } from './problem.ts'

/** Packs a row's sort key. */
export const packCursor = (...key: (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** Unpacks a cursor of `length` parts, or refuses invalid-request. */
export function unpackCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return refuse('invalid-request', 'cursor')
  }
  const parts: unknown[] = Array.isArray(key) ? key : []
  const known = parts.filter((part) => typeof part === 'string' || typeof part === 'number')
  return known.length === length && parts.length === length ? known : refuse('invalid-request', 'cursor')
}

/** A page from `limit + 1` rows: the surplus row only tells that there is more. */
export function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(itemOf), nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

/** Rows of a page when the caller names no limit. */
export const pageLimit = (asked: number | undefined): number => asked ?? 20
