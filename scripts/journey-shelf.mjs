/** The reward store's shelf in real Chromium: a keeper puts something on it for tomorrow, opens it at once, moves pieces, and takes it down; a volunteer exchanges it, and what was handed out by mistake is taken back. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, choose, type, visit, play, picture, alsoAs } = await setOut()
const title = '牙刷两支'
const inSheet = (name) => page.locator('.sd-sheet').getByRole('button', { name, exact: true }).click()
const keep = async () => {
  await play('陈姐')
  await visit('/#/staff/shelf/shelf-page')
  await shown('上架一样东西')
}
const look = async () => {
  await play('李师傅')
  await visit('/#/rewards/store/store-page')
  await choose(/^全部/)
  await shown('毛巾一条')
}

try {
  await step('a keeper finds the shelf, and puts something on it that opens tomorrow', async () => {
    await play('陈姐')
    await tap('货架')
    await shown('毛巾一条')
    await picture('shelf')
    await tap('上架一样东西')
    await type('什么东西', title)
    await type('要多少分', '1')
    await type('先有多少份', '5')
    await choose('限')
    await choose('定个时间')
    await picture('shelf-add')
    await inSheet('上架')
    await shown(`${title}上架了`)
    await shown(/明天 8:00 开始换·架上 5/)
    await alsoAs('shelf-desk', { width: 1280, height: 800 })
    await alsoAs('shelf-elder', { elder: true })
  })
  await step('a volunteer sees when it opens, and cannot exchange it yet', async () => {
    await look()
    await shown(/明天 8:00 开始换·还有 5 份·城畈社区站·每人 30 天限 1 份/)
    assert.equal(await page.getByRole('button', { name: `换，${title}` }).count(), 0)
    await picture('store-opening', true)
    await alsoAs('store-elder', { elder: true })
  })
  await step('the keeper opens it at once, and writes down what comes and goes', async () => {
    await keep()
    await tap(new RegExp(`^${title}`))
    await inSheet('改一改')
    await choose('现在就能换')
    await inSheet('存好')
    await shown('改好了')
    await tap(new RegExp(`^${title}`))
    await inSheet('进货')
    await type('几份', '10')
    await inSheet('记下来')
    await shown('架上 15 份')
    await tap(new RegExp(`^${title}`))
    await inSheet('报损')
    await type('几份', '20')
    await shown('架上只有 15 份')
    await type('几份', '2')
    await type('为什么', '受潮了')
    await picture('shelf-write-off')
    await inSheet('记下来')
    await shown('架上 13 份')
    await tap(new RegExp(`^${title}`))
    await shown('报损 −2')
    await shown(/受潮了/)
    await picture('shelf-item')
    await page.setViewportSize({ width: 1280, height: 800 })
    await picture('shelf-item-desk')
    await page.setViewportSize({ width: 375, height: 812 })
  })
  await step('the volunteer exchanges one, and is told that it is one a month', async () => {
    await look()
    for (const answer of ['给您留着了', '这样东西您换够了']) {
      await tap(`换，${title}`)
      await tap(/^用 \d+ 分换/)
      await shown(answer)
    }
    await picture('store-limit')
  })
  await step(
    'the merchant hands it out, takes that back, and the volunteer is told that the voucher is good',
    async () => {
      const code = (await page.locator('.sd-voucher-code').filter({ visible: true }).last().textContent()) ?? ''
      await play('钱老板')
      await visit('/#/rewards/verify/verify-page')
      await type('券上的码', code)
      await tap(/^核销$/)
      await shown('今天发出 1 件')
      await picture('verify-undo', true)
      await alsoAs('verify-undo-elder', { elder: true })
      await tap(/^撤回/)
      await shown(/撤回了/)
      await shown('今天还没发出东西')
      assert.equal(await page.getByText('可以给了').filter({ visible: true }).count(), 0)
      await play('李师傅')
      await visit('/#/account/notices/notices-page')
      await shown(/算没领，券还能用/)
    },
  )
  await step('the keeper takes it down: nobody sees it any more, and the voucher waits as before', async () => {
    await keep()
    await tap(new RegExp(`^${title}`))
    await inSheet('下架')
    await inSheet('真的下架')
    await shown('下架了的')
    await look()
    await shown(`${title}`)
    assert.equal(await page.getByRole('button', { name: `换，${title}` }).count(), 0)
    await keep()
    await tap(new RegExp(`^${title}`))
    await inSheet('重新上架')
    await shown('又上架了')
  })
} finally {
  await arrive()
}
