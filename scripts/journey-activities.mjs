/** An activity from a call to its report, in real Chromium: found signed out, signed up for, full, left, moved up, called, told. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { startJourney } from './journey-browser.mjs'
import { errorsOf, handsOn, steps } from './journey-hands.mjs'

const { link, page, end, data } = await startJourney()
const { origin } = new URL(link)
const errors = errorsOf(page)
const { shown, tap, choose, type, visit, play, enterAs, picture } = handsOn(page, origin, process.argv[2])
const { step, count } = steps()
const here = () => `/${new URL(page.url()).hash}`
const fits = async () =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'too wide')

/** The verb at the foot of a sheet; what it opens or closes settles. */
const foot = async (name) => {
  await page.locator('.sd-sheet-foot').getByRole('button', { name }).click()
  await page.waitForTimeout(800)
}

/** The civil day and hour in Asia/Shanghai, so many minutes from now. */
const shanghai = (minutes) => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString()
const soon = shanghai(12)

try {
  await step('somebody who is not signed in finds what is on, and reads all of it', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await visit('/#/tabs/activities/activities-page')
    await tap(/^京山市/)
    await shown('防诈骗小课堂')
    await fits()
    await choose('都看')
    await tap(/防诈骗小课堂/)
    await shown('楼梯有点陡')
    await fits()
    await picture('activity-signed-out')
    await page.setViewportSize({ width: 375, height: 812 })
  })
  await step('the county is looked through by township, and what is on elsewhere is one tap away', async () => {
    await visit('/#/tabs/activities/activities-page')
    await tap('哪里有')
    await picture('activity-where')
    await choose(/^永兴街道/)
    await shown('没有合您这些要求的')
    await choose(/^新市街道/)
    await tap(/社区戏台/)
    await shown('街道文化广场')
    await visit('/#/tabs/activities/activities-page')
    await tap('哪一类')
    await choose(/^教手机/)
    await tap(/防诈骗小课堂/)
    await shown('楼梯有点陡')
  })
  await step('signing in leads back to it, and signing up takes one more choice', async () => {
    await tap('登录报名')
    await enterAs('王阿姨')
    await shown('楼梯有点陡')
    await tap('我要报名')
    await choose(/^来听课/)
    await picture('activity-sign-up')
    await foot('报名')
    await shown(/^报上了/)
  })
  await step('her shift stands in her list, and she may leave without a reason', async () => {
    await visit('/#/activities/my-shifts/my-shifts-page')
    await shown('防诈骗小课堂')
    await tap(/^看活动/)
    await tap(/^来不了，退出/)
    await shown('什么都不影响')
    await foot('退出')
    await shown('退出了，什么都不影响')
  })
  await step('a calendar follows her shifts by a link, until she ends it', async () => {
    await visit('/#/activities/my-shifts/my-shifts-page')
    await tap(/^放进手机日历/)
    const [opened] = await Promise.all([
      page.waitForResponse((reply) => reply.url().endsWith('/calendar-feeds') && reply.request().method() === 'POST'),
      tap('要一个日历链接'),
    ])
    const calendar = `${origin}${(await opened.json()).path}`
    assert.match(await (await fetch(calendar)).text(), /BEGIN:VCALENDAR/)
    await shown('复制链接')
    await picture('calendar')
    await tap(/^停掉这个链接/)
    await shown('停掉了')
    assert.equal((await fetch(calendar)).status, 404)
    await visit('/#/tabs/activities/activities-page')
    await tap(/防诈骗小课堂/)
  })
  await step('who is no volunteer is told so, and by whom to be helped', async () => {
    await tap('我要报名')
    await choose(/^引导员/)
    await foot('报名')
    await shown('这次没报上')
    await picture('activity-refused')
  })
  let managed = ''
  let call = ''
  await step(
    'the keeper writes a call after the last one, for one volunteer, and is told what is missing',
    async () => {
      await play('陈姐')
      await tap('我们办的活动')
      await tap('写一个活动')
      await shown('先写叫什么')
      await tap('照着写，河边捡垃圾')
      await page.getByRole('button', { name: '不要这个岗位，记录员' }).click()
      await type('叫什么', '沿河走一走')
      await page.getByRole('textbox', { name: '捡拾员名额' }).fill('1')
      await type('有什么要当心的', '')
      await shown('先写有什么要当心的，才能发布')
      await tap('有什么要当心的，看几句现成的')
      await tap(/^路滑/)
      await choose(soon.slice(0, 10) === shanghai(0).slice(0, 10) ? /^今天/ : /^明天/)
      await page.getByRole('button', { name: '别的', exact: true }).click()
      await type('选时间', soon.slice(11, 16))
      await picture('activity-write')
      await tap('发布')
      await shown('发布了')
      managed = here()
      call = managed.replace('manage/manage-page', 'activity/activity-page')
      await tap('照这个再办一次')
      await foot(/再办一次$/)
      await shown('草稿')
    },
  )
  await step('words that were checked are found by everybody', async () => {
    await play('李师傅')
    for (let tries = 0; tries < 20; tries++) {
      await visit('/#/tabs/activities/activities-page')
      await shown('河边捡垃圾')
      if ((await page.getByText('沿河走一走').count()) > 0) break
      await page.waitForTimeout(1000)
    }
    await tap(/沿河走一走/)
    await shown('路滑')
  })
  await step('a volunteer signs up in one tap; the next one waits', async () => {
    await play('李师傅')
    await visit(call)
    await tap('我要报名')
    await shown('门锁 4821')
    await picture('activity-confirmed')
    await play('吴嫂')
    await visit(call)
    await shown('满了，可以候补')
    await tap('我要报名')
    await shown('候补第 1 位')
    assert.equal(await page.getByText('门锁 4821').count(), 0)
    await picture('activity-waiting')
  })
  await step('one leaves, the next moves up and is told', async () => {
    await play('李师傅')
    await visit(call)
    await tap(/^来不了，退出/)
    await foot('退出')
    await shown('退出了，什么都不影响')
    await play('吴嫂')
    await tap(/^通知/)
    await shown('候补排到您了')
    await tap(/候补排到您了/)
    await shown('门锁 4821')
  })
  await step('the clock opens from her own list, and she is reminded', async () => {
    await visit('/#/activities/my-shifts/my-shifts-page')
    await tap(/^签到/)
    await shown('还没有')
    for (let tries = 0; tries < 45; tries++) {
      await visit('/#/account/notices/notices-page')
      await shown('候补排到您了')
      if ((await page.getByText('别忘了：沿河走一走').count()) > 0) break
      await page.waitForTimeout(2000)
    }
    await shown('别忘了：沿河走一走')
  })
  await step('the keeper calls the roll, corrects it, and reports with what the roll says', async () => {
    await play('陈姐')
    await visit(managed)
    await tap(/^点名/)
    await shown('到了 0 人，共 1 人')
    await tap('都到了')
    await shown('到了 1 人，共 1 人')
    await choose('没来')
    await choose('身体不舒服')
    await shown('到了 0 人，共 1 人')
    await picture('activity-roll')
    await choose('到了')
    await shown('到了 1 人，共 1 人')
    await tap('记一笔')
    await page.getByRole('textbox', { name: '没报名也来了的人' }).fill('7')
    await picture('activity-report')
    await tap('记下来')
    await shown('服务 7 人次')
  })
  await step(
    'places, words and time are changed, and all of it is called off with a reason that she reads',
    async () => {
      await visit(managed)
      await tap(/^改名额/)
      await tap('捡拾员名额多一个')
      await tap('改好了')
      await shown('报了 1 人，共 2 个')
      await tap(/^改文字/)
      await type('在哪里', '河西码头')
      await tap('改好了')
      await shown('河西码头')
      await tap(/^改时间/)
      await choose('3 小时')
      await tap('改成这个时间')
      await shown('时间改了，都告诉了')
      await tap(/^整个活动不办了/)
      await picture('activity-call-off')
      await tap('天气不好')
      await shown('取消了，都告诉了')
      await play('吴嫂')
      await tap(/^通知/)
      await shown('改了时间')
      await tap(/不办了：天气不好/)
      await shown('为什么不办了')
    },
  )
  assert.deepEqual(errors, [])
} catch (error) {
  await page.screenshot({ path: join(process.argv[2] ?? data, 'failed.png') })
  console.error(errors.join('\n'))
  console.error(await page.locator('body').textContent())
  throw error
} finally {
  await end()
}
console.log(`${count()} passed, 0 failed`)
