/** How somebody finds what there is to do, signs up, and keeps the day: the first half of the journey through activities. */
import assert from 'node:assert/strict'

/** Looks around without signing in. */
export async function findingSteps({ page, step, hands }) {
  const { shown, tap, choose, visit, picture } = hands
  const fits = async () =>
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'too wide')

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
}

/**
 * Signs up, keeps the day in a calendar, leaves again, and is refused what is for volunteers.
 * @param foot presses the verb at the foot of a sheet
 */
export async function signingUpSteps({ page, origin, step, hands, foot }) {
  const { shown, tap, choose, visit, enterAs, picture } = hands
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
  await step('registering is one tap away, and takes no keystroke', async () => {
    await foot('登记成志愿者')
    await tap('看过了，同意')
    await choose('70 岁以上')
    for (const next of ['您会做什么', '您会说什么话', '您什么时候有空', '您愿意在哪儿', '全国志愿者编号']) {
      await tap(/^往下$/)
      await shown(next)
    }
    await tap(/^登记$/)
    await shown('70 岁以上')
  })
}
