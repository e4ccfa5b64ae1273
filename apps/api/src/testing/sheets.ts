/** Spreadsheets as people send them, made by hand: the parts of a packed file, cell by cell. */
import { sheetColumns } from '@sidan/types/sheet-imports'
import { strToU8, zipSync } from 'fflate'

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const pack = 'http://schemas.openxmlformats.org/package/2006'

const cellOf = (value: string, column: number, row: number): string => {
  const name = `${'ABCDE'[column]}${row}`
  // A formula with the value that it had when it was saved.
  if (value.startsWith('=')) return `<c r="${name}" t="str"><f>${value.slice(1)}</f><v>专管员</v></c>`
  return `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`
}

/** The parts of a workbook with one sheet. */
export function partsOf(rows: readonly (readonly string[])[], head: readonly string[] = sheetColumns) {
  const lines = [head, ...rows].map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((value, column) => cellOf(value, column, index + 1)).join('')}</row>`,
  )
  const relation = (type: string, target: string) =>
    `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${pack}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  }
}

export const packed = (parts: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))

/** A sheet of people to invite. */
export const sheetOf = (rows: readonly (readonly string[])[], head?: readonly string[]): Buffer =>
  packed(partsOf(rows, head))
