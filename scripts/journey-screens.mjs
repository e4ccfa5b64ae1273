/** A station's screen in real Chromium: a device asks, the keeper confirms on the phone, a volunteer clocks by it; without network, with a wrong clock, taken away. */
import assert from 'node:assert/strict'
import { deviceOnWall } from './device-on-wall.mjs'
import { setOut } from './journey-browser.mjs'

const { origin, page, pictures, step, arrive, watch, shown, tap, choose, type, visit, play, picture } = await setOut({
  alone: false,
})
const here = () => `/${new URL(page.url()).hash}`

const { device, wall, hands, codeNow, drawn, fits, judged } = await deviceOnWall(page, origin, pictures)
watch(wall)

/** Types the code as somebody would scan it. */
async function clock(code) {
  await visit('/#/clock/clock-page')
  await type(/照着码输/, code)
  await page
    .getByRole('button', { name: /^签[到退]$/ })
    .filter({ visible: true })
    .first()
    .click()
}

/** The civil day and hour in Asia/Shanghai, so many minutes from now. */
const shanghai = (minutes) => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString()
const soon = shanghai(12)

try {
  let typed = ''
  await step('an unknown device shows a code and how it gets onto the wall', async () => {
    await hands.visit('/screen')
    await hands.tap(/^京山市/)
    await hands.shown('等专管员确认')
    typed = await wall.locator('.sd-wall-typed').textContent()
    assert.match(typed, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await fits('station-screen-pairing', ['把这块屏接到站里', typed, '等专管员确认'])
    await judged()
  })
  await step('a code that no device shows is refused, the one on the wall is taken in any letters', async () => {
    await play('陈姐')
    await tap('站里的屏')
    await shown('这里还没有屏')
    await tap('接一块屏')
    await type('屏上的码', 'ABCD-2345')
    await tap('接上')
    await shown('没有屏在显示这个码')
    await type('屏上的码', typed.toLowerCase())
    await type('给屏起个名字', '一楼大门口的屏')
    await picture('screen-enrol')
    await tap('接上')
    await shown('接上了')
  })
  await step('the device becomes the station’s screen by itself, and nothing on it is cut off', async () => {
    await hands.shown('城畈社区实践站')
    await hands.shown('秒后换新码')
    await hands.shown('值班')
    await hands.shown(/码还够用 1[12] 小时/)
    await fits('station-screen', [
      '城畈社区实践站',
      '签到、签退，扫这里',
      '秒后换新码',
      '值班',
      '一楼大门口的屏',
      '码还够用',
    ])
    await judged()
  })
  let managed = ''
  await step('a shift is about to begin, and a volunteer is on it', async () => {
    await tap('返回')
    await tap('我们办的活动')
    await tap('写一个活动')
    await type('叫什么', '扫扫院子')
    await type('在哪里', '社区院子')
    await type('做什么', '把院子里的落叶扫一扫。')
    await page.getByRole('textbox', { name: '志愿者名额' }).fill('2')
    await tap('有什么要当心的，看几句现成的')
    await tap(/^路滑/)
    await choose(soon.slice(0, 10) === shanghai(0).slice(0, 10) ? /^今天/ : /^明天/)
    await page.getByRole('button', { name: '别的', exact: true }).click()
    await type('选时间', soon.slice(11, 16))
    await tap('发布')
    await shown('发布了')
    managed = here()
    await play('李师傅')
    await visit(managed.replace('manage/manage-page', 'activity/activity-page'))
    await tap('我要报名')
    await shown(/^报上了/)
  })
  await step('a volunteer checks in by what the screen shows', async () => {
    await clock(await codeNow())
    await shown('签到了')
  })
  await step('who runs the shift shows codes on the phone, and the volunteer checks out by them', async () => {
    await play('陈姐')
    await visit(managed)
    await tap(/^点名/)
    const [issued] = await Promise.all([
      page.waitForResponse((reply) => reply.url().endsWith('/rotating-codes')),
      tap(/^出签到码/),
    ])
    await shown('秒后换新码')
    await shown('您自己不能扫')
    await picture('phone-code')
    const { codes, serverNow } = await issued.json()
    const at = Math.floor(Date.parse(serverNow) / 15_000)
    await play('李师傅')
    // Nobody leaves in the 15 seconds in which they came.
    await page.waitForTimeout(Math.max(0, (at + 1) * 15_000 - Date.now()))
    await clock(`${codes.prefix}.${at + 1}.${codes.macs[at + 1 - codes.firstStep]}`)
    await shown('签退了')
  })
  await step('without network the screen starts anew, goes on with the next code, and says so', async () => {
    await wall.waitForFunction(async () => (await (await caches.open('station-screen')).keys()).length > 2)
    await device.setOffline(true)
    await wall.reload()
    await hands.shown('没有网络，照常扫')
    await hands.shown('城畈社区实践站')
    await hands.shown(/码还够用 1[12] 小时/)
    const before = await drawn()
    const turned = (src) => document.querySelector('.sd-turning-qr').getAttribute('src') !== src
    await wall.waitForFunction(turned, before, { timeout: 30_000 }) // a code stands for 15 seconds
    await hands.picture('station-screen-offline')
    await wall.goto('about:blank')
    await wall.goto(`${origin}/screen`)
    await hands.shown('没有网络，照常扫')
    await device.setOffline(false)
    await hands.shown('有网络')
  })
  await step('a clock that is wrong is said in red, and the codes are right all the same', async () => {
    await wall.addInitScript(() => {
      const now = Date.now
      Date.now = () => now() - 40_000
    })
    await wall.reload()
    await hands.shown(/时钟慢了 (39|40|41) 秒/)
    const [, , , , at] = (await codeNow()).split('.')
    assert.ok(Math.abs(Number(at) - Math.floor(Date.now() / 15_000)) <= 1)
    await fits('station-screen-drift', ['时钟慢了', '城畈社区实践站', '秒后换新码', '码还够用'])
    await judged()
  })
  await step('the keeper sees it is there, and takes it away: it says so, and its codes count no more', async () => {
    await play('陈姐')
    await tap('站里的屏')
    await shown('一楼大门口的屏')
    await shown('在线')
    await picture('screens')
    await tap(/^停用/)
    await shown('从现在起')
    await picture('screen-end')
    await page.locator('.sd-sheet-foot').getByRole('button', { name: '停用' }).click()
    await shown('这里还没有屏')
    const code = await codeNow()
    await play('李师傅')
    await clock(code)
    await shown('这块屏已经停用')
    await wall.reload()
    await hands.shown('这块屏停用了')
    await hands.picture('station-screen-gone')
    await judged()
    assert.equal(await wall.evaluate(() => localStorage.getItem('sidan.screen-codes')), null)
  })
  await step('it may ask anew', async () => {
    await hands.tap('重新接到站里')
    await hands.shown('等专管员确认')
    assert.notEqual(await wall.locator('.sd-wall-typed').textContent(), typed)
  })
} finally {
  await arrive()
}
