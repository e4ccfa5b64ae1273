/** An activity from a call to its report, in real Chromium: found signed out, signed up for, full, left, moved up, called, told. */
import assert from 'node:assert/strict'
import { findingSteps, signingUpSteps } from './finding-steps.mjs'
import { setOut } from './journey-browser.mjs'

const hands = await setOut()
const { origin, page, step, arrive, shown, tap, choose, type, visit, play, picture } = hands
const here = () => `/${new URL(page.url()).hash}`

/** The verb at the foot of a sheet; what it opens or closes settles. */
const foot = async (name) => {
  await page.locator('.sd-sheet-foot').getByRole('button', { name }).click()
  await page.waitForTimeout(800)
}

/** The civil day and hour in Asia/Shanghai, so many minutes from now. */
const shanghai = (minutes) => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString()
const soon = shanghai(12)

try {
  await findingSteps({ page, step, hands })
  await signingUpSteps({ page, origin, step, hands, foot })
  let managed = ''
  let call = ''
  await step('a team’s leader writes a call for one volunteer, and is told what is missing', async () => {
    await play('吴嫂')
    await tap('我们办的活动')
    await tap('写一个活动')
    await shown('先写叫什么')
    await type('叫什么', '沿河走一走')
    await type('在哪里', '护城河东段')
    await type('做什么', '沿河走两公里，捡垃圾。')
    await type('只告诉来的人', '门锁 4821')
    await page.getByRole('textbox', { name: '志愿者名额' }).fill('1')
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
  })
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
    await play('王阿姨')
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
    await play('王阿姨')
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
  await step('the leader calls the roll, corrects it, and reports with what the roll says', async () => {
    await play('吴嫂')
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
      await tap('志愿者名额多一个')
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
      await play('王阿姨')
      await tap(/^通知/)
      await shown('改了时间')
      await tap(/不办了：天气不好/)
      await shown('为什么不办了')
    },
  )
} finally {
  await arrive()
}
