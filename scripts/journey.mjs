/** The whole loop in real Chromium against the built program: scan, order, approve, dispatch, accept, clock, fulfil, rate, approve the hours, exchange, verify, numbers. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startJourney } from './journey-browser.mjs'
import { errorsOf, handsOn, secondPage, steps } from './journey-hands.mjs'

const { link, page, end, data } = await startJourney()
const { origin } = new URL(link)
const pictures = process.argv[2]
if (pictures) mkdirSync(pictures, { recursive: true })
const errors = errorsOf(page)

const { shown, tap, choose, type, visit, play, enterAs, picture } = handsOn(page, origin, pictures)
const { step, count } = steps()

try {
  let orderPath = ''
  await step('the link on the wall opens the station’s page without signing in', async () => {
    await page.goto(link)
    await shown('城畈社区实践站')
    await shown('防诈骗小课堂')
    await shown(/^截至/)
    await picture('1-station')
  })
  await step('what was filled in before signing in is still there after it', async () => {
    await page.evaluate(() => localStorage.clear())
    await visit(new URL(link).pathname)
    await shown('上门理发')
    await tap('点单，上门理发')
    await type('上门的地址', '城畈社区 9 栋 9 单元 909')
    await tap('确认点单')
    await shown('填好的单还在')
    await enterAs('刘叔')
    await shown('城畈社区 9 栋 9 单元 909')
  })
  await step('a resident orders in three taps and no keystroke', async () => {
    await play('王阿姨')
    await picture('0-home')
    await tap('我要点单')
    await shown('上门理发')
    await tap('点单，上门理发')
    await shown('什么时候方便')
    await picture('2-form')
    await tap('确认点单')
    await shown('单号')
    await picture('3-progress')
    orderPath = new URL(page.url()).hash
  })
  await step('the keeper sends it back with one tap, and the resident adds what was missing', async () => {
    await play('陈姐')
    await visit(`/${orderPath}`)
    await tap('退回')
    await picture('4-send-back')
    await page.locator('.sd-sheet-body').getByRole('button').first().click()
    await shown('已退回')
    await play('王阿姨')
    await visit(`/${orderPath}`)
    await tap('去补充')
    await type('想说清楚的', '耳朵背，敲门重一点')
    await tap('补好了，再交')
    await shown('已收到')
  })
  await step('the keeper approves and dispatches with reasons shown', async () => {
    await play('陈姐')
    await tap('待办')
    await shown('·待办')
    await picture('4-work-list')
    await visit(`/${orderPath}`)
    await tap('审核通过')
    await tap(/^派单$/)
    await shown('派给谁')
    await shown('只是建议，由您定')
    await picture('5-dispatch')
    await choose(/李师傅/)
    await tap('派给李师傅')
    await shown('待接单')
  })
  await step('the volunteer accepts and sees the address only then', async () => {
    await play('李师傅')
    await tap('能接的单，我接的单')
    await shown('问您接不接')
    await picture('6-offers')
    await visit(`/${orderPath}`)
    await tap('我来')
    await tap('看地址和号码')
    await shown('3 栋 1 单元 201')
    await picture('6-accepted')
  })
  let code = ''
  let voucher = ''
  await step('the resident shows her code', async () => {
    await play('王阿姨')
    await visit(`/${orderPath}`)
    await shown('服务码')
    code = (await page.locator('.sd-code-typed').filter({ visible: true }).first().textContent()) ?? ''
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await picture('3-accepted')
    await tap('打一张纸条')
    await shown('有事打站里')
    await picture('3-slip')
  })
  await step('the volunteer checks in and out and says what was done', async () => {
    await play('李师傅')
    await visit(`/#/clock/clock-page?${orderPath.split('?')[1]}`)
    await tap(/^签到$/)
    await shown('先扫码，或者照着码输')
    await page.context().setOffline(true)
    await type(/照着码输/, code)
    await tap(/^签到$/)
    await shown('1 条等待同步')
    await shown('没有信号，照常服务')
    await picture('7-clock-offline')
    await page.context().setOffline(false)
    await shown('签到了')
    await type(/照着码输/, code)
    await tap(/^签退$/)
    await shown('签退了')
    await picture('7-clock')
    await visit(`/${orderPath}`)
    await tap('办完了')
    await shown('待评单')
  })
  await step('the resident rates', async () => {
    await play('王阿姨')
    await visit(`/${orderPath}`)
    await choose(/^5 星/)
    await page.getByRole('checkbox', { name: '谢谢您' }).click()
    await picture('3-rate')
    await tap('评一评')
    await shown('办好了')
  })
  await step('the keeper approves the hours', async () => {
    await play('陈姐')
    await tap('审核时长')
    await shown('待审')
    await picture('8-records')
    await tap(/^(通过这|审核通过)/)
    await shown(/条通过了/)
  })
  await step('the volunteer sees where each minute came from, and exchanges points', async () => {
    await play('李师傅')
    await tap(/^我的$/)
    await shown('每一分钟怎么来的')
    await picture('9-me')
    await tap(/审核通过.*1 小时 30 分/)
    await shown('合计')
    await picture('10-why')
    await visit('/#/rewards/store/store-page')
    await shown('待领取')
    voucher = (await page.locator('.sd-voucher-code').filter({ visible: true }).first().textContent()) ?? ''
    await picture('11-store')
    await tap(/^换，/)
    await tap(/^用 \d+ 分换/)
    await shown('给您留着了')
  })
  await step('the merchant hands the voucher out, once', async () => {
    await play('钱老板')
    await visit('/#/rewards/verify/verify-page')
    for (const answer of ['可以给了', '这张券已经用过']) {
      await type('券上的码', voucher)
      await tap(/^核销$/)
      await shown(answer)
    }
    await picture('11-verify')
  })
  await step('a browser is let in by a phone that is signed in', async () => {
    await play('何主任')
    const session = await page.evaluate(() => localStorage.getItem('sidan.session'))
    await page.evaluate(() => localStorage.clear())
    await visit('/#/account/sign-in/sign-in-page?county=420882')
    await shown('用手机登录')
    const shownCode = (await page.locator('.sd-code-typed').textContent()) ?? ''
    const phone = await secondPage(page, origin, { 'sidan.session': session })
    await phone.visit(`/#/account/confirm-sign-in/confirm-sign-in-page?code=${shownCode}`)
    await phone.tap('是我，登录')
    await phone.shown('电脑上已经登录了')
    await shown('何主任，')
  })
  await step('the county keeper sees the loop in numbers', async () => {
    await visit('/#/county/numbers/numbers-page')
    await shown('按时有人答复')
    await picture('12-numbers')
  })
  assert.deepEqual(errors, [])
} catch (error) {
  await page.screenshot({ path: join(pictures ?? data, 'failed.png') })
  console.error(errors.join('\n'))
  console.error(await page.locator('body').textContent())
  throw error
} finally {
  await end()
}
console.log(`${count()} passed, 0 failed`)
