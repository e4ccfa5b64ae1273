/** A certificate's way, in real Chromium: issued by a volunteer, checked by anybody, handed over as a PDF, revoked by the county's keeper; and where stars come from. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setOut } from './journey-browser.mjs'

const { page, data, pictures, step, arrive, shown, tap, choose, type, visit, play, picture } = await setOut()
const fits = async (what) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${what}: ${wide} px wider than the screen`)
}
let number = ''

try {
  await step('rule-12 a volunteer sees where the stars come from, with the county’s ladder', async () => {
    await play('李师傅')
    await visit('/#/tabs/me/me-page')
    await tap('星级怎么来的')
    await shown('县里的标准')
    await shown('100 小时')
    await fits('stars')
    await picture('stars', true)
  })
  await step('a certificate bears a full name: without one it says so, and leads there', async () => {
    await visit('/#/certificates/mine/mine-page')
    await tap(/^开证明$/)
    await shown('证明上要写全名')
    await tap('写全名')
    await type('姓名', '李大国')
    await tap('存好称呼')
    await shown('改好了')
  })
  await step('rule-02 it is issued at once, and free, for the time that is chosen', async () => {
    await visit('/#/certificates/mine/mine-page')
    await choose('今年')
    await tap(/^开证明$/)
    await shown('开好了')
    await shown('有效')
    number = (
      await page
        .getByText(/^编号 420882-/)
        .first()
        .textContent()
    ).replace('编号 ', '')
    await shown('申报时长')
    await fits('certificates')
    await picture('certificate', true)
  })
  await step('it is handed over as a PDF that is small enough to be sent on', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), tap(/^下载 PDF/)])
    assert.equal(download.suggestedFilename(), `${number}.pdf`)
    const path = pictures ? join(pictures, 'certificate.pdf') : join(data, 'certificate.pdf')
    await download.saveAs(path)
    const pdf = readFileSync(path)
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.ok(pdf.length < 300_000, `${pdf.length} bytes`)
  })
  await step('rule-14 anybody who has the number sees that it is valid, and no full name', async () => {
    await visit(`/c/${number}`)
    await shown('这张证明是真的')
    await shown('李**')
    assert.ok(!(await page.content()).includes('大国'))
    await fits('check page')
    await picture('certificate-valid', true)
    await visit('/c/420882-7K2M9XQ4ABCS')
    await shown('查不到')
  })
  await step('the county’s keeper revokes it with a reason', async () => {
    await play('何主任')
    await tap('核对证明')
    await type('证明编号', number.toLowerCase())
    await tap('查一查')
    await shown('李**')
    await fits('checking')
    await picture('certificate-check', true)
    await tap('撤销这张证明')
    await tap('别人冒领')
    await shown('撤销了，也告诉了本人')
  })
  await step('whoever checks it sees that, and its holder why', async () => {
    await visit(`/c/${number}`)
    await shown('已撤销')
    await picture('certificate-revoked', true)
    await play('李师傅')
    await tap('通知')
    await tap(new RegExp(`${number} 撤销了：别人冒领`))
    await shown('为什么撤销')
  })
} finally {
  await arrive()
}
