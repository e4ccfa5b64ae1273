/** 加分小事 in real Chromium: a keeper counts what somebody brought, up to the day's cap, and takes a mistake back; the volunteer sees what for. */
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, choose, type, visit, play, picture } = await setOut()
const actions = '/#/staff/actions/actions-page'
const find = async (name, whole) => {
  await type('给谁记', name)
  await tap('找人')
  await tap(new RegExp(`^${whole}\\s*城畈`))
  await shown('给这位记')
}

try {
  await step('a keeper finds the page, and sees what was counted today', async () => {
    await play('陈姐')
    await tap('加分小事')
    await shown('每件 2 分')
    await shown('小郑·旧衣回收 3 件')
    await picture('actions', true)
  })
  await step('they count three pieces for a volunteer, found by the letters of the name', async () => {
    await find('lsf', '李师傅')
    await tap('几件多一个')
    await tap('几件多一个')
    await picture('actions-form')
    await tap('记上 3 件，+6 分')
    await shown('给李师傅记了旧衣回收 3 件，+6 分')
    await shown('李师傅·旧衣回收 3 件')
  })
  await step('no more than the cap of the day can be asked for', async () => {
    await find('小郑', '小郑')
    await shown('已经记了 3 件，还能记 2 件')
    await tap('几件多一个')
    await tap('记上 2 件，+4 分')
    await find('小郑', '小郑')
    await shown('记满了')
    await shown('这一天记满了')
    await tap('换一位')
  })
  await step('yesterday is another day', async () => {
    await choose('昨天')
    await shown('小郑·旧衣回收 2 件')
    await choose('今天')
  })
  await step('a mistake is taken back with words', async () => {
    await tap(/^李师傅·旧衣回收 3 件/)
    await shown('3 × 2 = 6 分')
    await type('为什么撤回', '记错人了')
    await picture('actions-take-back')
    await tap('撤回这一笔')
    await shown('撤回了：记错人了')
  })
  await step(
    'the volunteer reads what was counted, what it was worth, who counted it, and that it was taken back',
    async () => {
      await play('李师傅')
      await visit('/#/volunteer/points/points-page')
      await shown('加分小事·旧衣回收')
      await shown(/3 件 × 2 分·.*记的·撤回了：记错人了/)
      await picture('actions-points', true)
      await visit('/#/account/notices/notices-page')
      await shown('给您记了「旧衣回收 3 件」，+6 分')
      await shown('「旧衣回收 3 件」记错了，撤回了：记错人了。花掉的积分不用还')
    },
  )
  await step('at a desk the form stands beside the list, and in elder mode all is there', async () => {
    await play('陈姐')
    await page.setViewportSize({ width: 1280, height: 800 })
    await visit(actions)
    await shown('今天记的')
    await picture('actions-desk')
    await page.setViewportSize({ width: 375, height: 812 })
    await page.evaluate(() =>
      localStorage.setItem('sidan.modes', JSON.stringify({ data: { elder: true, theme: 'light' } })),
    )
    await visit(actions)
    await shown('今天记的')
    await picture('actions-elder', true)
  })
} finally {
  await arrive()
}
