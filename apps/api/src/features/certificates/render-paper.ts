/**
 * A certificate on paper: A4, one page for all but the longest lists. The letters are Noto Sans SC, of which those that are used go along. A rare
 * character that it does not have is set as 〓, as printers do, and named by its code point at the foot.
 */
import { createRequire } from 'node:module'
import { type CertificatePayload, type CertificateState, certificatePath } from '@sidan/types/certificates'
import { openSync } from 'fontkit'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { dayWords, gradeLines, kindsOfMinutes, minuteWords, notClaimed } from './render-words.ts'

interface Paper {
  payload: CertificatePayload
  name: string
  volunteerNo: string
  nameCode: string
  keyId: string
  state: CertificateState
  /** Where people reach this program: what the QR code leads to. */
  origin: string
}

type Doc = InstanceType<typeof PDFDocument>

const fontPath = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
)
let known: ((codePoint: number) => boolean) | undefined
/** Whether there is a letter for it; the font is looked into once in the life of the process. */
function hasLetter(codePoint: number): boolean {
  if (!known) {
    const font = openSync(fontPath)
    known = 'fonts' in font ? () => true : (one) => font.hasGlyphForCodePoint(one)
  }
  return known(codePoint)
}

const codePointOf = (character: string) => character.codePointAt(0) ?? 0
const isMissing = (character: string) => !hasLetter(codePointOf(character))
/** A text in the letters there are. */
const settable = (text: string): string =>
  Array.from(text, (character) => (isMissing(character) ? '〓' : character)).join('')
/** 〓 = U+20BB7 */
const missingIn = (text: string): string[] =>
  [...new Set(text)].filter(isMissing).map((one) => `〓 = U+${codePointOf(one).toString(16).toUpperCase()}`)

const margin = 56
const width = 595 - 2 * margin
const bottom = 842 - margin
const qrSide = 100
const [ink, grey, line, seal] = ['#15211D', '#43514B', '#73817B', '#B8331C']

const put = (doc: Doc, size: number, colour: string, text: string, gap = 4) =>
  (doc.fontSize(size).fillColor(colour).text(settable(text), margin, doc.y, { width, lineGap: 3 }).y += gap)

/** Goes on on a new page where `height` is not left on this one. */
function keep(doc: Doc, height: number): void {
  if (doc.y + height > bottom) doc.addPage()
}

const ruler = (doc: Doc) =>
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .lineWidth(0.6)
    .stroke(line)

const marks: Record<CertificateState, string> = {
  valid: '',
  revoked: '已撤销，不再有效',
  superseded: '有记录更正，已不再有效',
}

function heading(doc: Doc, { payload, name, volunteerNo, state }: Paper): void {
  put(doc, 11, grey, `${payload.issuer}　　编号 ${payload.number}`, 14)
  put(doc, 26, ink, '志愿服务记录证明', 6)
  if (state !== 'valid') put(doc, 16, seal, marks[state], 6)
  ruler(doc)
  doc.y += 16
  put(
    doc,
    13,
    ink,
    `${name}（志愿者编号 ${volunteerNo}）在 ${dayWords(payload.fromDay)}至 ${dayWords(payload.untilDay)}期间，自愿参加志愿服务 ${payload.recordCount} 次，记录如下：`,
    12,
  )
  put(doc, 16, ink, `打卡时长　${minuteWords(payload.clockedMinutes)}`, 2)
  put(doc, 16, ink, `申报时长　${minuteWords(payload.declaredMinutes)}`, 8)
  put(doc, 10, grey, kindsOfMinutes, 2)
  put(doc, 10, grey, `凭据：${gradeLines(payload).join('；')}`, 14)
}

const columns = [0, 265, 320, 402]
function row(doc: Doc, cells: readonly string[], size: number, colour: string): void {
  const titleWidth = (columns[1] ?? 0) - 12
  doc.fontSize(size).fillColor(colour)
  const height = doc.heightOfString(settable(cells[0] ?? ''), { width: titleWidth })
  keep(doc, height + 10)
  const top = doc.y + 5
  cells.forEach((cell, index) => {
    doc.text(settable(cell), margin + (columns[index] ?? 0), top, { width: index === 0 ? titleWidth : 90 })
  })
  doc.y = top + height + 5
  ruler(doc)
}

function contents(doc: Doc, payload: CertificatePayload): void {
  row(doc, ['服务内容', '次数', '打卡', '申报'], 10, grey)
  for (const { title, times, clockedMinutes, declaredMinutes } of payload.contents)
    row(doc, [title, `${times} 次`, minuteWords(clockedMinutes), minuteWords(declaredMinutes)], 11, ink)
  doc.y += 16
}

/** Dark cells as one shape, as sharp as the printer. */
function qr(doc: Doc, value: string, x: number, y: number): void {
  const { data, size } = encode(value, { ecc: 'M', border: 2 })
  const cell = qrSide / size
  data.forEach((cells, top) => {
    cells.forEach((dark, left) => {
      if (dark) doc.rect(x + left * cell, y + top * cell, cell, cell)
    })
  })
  doc.fill(ink)
}

/** Who issued it and when, how it is checked, and what it does not say. */
function foot(doc: Doc, paper: Paper): void {
  const { payload, nameCode, keyId, origin } = paper
  keep(doc, 240)
  put(doc, 12, seal, payload.issuer, 0)
  put(doc, 12, ink, dayWords(payload.issuedOn), 14)
  const address = `${origin}${certificatePath(payload.number)}`
  const top = doc.y
  qr(doc, address, margin, top)
  const lines = [
    '扫码查验这张证明，或者打开：',
    address,
    `姓名核对码　${nameCode}`,
    `公钥编号　${keyId}（Ed25519 签名，不靠网站也能验）`,
    ...missingIn(paper.name),
  ]
  doc.fontSize(10).fillColor(grey)
  doc.text(lines.map(settable).join('\n'), margin + qrSide + 16, top + 6, { width: width - qrSide - 16, lineGap: 5 })
  doc.y = Math.max(doc.y, top + qrSide) + 14
  put(doc, 9, grey, notClaimed.join(''))
}

/** The paper as bytes. */
export async function renderPaper(paper: Paper): Promise<Buffer> {
  const info = { Title: `志愿服务记录证明 ${paper.payload.number}`, Author: paper.payload.issuer }
  const doc = new PDFDocument({ size: 'A4', margin, lang: 'zh-CN', info, font: fontPath })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  heading(doc, paper)
  contents(doc, paper.payload)
  foot(doc, paper)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}
