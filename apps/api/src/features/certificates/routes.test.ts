import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  type Certificate,
  CertificatePayload,
  certificatePdfPath,
  checkCertificate,
  issueCertificate,
  listMyCertificates,
  readCertificateNumber,
  revokeCertificate,
} from '@sidan/types/certificates'
import { closeAccount } from '@sidan/types/my-data'
import { listNotices } from '@sidan/types/notices'
import { saveName } from '@sidan/types/people'
import { listMyRecords } from '@sidan/types/records'
import { correct, reverse } from '../../testing/corrections.ts'
import { approve } from '../../testing/county-life.ts'
import { run } from '../../testing/papers.ts'
import { certified } from '../../testing/promises/certificate-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const issued = (period: object = { fromDay: null, untilDay: null }) =>
  w.done('volunteer', issueCertificate, { body: period })
const checked = async (number: string) => {
  const code = readCertificateNumber(number)?.code ?? ''
  return (await test.call(undefined, checkCertificate, { params: { countyId: '420882', code } })).body
}
const page = async (path: string) => {
  const answer = await fetch(`${test.url}${path}`)
  return { status: answer.status, text: await answer.text() }
}
const pdf = (id: string, who?: string) =>
  fetch(`${test.url}${certificatePdfPath(id)}`, {
    headers: who ? { authorization: `Bearer ${w.county.token(who)}` } : {},
  })
/** What the volunteer's approved records come to. */
const recorded = async () => {
  const { items } = await w.done('volunteer', listMyRecords, { query: { limit: '50' } })
  const approved = items.filter(({ state, serviceNature }) => state === 'approved' && serviceNature === 'voluntary')
  return {
    recordCount: approved.length,
    clockedMinutes: approved.reduce((sum, one) => sum + one.clockedMinutes, 0),
    declaredMinutes: approved.reduce((sum, one) => sum + one.declaredMinutes, 0),
  }
}
/** Half of a record was declared, not clocked. */
const declareHalf = (recordId: string) =>
  run(
    w,
    `update service_records set clocked_minutes = 30, declared_minutes = 30 where county_id = $1 and id = $2`,
    recordId,
  )

