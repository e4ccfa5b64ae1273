/** Keyset cursors: the sort key of the last row, opaque to the caller. */
import * as z from 'zod/mini'
import { isPlainText } from './plain-text.ts'
import { refuse } from './problem.ts'

/** Packs a row's sort key. */
export const packCursor = (...key: (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** What a part of a sort key may be; anything else would reach the database as what it cannot read. */
const parts = {
  instant: z.iso.datetime(),
  id: z.uuid(),
  day: z.iso.date(),
  whole: z.int().check(z.gte(0), z.lte(2 ** 31 - 1)),
  word: z.string().check(z.maxLength(100), z.refine(isPlainText)),
}

/** Unpacks a cursor of these parts, or refuses invalid-request. */
export function unpackCursor(
  cursor: string | undefined,
  ...kinds: (keyof typeof parts)[]
): (string | number)[] | undefined {
  if (cursor === undefined) return undefined
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return refuse('invalid-request', 'cursor')
  }
  const given: unknown[] = Array.isArray(key) ? key : []
  if (given.length !== kinds.length) refuse('invalid-request', 'cursor')
  return kinds.map((kind, index) => {
    const part = z.safeParse<z.ZodMiniType<string | number>>(parts[kind], given[index])
    return part.success ? part.data : refuse('invalid-request', 'cursor')
  })
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
