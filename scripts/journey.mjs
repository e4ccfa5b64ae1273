/** The whole loop in real Chromium against the built program: scan, order, approve, dispatch, accept, clock, fulfil, rate, approve the hours, exchange, verify, numbers. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startJourney } from './journey-browser.mjs'

const { link, page, end, data } = await startJourney()
const { origin } = new URL(link)
const pictures = process.argv[2]
if (pictures) mkdirSync(pictures, { recursive: true })
const errors = []
page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
page.on('console', (message) => {
  if (message.type() === 'error') console.error(`browser: ${message.text()}`)
})

const shown = (text) => page.getByText(text).filter({ visible: true }).first().waitFor()
const tap = async (text, nth = 0) => page.getByRole('button', { name: text }).filter({ visible: true }).nth(nth).click()
const picture = async (name) => {
  if (!pictures) return
  await page.waitForTimeout(500) // the page slides in
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
const visit = async (path) => {
  await page.goto('about:blank')
  await page.goto(`${origin}${path}`)
}
const play = async (person) => {
  await page.goto(origin)
  await page.evaluate(() => localStorage.clear())
  await visit('/')
  await tap('京山市')
  const card = page.locator('.sd-card', { hasText: person }).filter({ visible: true }).first()
  await card.getByRole('button', { name: '就他' }).click()
  await shown(`${person}，您好`)
}
let passed = 0
const step = async (name, work) => {
  await work()
  passed += 1
  console.log(`ok ${name}`)
}

try {
  let orderPath = ''
  await step('the link on the wall opens the station’s page without signing in', async () => {
    await page.goto(link)
    await shown('城畈社区实践站')
    await shown('防诈骗小课堂')
    await picture('1-station')
  })
  await step('what was filled in before signing in is still there after it', async () => {
    await page.evaluate(() => localStorage.clear())
    await visit(new URL(link).pathname)
    await shown('上门理发')
    await tap(/^点单$/)
    await shown('什么时候方便')
    await page.locator('input').filter({ visible: true }).first().fill('城畈社区 9 栋 9 单元 909')
    await tap('确认点单')
    await tap('京山市')
    const card = page.locator('.sd-card', { hasText: '刘叔' }).filter({ visible: true }).first()
    await card.getByRole('button', { name: '就他' }).click()
    await shown('什么时候方便')
    assert.equal(await page.locator('input').filter({ visible: true }).first().inputValue(), '城畈社区 9 栋 9 单元 909')
  })
  await step('a resident orders in three taps and no keystroke', async () => {
    await play('王阿姨')
    await picture('0-home')
    await tap('我要点单')
    await shown('上门理发')
    await tap(/^点单$/)
    await shown('什么时候方便')
    await picture('2-form')
    await tap('确认点单')
    await shown('单号')
    await picture('3-progress')
    orderPath = new URL(page.url()).hash
  })
  await step('the keeper approves and dispatches with reasons shown', async () => {
    await play('陈姐')
    await tap('待办')
    await shown('待办')
    await picture('4-work-list')
    await visit(`/${orderPath}`)
    await tap('审核通过')
    await shown('派给谁')
    await picture('5-dispatch')
    await tap('派给李师傅')
    await shown('待接单')
  })
  await step('the volunteer accepts and sees the address only then', async () => {
    await play('李师傅')
    await tap('能接的单')
    await shown('问您接不接')
    await picture('6-offers')
    await visit(`/${orderPath}`)
    await tap('我来')
    await tap('看地址和号码')
    await shown('3 栋 1 单元 201')
  })
  let code = ''
  await step('the resident shows her code', async () => {
    await play('王阿姨')
    await visit(`/${orderPath}`)
    await shown('服务码')
    code = await page.locator('.sd-card', { hasText: '服务码' }).locator('.sd-title').textContent()
    assert.match(code, /^[0-9A-Z]{8}$/)
  })
  await step('the volunteer checks in and out and says what was done', async () => {
    await play('李师傅')
    await visit(`/#/clock/clock-page?${orderPath.split('?')[1]}`)
    const type = (text) => page.locator('input').filter({ visible: true }).first().fill(text)
    await tap(/^签到$/)
    await shown('先扫码，或者照着码输')
    await page.context().setOffline(true)
    await type(code)
    await tap(/^签到$/)
    await shown('1 条等待同步')
    await shown('没有信号，照常服务')
    await picture('7-clock-offline')
    await page.context().setOffline(false)
    await shown('签到了')
    await type(code)
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
    await tap('评一评')
    await shown('办好了')
  })
  await step('the keeper approves the hours', async () => {
    await play('陈姐')
    await tap('核时长')
    await shown('核时长')
    await picture('8-records')
    await tap('审核通过')
  })
  await step('the volunteer sees where each minute came from, and exchanges points', async () => {
    await play('李师傅')
    await page.getByText('我的', { exact: true }).filter({ visible: true }).last().click()
    await shown('每一分钟怎么来的')
    await picture('9-me')
    await tap('怎么来的')
    await shown('合计')
    await picture('10-why')
    await visit('/#/rewards/store/store-page')
    await shown('待领取')
    await picture('11-store')
  })
  await step('the merchant hands the voucher out, once', async () => {
    const voucher = await page.locator('.sd-card', { hasText: '待领取' }).locator('.sd-title').last().textContent()
    await play('何主任')
    await visit('/#/rewards/verify/verify-page')
    await page.locator('input').filter({ visible: true }).first().fill(voucher)
    await tap(/^核销$/)
    await shown('可以给了')
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
console.log(`${passed} passed, 0 failed`)