describe('rule-02 a certificate is what the records say', () => {
  it('rule-14 with hours and content, issuer, number and date; clocked and declared minutes apart, and grades', async () => {
    await certified(w)
    const recordId = await w.record(60)
    await declareHalf(recordId)
    await approve(w, recordId)
    const made = await issued()
    const sums = await recorded()
    expect(made).toMatchObject({ state: 'valid', ...sums })
    expect(sums.declaredMinutes).toBe(30)
    const { payload, ...said } = await checked(made.number)
    expect(said).toMatchObject({
      number: made.number,
      state: 'valid',
      issuer: expect.stringContaining('京山'),
      issuedOn: w.day(0),
      maskedName: '李**',
      ...sums,
      contents: [
        { title: '上门理发', times: sums.recordCount, clockedMinutes: sums.clockedMinutes, declaredMinutes: 30 },
      ],
    })
    expect(said.grades.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(sums.clockedMinutes + 30)
    expect(CertificatePayload.parse(JSON.parse(payload))).toMatchObject(sums)
  })
  it('rule-17 of voluntary service alone, and of none that waits or was refused', async () => {
    const before = await issued()
    const recordId = await w.record(60)
    await run(w, `update service_records set service_nature = 'duty' where county_id = $1 and id = $2`, recordId)
    await approve(w, recordId)
    await w.record(60)
    expect((await issued()).recordCount).toBe(before.recordCount)
  })
  it('for a period, of what was served in it', async () => {
    const before = await issued()
    test.clock.now = new Date(test.clock.now.getTime() + 3 * 86_400_000)
    await w.approved()
    const [today, earlier] = [w.day(0), w.day(-1)]
    expect(await issued({ fromDay: today, untilDay: null })).toMatchObject({ recordCount: 1, fromDay: today })
    expect(await issued({ fromDay: null, untilDay: earlier })).toMatchObject({
      recordCount: before.recordCount,
      untilDay: earlier,
    })
    // Nothing is certified of days to come.
    expect(await issued({ fromDay: today, untilDay: w.day(30) })).toMatchObject({ untilDay: today })
  })
  it('once when it is asked for twice with the same key', async () => {
    const ask = () =>
      w.county.as('volunteer')(issueCertificate, {
        body: { fromDay: null, untilDay: null },
        key: 'one-tap-on-a-slow-line',
      })
    const [first, second] = [await ask(), await ask()]
    expect([second.body.number, first.body.number === second.body.number]).toEqual([first.body.number, true])
  })
})

describe('rule-14 the public page', () => {
  it('says what the certificate says, with the name masked, small and without a script', async () => {
    const made = await issued()
    const { status, text } = await page(made.path)
    expect([status, text.length < 30_000, text.includes('<script')]).toEqual([200, true, false])
    for (const shown of ['有效', made.number, '李**', '上门理发', '打卡时长', '申报时长', '京山', '凭据', '免费'])
      expect([shown, text.includes(shown)]).toEqual([shown, true])
    for (const hidden of ['李大国', '42088200']) expect([hidden, text.includes(hidden)]).toEqual([hidden, false])
    expect(JSON.stringify(await checked(made.number))).not.toMatch(/李大国|42088200\d/)
  })
  it('is found as somebody types the number, and says so when there is none', async () => {
    const { number } = await issued()
    expect((await page(`/c/${number.toLowerCase().replace(/(.{11})/, '$1-')}`)).status).toBe(200)
    for (const wrong of ['420882-7K2M9XQ4ABCS', number.replace('420882', '420281'), 'x', '420882-', '000000-7K2M9V'])
      expect(await page(`/c/${wrong}`)).toMatchObject({ status: 404, text: expect.stringContaining('查不到') })
  })
})

describe('the paper', () => {
  it('is a PDF with the full name, for its holder alone', async () => {
    const { certificateId, number } = await issued()
    const answer = await pdf(certificateId, 'volunteer')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.status, answer.headers.get('content-type'), bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    expect(answer.headers.get('content-disposition')).toContain(number)
    expect(bytes.length).toBeLessThan(300_000)
    expect([(await pdf(certificateId, 'second')).status, (await pdf(certificateId)).status]).toEqual([404, 401])
    expect([
      (await pdf('x', 'volunteer')).status,
      (await pdf(w.county.cast['volunteer'] ?? '', 'volunteer')).status,
    ]).toEqual([404, 404])
  })
})

const stateOf = async ({ number }: Certificate) => (await checked(number)).state
const newest = async () => (await w.done('volunteer', listNotices, { query: { limit: '1' } })).items[0]

describe('a certificate ends', () => {
  it('by the county’s keeper with a reason, which its holder is told and nobody else reads', async () => {
    const [made, other] = [await issued(), await issued()]
    w.minutesLater(1)
    await w.done('center', revokeCertificate, { params: { number: made.number }, body: { words: '代别人刷的卡' } })
    expect([await stateOf(made), await stateOf(other)]).toEqual(['revoked', 'valid'])
    const { text } = await page(made.path)
    expect([text.includes('已撤销'), text.includes('代别人刷的卡')]).toEqual([true, false])
    expect(await newest()).toMatchObject({ kind: 'certificate-revoked', about: made.number, words: '代别人刷的卡' })
    const { items } = await w.done('volunteer', listMyCertificates, { query: { limit: '50' } })
    expect(items.find(({ number }) => number === made.number)).toMatchObject({
      state: 'revoked',
      words: '代别人刷的卡',
    })
  })
  it('when one of its records is corrected or taken back, and a new one is had at once; others stand', async () => {
    const recordId = await w.approved()
    const [made, earlier] = [await issued(), await issued({ fromDay: null, untilDay: w.day(-1) })]
    w.minutesLater(1)
    const { recordId: corrected, version } = await correct(w, recordId, { end: -20 })
    expect([await stateOf(made), await stateOf(earlier)]).toEqual(['superseded', 'valid'])
    expect((await page(made.path)).text).toContain('已被取代')
    const { items } = await w.done('volunteer', listNotices, { query: { limit: '5' } })
    expect(items.find(({ kind }) => kind === 'certificate-superseded')?.about).toBe(made.number)
    const anew = await issued()
    expect([await stateOf(anew), anew.clockedMinutes]).toEqual(['valid', made.clockedMinutes - 20])
    await reverse(w, corrected, version)
    expect([await stateOf(anew), (await issued()).recordCount]).toEqual(['superseded', anew.recordCount - 1])
  })
  it('also when it is issued at the moment in which its record is taken back', async () => {
    for (let round = 0; round < 5; round += 1) {
      const recordId = await w.approved()
      await Promise.all([reverse(w, recordId, 1), ...Array.from({ length: 3 }, () => issued())])
      const standing = await run(
        w,
        `select 1 from certificate_records r join certificates c on c.county_id = r.county_id and c.id = r.certificate_id
          where r.county_id = $1 and r.record_id = $2 and c.state = 'valid'`,
        recordId,
      )
      expect(standing).toEqual([])
    }
  })
  it('never by closing the account: what was handed out is still checked, and the full name is gone', async () => {
    await w.done('second', saveName, { body: { name: '吴𠮷祥', word: 'sister' } })
    const recordId = await w.checkOut(await w.inService(() => w.teamAccepted(), 'second'), 60, 'second')
    await approve(w, recordId)
    const made = await w.done('second', issueCertificate, { body: { fromDay: null, untilDay: null } })
    const { status } = await pdf(made.certificateId, 'second')
    await run(w, `update orders set state = 'closed' where county_id = $1 and state = 'inService'`)
    await w.done('second', closeAccount, { body: { understood: true } })
    const [row] = await run(
      w,
      'select name_sealed, volunteer_no from certificates where county_id = $1 and id = $2',
      made.certificateId,
    )
    expect([status, await stateOf(made), row]).toMatchObject([200, 'valid', { name_sealed: null }])
  })
})
