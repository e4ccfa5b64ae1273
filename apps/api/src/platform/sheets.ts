/** Spreadsheets (.xlsx) read and written in a thread of their own, one at a time, within bounds of memory and time. */
import { Worker } from 'node:worker_threads'

/** Why a file is not read. */
export type SheetRefusal = 'not-a-sheet' | 'too-large' | 'too-many-rows'

/** The cells of the first sheet as text, with the names of those that hold a formula; `rows` begin under the head. */
export interface ReadCells {
  head: string[]
  rows: string[][]
  formulas: string[]
}

export interface WrittenSheet {
  name: string
  head: string[]
  /** A number is one that can be added up. */
  rows: (string | number)[][]
  /** Widths of the columns, in characters. */
  widths: number[]
}

export interface Sheets {
  read(bytes: Uint8Array, bounds: { maxRows: number; columns: number }): Promise<ReadCells | SheetRefusal>
  write(sheets: WrittenSheet[]): Promise<Buffer>
}

/** Bytes of all parts of a file once they are inflated: 50,000 rows of the widest names take about 20 MB. */
const maxInflatedBytes = 64 * 1024 * 1024
const limits = { maxOldGenerationSizeMb: 512 }
const patienceMs = 5 * 60_000

type Told = { done: unknown } | { refused: SheetRefusal }

/** `threadFile`: where sheet-thread.mjs lies. */
export function makeSheets(threadFile: string): Sheets {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const run = (task: object): Promise<Told> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(threadFile, { workerData: task, resourceLimits: limits })
      const timer = setTimeout(() => void thread.terminate(), patienceMs)
      thread.once('message', resolve)
      thread.once('error', (error) => {
        // Out of memory: more than a sheet of the size we take can need.
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'too-large' })
        else reject(error)
      })
      thread.once('exit', () => {
        clearTimeout(timer)
        reject(new Error('the thread for sheets ended without an answer'))
      })
    })
  return {
    read: (bytes, bounds) =>
      inTurn(async () => {
        const told = await run({ task: 'read', bytes, maxBytes: maxInflatedBytes, ...bounds })
        return 'refused' in told ? told.refused : (told.done as ReadCells)
      }),
    write: (sheets) =>
      inTurn(async () => {
        const told = await run({ task: 'write', sheets })
        if ('refused' in told) throw new Error('a sheet of ours could not be written')
        return Buffer.from((told.done as { bytes: Uint8Array }).bytes)
      }),
  }
}
