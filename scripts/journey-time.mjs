/** 时间银行 in real Chromium: an hour served is saved, given by a code, taken, and set aside for who comes; some of it goes through the pool. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, type, visit, play, picture, alsoAs } = await setOut()
const bank = '/#/volunteer/time-bank/time-bank-page'

try {
  let code = ''
  let own = ''
  await step('a volunteer saves what was served and approved, and gives an hour of it', async () => {
    await play('李师傅')
    await visit('/#/tabs/me/me-page')
    await tap(/^时间银行/)
    await shown('今年还能存 100 小时')
    await tap(/^存，/)
    await shown('今年还能存 98 小时 30 分')
    await shown('自己的 1 小时 30 分')
    await tap('送 1 小时')
    await shown('另外占着 1 小时')
    const cancel = page.getByRole('button', { name: /^收回，/ })
    code = ((await cancel.getAttribute('aria-label')) ?? '').replace('收回，', '')
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await picture('given', true)
  })
  await step('whoever is told the code has it, and cannot give it on', async () => {
    await play('王阿姨')
    await visit(bank)
    await type('对方告诉您的码', code.toLowerCase())
    await tap('收下')
    await shown('别人送的 1 小时')
    await shown('自己存的不够；别人送的不能再送')
    await picture('taken', true)
  })
  await step('they set it aside for who comes, and take it back', async () => {
    await visit('/')
    for (const press of ['我要点单', '点单，上门理发', '确认点单']) await tap(press)
    await shown('单号')
    await shown('放不放，都一样有人来')
    await tap('放 1 小时')
    await shown('放了 1 小时')
    await picture('set-aside')
    await tap('不放了，收回来')
    await shown('放不放，都一样有人来')
    own = `/${new URL(page.url()).hash}`
  })
  await step('staff set time of the pool aside for the order, which its requester reads', async () => {
    await play('陈姐')
    await visit(own)
    await shown('放不放，都照样派人')
    await picture('time-pool', true)
    await alsoAs('time-pool-desk', { width: 1280, height: 800 })
    await alsoAs('time-pool-elder', { elder: true, height: 1600 })
    await shown('放不放，都照样派人')
    await tap('用爱心时间池 1 小时')
    await shown('多的回到池里')
    await play('王阿姨')
    await visit(own)
    await shown('站里给您用了爱心时间池 1 小时')
    await alsoAs('from-pool', { height: 1100 })
    await alsoAs('from-pool-elder', { elder: true, height: 1900 })
  })
  await step('who gave sees that it was taken, and the statement itemises it', async () => {
    await play('李师傅')
    await visit(bank)
    await shown('自己的 30 分钟，别人送的 0 分钟')
    await shown('送出的，收下了')
    await shown('存·上门理发')
    await picture('statement', true)
    await shown('捐了就收不回来')
    await tap('捐 30 分')
    await shown('捐进爱心时间池')
    await shown('自己的 0 分钟，别人送的 0 分钟')
    await picture('given-to-pool', true)
    await alsoAs('given-to-pool-elder', { elder: true, height: 2200 })
  })
} finally {
  await arrive()
}
