/** 礼遇 in real Chromium: a changing code is shown, typed by who gives it, counted and taken back; a card is shown on the bus, and the keeper has the list. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, visit, type, play, picture, alsoAs } = await setOut()
const benefits = '/#/volunteer/benefits/benefits-page'
const typed = async () => {
  const text = await page.locator('.sd-code-typed').filter({ visible: true }).first().textContent()
  return (text ?? '').replaceAll(' ', '')
}

try {
  let code = ''
  await step('a volunteer sees what the hours reach, how far it is to the rest, and why', async () => {
    await play('李师傅')
    await visit('/#/tabs/me/me-page')
    await tap(/^礼遇/)
    await shown('这个月还能用 1 次')
    await shown(/还差 \d+ 小时 30 分/)
    await picture('benefits', true)
    await alsoAs('benefits-elder', { elder: true })
    await tap('亮码使用，市内景区免票')
    await shown(/450 分钟 ≥ 5 小时（300 分钟），这个月用了 1\/2 次。按规则第 1 版/)
    await shown('用过的（这个月 1 次）')
    code = await typed()
    assert.match(code, /^\d{12,14}$/)
    await picture('benefit-code', true)
  })
  await step('whoever gives it types the code: counted once, and the same code lets nobody in again', async () => {
    await play('钱老板')
    await visit('/#/rewards/verify/verify-page')
    await type('券上的码', code)
    await tap(/^核销$/)
    await shown('可以用：市内景区免票')
    await shown(/李师傅·这个月还剩 0 次/)
    await picture('benefit-verified', true)
    await alsoAs('benefit-verified-elder', { elder: true })
    await type(
      '券上的码',
      code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    )
    await tap(/^核销$/)
    await shown('没有这个码，请亮新的')
  })
  await step('scanned by mistake, it is taken back, and the volunteer is told of both', async () => {
    await tap('撤回，李师傅的市内景区免票')
    await shown(/撤回了，次数还给本人/)
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await shown(/「市内景区免票」撤回了一次/)
    await shown(/「市内景区免票」用了一次/)
  })
  await step('a card moves on the bus, with the day’s word and a running clock', async () => {
    await visit(benefits)
    await tap('去亮卡，免费乘公交')
    await tap(/^亮卡$/)
    await shown(/今天的暗号/)
    const clock = page.locator('.sd-pass-clock').filter({ visible: true })
    const before = await clock.textContent()
    await page.waitForTimeout(1_500)
    assert.notEqual(await clock.textContent(), before)
    await picture('benefit-card', true)
    await alsoAs('benefit-card-elder', { elder: true })
  })
  await step('the insurance is opened once its words are read, and ended again', async () => {
    await visit(benefits)
    await tap('去开通，志愿者意外保险')
    await shown(/姓名和志愿者编号会由县里交给承保的保险公司/)
    await picture('benefit-consent', true)
    await tap('看过了，同意，开通')
    await shown('您在今年的投保名单上')
    await tap('不用了')
    await shown('可以开通')
  })
  await step('the county’s keeper passes the month’s list on', async () => {
    await play('何主任')
    await visit('/#/county/benefit-list/benefit-list-page')
    await shown(/1 人/)
    await shown('李师傅')
    await shown(/今天的暗号：/)
    const [file] = await Promise.all([page.waitForEvent('download'), tap('导出名单')])
    assert.match(file.suggestedFilename(), /^免费乘公交.*\.xlsx$/)
    await picture('benefit-list', true)
    await alsoAs('benefit-list-desk', { width: 1280, height: 800 })
  })
} finally {
  await arrive()
}
