/**
 * The thread that reads and writes spreadsheets (platform/sheets.ts), so that the serving thread never waits for one. Plain JavaScript, because a
 * thread of Node is started from a file as it stands.
 *
 * Nothing a file says of itself is believed: its parts are inflated piece by piece and counted, and one that grows over the bound is dropped at once.
 * What was inflated is packed anew, uncompressed, for the library that reads cells, so that both look at the same bytes.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'

/** A sheet that is not taken, and why. */
class Refused extends Error {}

/** The parts of a packed file by name; refuses what is no such file, or grows over `maxBytes` in sum. */
function inflate(bytes, maxBytes) {
  const files = {}
  let total = 0
  const unzip = new Unzip((file) => {
    const pieces = []
    file.ondata = (error, piece, final) => {
      // What is thrown here comes back once more as an error of the library's.
      if (error) throw error instanceof Refused ? error : new Refused('not-a-sheet')
      total += piece.length
      if (total > maxBytes) throw new Refused('too-large')
      pieces.push(Buffer.from(piece))
      if (final) files[file.name] = Buffer.concat(pieces)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // In small steps: a part that inflates a thousandfold is counted before the next step is taken.
  const step = 65_536
  for (let from = 0; from < bytes.length; from += step)
    unzip.push(bytes.subarray(from, from + step), from + step >= bytes.length)
  return files
}

/** The markup of the first sheet of a workbook. */
function firstSheet(files) {
  const text = (name) => files[name]?.toString('utf8') ?? ''
  const id = /<(?:\w+:)?sheet\s[^>]*\br:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1]
  const relation = text('xl/_rels/workbook.xml.rels')
    .match(/<(?:\w+:)?Relationship\s[^>]*>/g)
    ?.find((one) => one.includes(`Id="${id}"`))
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1]
  if (target === undefined) throw new Refused('not-a-sheet')
  return text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
}

const asText = (value) => {
  if (value === null || value === undefined) return ''
  return (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)).trim()
}

async function read({ bytes, maxBytes, maxRows, columns }) {
  const files = inflate(bytes, maxBytes)
  const markup = firstSheet(files)
  const filled = markup.split(/<(?:\w+:)?row[\s>]/).filter((row) => /<(?:\w+:)?(v|is)[\s>]/.test(row)).length
  if (filled > maxRows + 1) throw new Refused('too-many-rows')
  const formulas = Array.from(
    markup.matchAll(/<(?:\w+:)?c\s[^>]*\br="([A-Z]{1,3}\d+)"[^>]*>\s*<(?:\w+:)?f[\s>/]/g),
    ([, cell]) => cell,
  )
  const rows = await readSheet(Buffer.from(zipSync(files, { level: 0 }))).catch(() => {
    throw new Refused('not-a-sheet')
  })
  const [head = [], ...rest] = rows.map((row) => Array.from({ length: columns }, (_, index) => asText(row[index])))
  return { head, rows: rest, formulas }
}

/** A cell that a spreadsheet would run is shown as what it is: text. A number stays one. */
const cellOf = (value) =>
  typeof value === 'number'
    ? { value, type: Number }
    : { value: /^[=+\-@\t\r]/.test(value) ? `'${value}` : value, type: String }

async function write({ sheets }) {
  const written = await writeExcelFile(
    sheets.map(({ name, head, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [head.map((value) => ({ value, fontWeight: 'bold' })), ...rows.map((row) => row.map(cellOf))],
    })),
  )
  return { bytes: await written.toBuffer() }
}

try {
  const { task, ...given } = workerData
  parentPort.postMessage({ done: await (task === 'read' ? read(given) : write(given)) })
} catch (error) {
  // A library that stumbles over a file means a file that is none.
  parentPort.postMessage({ refused: error instanceof Refused ? error.message : 'not-a-sheet' })
}
