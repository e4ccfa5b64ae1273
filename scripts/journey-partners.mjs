/** A partner of the reward store in real Chromium: a clerk joins by code, what they give out is exchanged and handed out, the month's account is objected to, answered and confirmed, and a thing is brought back. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, choose, type, visit, play, picture, alsoAs } = await setOut()
const shop = '老街早餐店'
const title = '豆浆一杯'
const inSheet = (name) => page.locator('.sd-sheet').getByRole('button', { name, exact: true }).click()
const partnerPage = async () => {
  await visit('/#/staff/partners/partners-page')
  await tap(new RegExp(`^${shop}`))
  await shown('每月的账')
}
const statementPage = async () => {
  await visit('/#/rewards/shop/shop-page')
  await tap(/^店员、每月的账/)
  await tap(/月\s*4\.5 元/)
  await shown('应付')
}

try {
  await step('a keeper finds the shop, and invites a clerk, who joins by the code', async () => {
    await play('陈姐')
    await tap('爱心商家')
    await shown(shop)
    await picture('partners')
    await alsoAs('partners-desk', { width: 1280, height: 800 })
    await tap(new RegExp(`^${shop}`))
    await shown('每月的账')
    await picture('partner', true)
    await tap('请一个人来')
    await choose('店员')
    await type('怎么称呼', '小郑')
    await inSheet('发一个邀请码')
    const code = (await page.locator('.sd-sheet .sd-notice-title').first().textContent()) ?? ''
    await picture('partner-invite')
    await play('小郑')
    await visit(`/#/account/invitation/invitation-page?code=${encodeURIComponent(code)}`)
    await tap('就任')
    await shown(`${shop}，您的岗位有了`)
  })
  await step('the keeper puts something of theirs on the shelf, for a fee', async () => {
    await play('陈姐')
    await visit('/#/staff/shelf/shelf-page')
    await tap('上架一样东西')
    await type('什么东西', title)
    await type('要多少分', '1')
    await type('先有多少份', '5')
    await choose(shop)
    await type('每份补给商家多少元', '1.25')
    await picture('shelf-partner', true)
    await inSheet('上架')
    await shown(`${title}上架了`)
    await tap(new RegExp(`^${title}`))
    await shown(/老街早餐店发，每份补 1.25 元/)
  })
  await step('a volunteer exchanges it, reads where it is fetched, and the clerk hands it out', async () => {
    await play('李师傅')
    await visit('/#/rewards/store/store-page')
    await choose(/^全部/)
    await tap(`换，${title}`)
    await shown(/老街 12 号/)
    await tap(/^用 \d+ 分换/)
    await shown('给您留着了')
    await picture('store-partner', true)
    const code = (await page.getByLabel(`${title}的券`).locator('.sd-voucher-code').textContent()) ?? ''
    // The station's own merchant does not: it is paid to the shop.
    await play('钱老板')
    await visit('/#/rewards/verify/verify-page')
    await type('券上的码', code)
    await tap(/^核销$/)
    await shown('这张券不在您这里领')
    await play('小郑')
    await tap('我的店')
    await shown(/今天发出 0 件·0 分/)
    await page.locator('.sd-card').getByRole('button', { name: '核销', exact: true }).click()
    await shown(/一张券只能领一次/)
    await page.waitForURL(/verify-page/)
    await page.waitForTimeout(500) // the shop's page slides out
    await type('券上的码', code)
    await tap(/^核销$/)
    await shown(/可以给了/)
    await visit('/#/rewards/shop/shop-page')
    await shown(/今天发出 1 件·1 分/)
    await picture('shop')
    await alsoAs('shop-elder', { elder: true })
  })
  await step(
    'the owner objects to last month’s account, the keeper answers with money, and the owner confirms',
    async () => {
      await play('沈店长')
      await statementPage()
      await picture('statement', true)
      await alsoAs('statement-desk', { width: 1280, height: 800 })
      await tap('有异议')
      await type('哪里不对', '少算了一碗')
      await inSheet('提异议')
      await shown('有异议，等答复')
      await play('陈姐')
      await partnerPage()
      await tap(/月\s*4\.5 元/)
      await tap('答复异议')
      await type('查下来怎么样', '查了，补一碗')
      await type('调整多少元', '4.5')
      await picture('statement-answer')
      await inSheet('答复')
      await shown('等店主核对')
      await play('沈店长')
      await visit('/#/rewards/shop/shop-page')
      await tap(/^店员、每月的账/)
      await tap(/月\s*9 元/)
      await tap('核对无误')
      await shown('核对无误，记下了')
      const [sheet] = await Promise.all([page.waitForEvent('download'), tap('每一笔的表格')])
      assert.match(sheet.suggestedFilename(), /^老街早餐店\d{4}-\d\d对账单\.xlsx$/)
      await picture('statement-confirmed', true)
    },
  )
  await step(
    'what was handed out cannot be brought back while it can be undone, and is listed with who did it',
    async () => {
      await visit('/#/rewards/shop/shop-page')
      await tap(/^发出去的/)
      await shown(/小郑发的/)
      assert.equal(await page.getByRole('button', { name: /^退货/ }).count(), 0)
      await picture('given')
    },
  )
} finally {
  await arrive()
}
