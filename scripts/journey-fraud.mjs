/** 认定弄虚作假 in real Chromium: a record is taken back whose points were spent, decided on, appealed against, and lifted by another keeper; a second one stands. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { startJourney } from './journey-browser.mjs'
import { errorsOf, handsOn, steps, tellFailure } from './journey-hands.mjs'

const { link, page, end, data } = await startJourney()
const { origin } = new URL(link)
const pictures = process.argv[2]
if (pictures) mkdirSync(pictures, { recursive: true })
const errors = errorsOf(page)
const { shown, tap, choose, type, visit, play, picture } = handsOn(page, origin, pictures)
const { step, count } = steps()
const records = '/#/staff/decided-records/decided-records-page'
/** One of the volunteer's records, the oldest first: what they exchange is paid with its points first. */
const openOldest = async (after = 0) => {
  await visit(records)
  await type('找谁的', '李师傅')
  await page.keyboard.press('Enter')
  const rows = page.getByRole('button', { name: /^李师傅·/ }).filter({ visible: true })
  await rows.first().waitFor()
  await rows.nth((await rows.count()) - 1 - after).click()
  await shown('为什么是')
}

try {
  let record = ''
  await step('a volunteer exchanges nearly all points, and the oldest record is taken back', async () => {
    await play('李师傅')
    await visit('/#/rewards/store/store-page')
    await tap(/^换，洗衣液/)
    await tap(/^用 60 分换/)
    await shown('给您留着了')
    await play('陈姐')
    await openOldest()
    record = new URL(page.url()).hash
    await tap('撤销这条')
    await type('为什么，本人会看到', '那天没有去')
    await tap(/^撤销$/)
    await shown('陈姐撤销：那天没有去')
    assert.equal(await page.getByRole('button', { name: '认定弄虚作假' }).count(), 0)
  })
  await step('the county’s keeper decides that it was no mistake, with the reason', async () => {
    await play('何主任')
    await visit(`/${record}`)
    await shown(/由县里承担/)
    await picture('to-decide', true)
    await tap('认定弄虚作假')
    await type('根据什么，本人会看到', '照片是别处拍的，那天站上没有人')
    await picture('deciding')
    await tap('认定，告诉本人')
    await shown('可以申诉')
    await picture('decided', true)
    assert.equal(await page.getByRole('button', { name: '取消认定' }).count(), 0)
  })
  await step('another person is given the center to keep', async () => {
    await visit('/#/staff/people-roles/people-roles-page')
    await tap('请一个人来')
    await choose('专管员')
    await type('怎么称呼', '周主任')
    await tap('找人')
    await tap('就他，周主任')
    await shown(/周主任，专管员/)
  })
  await step('the volunteer is told why and what it means, and appeals in words', async () => {
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await tap(/有一份认定/)
    await shown('照片是别处拍的，那天站上没有人')
    await shown('现在什么也没扣')
    await picture('told', true)
    await type('您觉得不对，写给另一位负责人看', '那天我在，是站里传错了照片')
    await picture('appealing', true)
    await tap('送出申诉')
    await shown('申诉中')
    await picture('appealed', true)
  })
  await step('the other keeper reads it and lifts the decision', async () => {
    await play('周主任')
    await visit('/#/county/fraud/fraud-page')
    await shown('有申诉，请另一位负责人看')
    await picture('list')
    await tap(/^李师傅·/)
    await shown('那天我在，是站里传错了照片')
    await type('答复，本人会看到', '问过站里，是照片传错了')
    await picture('answering', true)
    await tap('取消认定')
    await shown('取消了')
  })
  await step('the volunteer reads that it is over, and owes nothing', async () => {
    await play('李师傅')
    await visit('/#/volunteer/fraud/fraud-page')
    await shown('一分也不用还')
    await shown('问过站里，是照片传错了')
    await picture('lifted', true)
    await visit('/#/volunteer/points/points-page')
    await shown('可用')
    assert.equal(await page.getByText(/^欠 \d+ 分/).count(), 0)
  })
  await step('another decision is upheld on appeal: what is owed stands on the points’ page', async () => {
    await play('陈姐')
    await openOldest(1)
    record = new URL(page.url()).hash
    await tap('撤销这条')
    await type('为什么，本人会看到', '那天也没有去')
    await tap(/^撤销$/)
    await shown('陈姐撤销：那天也没有去')
    await play('何主任')
    await visit(`/${record}`)
    await tap('认定弄虚作假')
    await type('根据什么，本人会看到', '这一天也没有人见到')
    await tap('认定，告诉本人')
    await shown('可以申诉')
    await play('李师傅')
    await visit('/#/volunteer/fraud/fraud-page')
    await type('您觉得不对，写给另一位负责人看', '我记得我去了')
    await tap('送出申诉')
    await shown('申诉中')
    await play('周主任')
    await visit(`/${record}`)
    await type('答复，本人会看到', '问过那户人家，没有人来')
    await tap('认定不变')
    await shown('生效了')
    await play('李师傅')
    await visit('/#/volunteer/points/points-page')
    await shown(/^欠 \d+ 分，以后挣的先还/)
    await picture('owed')
    await tap('为什么')
    await shown(/^欠 \d+ 分。以后挣的积分先还/)
    await picture('standing', true)
  })
  assert.deepEqual(errors, [])
} catch (error) {
  await tellFailure(page, errors, pictures ?? data)
  throw error
} finally {
  await end()
}
console.log(`${count()} passed, 0 failed`)
