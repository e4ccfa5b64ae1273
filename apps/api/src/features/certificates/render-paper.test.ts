import { describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { renderPaper } from './render-paper.ts'

const paper = {
  payload: {
    document: 'sidan-certificate-1' as const,
    number: '420882-7K2M9XQ4ABCD',
    countyId: CountyId.parse(420882),
    issuer: '京山市新时代文明实践中心',
    issuedOn: '2026-11-24',
    maskedName: '诸葛**',
    holderSha256: '0'.repeat(64),
    fromDay: '2026-01-01',
    untilDay: '2026-11-24',
    recordCount: 12,
    clockedMinutes: 1290,
    declaredMinutes: 90,
    grades: [
      { grade: 'A' as const, minutes: 900 },
      { grade: 'B' as const, minutes: 480 },
    ],
    contents: [{ title: '上门理发', times: 12, clockedMinutes: 1290, declaredMinutes: 90 }],
  },
  name: '诸葛大国',
  volunteerNo: '42088200000031',
  nameCode: '7K2M9XQ4ABCD',
  keyId: '0123456789abcdef',
  state: 'valid' as const,
  origin: 'https://zyfw.example.gov.cn',
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length

describe('a certificate on paper', () => {
  it('is a PDF of one page that is small enough to be sent on', async () => {
    const pdf = await renderPaper(paper)
    expect([pdf.subarray(0, 5).toString(), pagesOf(pdf)]).toEqual(['%PDF-', 1])
    expect(pdf.length).toBeLessThan(300_000)
  })
  it.each(['阿依古丽·买买提', '𠮷龘', '㛃䶮', '👩🏽‍🌾', 'Ōe'])('bears the name %s', async (name) => {
    expect(pagesOf(await renderPaper({ ...paper, name }))).toBe(1)
  })
  it('goes on on further pages when much was done', async () => {
    const contents = Array.from({ length: 80 }, (_, no) => ({
      title: `第 ${no} 种服务，名字长得要排成两行，从社区一直排到街道所再到中心`,
      times: 1,
      clockedMinutes: 60,
      declaredMinutes: 0,
    }))
    const pdf = await renderPaper({ ...paper, payload: { ...paper.payload, contents } })
    expect(pagesOf(pdf)).toBeGreaterThan(2)
    expect(pdf.length).toBeLessThan(300_000)
  })
})
