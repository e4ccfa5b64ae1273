/** Hours in real Chromium: a record is found, corrected and taken back with its reasons read by the volunteer; service that nobody clocked is entered with a photo and approved by another. */
import assert from 'node:assert/strict'
import { startJourney } from './journey-browser.mjs'
import { errorsOf, handsOn, steps, tellFailure } from './journey-hands.mjs'

const { link, page, end, data } = await startJourney()
const { origin } = new URL(link)
const errors = errorsOf(page)
const { shown, tap, choose, type, visit, play, picture } = handsOn(page, origin, process.argv[2])
const { step, count } = steps()
const record = () => new URL(page.url()).hash
/** The row that opens a record, its title before everything else. */
const openRecord = (words) => page.getByRole('button', { name: words }).filter({ visible: true }).first().click()

try {
  let corrected = ''
  await step('the keeper finds a record by pinyin, and puts its end right with a reason', async () => {
    await play('陈姐')
    await visit('/#/staff/records/records-page')
    await tap('找审过的，更正或撤销')
    await type('找谁的', 'lishifu')
    await page.keyboard.press('Enter')
    await shown('李师傅·')
    await picture('decided')
    await openRecord(/^李师傅·/)
    await tap('更正时间')
    const [, until] = await page.locator('input[type=time]').all()
    const [from] = await page.locator('input[type=time]').all()
    const start = await from.inputValue()
    const [hours, minutes] = start.split(':').map(Number)
    await until.fill(`${String(hours).padStart(2, '0')}:${String(Math.min(59, minutes + 20)).padStart(2, '0')}`)
    await type('为什么，本人会看到', '签退晚了，问过对方')
    await picture('correcting')
    await tap(/^更正$/)
    await shown('更正过的都留着')
    corrected = record()
    await picture('corrected')
  })
  await step('the volunteer is told why, and sees every version', async () => {
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await shown('签退晚了，问过对方')
    await visit(`/${corrected}`)
    await shown('第 1 版')
    await shown('现在算这一版')
    assert.equal(await page.getByRole('button', { name: '更正时间' }).count(), 0)
  })
  await step('it is taken back, and stays to be seen', async () => {
    await play('陈姐')
    await visit(`/${corrected}`)
    await tap('撤销这条')
    await type('为什么，本人会看到', '那天没有去')
    await picture('reversing')
    await tap(/^撤销$/)
    await shown('撤销了')
    await shown('陈姐：那天没有去')
    await picture('reversed')
  })
  await step('the volunteer enters what no code was scanned for, with a photo', async () => {
    await play('李师傅')
    await visit('/#/clock/clock-page')
    await tap('没扫上码？补录')
    await shown('没扫上码才用补录')
    if ((await page.getByRole('radio', { name: '别的事' }).count()) > 0) await choose('别的事')
    await type('做了什么', '清扫楼道')
    await choose('生活帮办')
    const yesterday = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10)
    await type('哪一天', yesterday)
    await type('几点开始', '07:00')
    await type('几点结束', '07:40')
    await type('为什么没打卡', '手机没电了')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('加照片（至少一张）')])
    await chooser.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.getByAltText('第 1 张照片').waitFor()
    await picture('entering')
    await tap('交上去，等人审')
    await shown('补录的，李师傅录')
    await shown('等审核')
    await picture('entered')
  })
  await step('the keeper sees that it was entered by hand, and approves it as declared', async () => {
    await play('陈姐')
    await visit('/#/staff/records/records-page')
    await shown('补录的，没有打卡，看看照片和原因')
    await picture('by-hand')
    await tap('审核通过，李师傅，清扫楼道')
    await shown('1 条通过了')
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await shown('「清扫楼道」记了')
  })
  await step('the auditor has ten minutes drawn by chance, each with its evidence on one page, signed', async () => {
    await play('孙审计')
    await tap('抽查时长和积分')
    await shown('还没有抽过')
    await type('从哪天', `${new Date().getFullYear()}-01-01`)
    await type('到哪天', new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await picture('walks')
    await tap('随机抽十个')
    await shown(/^10\. 第/)
    await shown('审核通过')
    await shown('校验码 SHA-256')
    assert.match(
      await page.locator('.sd-signed-text').filter({ visible: true }).textContent(),
      /^{"document":"sidan-audit-walk-1"/,
    )
    await picture('walk', true)
    await visit('/#/county/walks/walks-page')
    await shown(/^抽 10 分钟/)
  })
  assert.deepEqual(errors, [])
} catch (error) {
  await tellFailure(page, errors, process.argv[2] ?? data)
  throw error
} finally {
  await end()
}
console.log(`${count()} passed, 0 failed`)
