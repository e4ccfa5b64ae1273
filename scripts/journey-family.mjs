/** A family's points in real Chromium: one founds the family and lets the others use theirs, another joins by code, exchanges with them, and both see whose they are. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, choose, type, visit, play, picture, alsoAs } = await setOut()
const familyPage = () => visit('/#/rewards/family/family-page')

try {
  let code = ''
  await step('a volunteer begins a family, and lets the others use the points', async () => {
    await play('李师傅')
    await visit('/#/tabs/me/me-page')
    await tap(/^家庭积分/)
    await tap('建一个家庭')
    await shown('没让家里人用积分')
    code = (await page.locator('.sd-notice-title').filter({ visible: true }).first().textContent()) ?? ''
    await choose('能用')
    await shown(/分，家里人能用/)
    await picture('family', true)
    await alsoAs('family-elder', { elder: true })
  })
  await step('another joins by the code, and sees what can be had with whose points', async () => {
    await play('刘叔')
    await familyPage()
    await tap('家里人给了我一个码')
    await type('家里人给的码', code)
    await page.locator('.sd-sheet').getByRole('button', { name: '进去', exact: true }).click()
    await shown('一家 2 口')
    await tap('去爱心超市换')
    await tap('换，毛巾一条')
    await shown(/李师傅的，\d+ 分/)
    assert.equal(await page.getByRole('radio', { name: /^自己/ }).count(), 0)
    await picture('family-payer')
    await tap(/^用 \d+ 分换/)
    await shown('给您留着了')
    await shown(/占着李师傅的 \d+ 分/)
    await picture('family-voucher', true)
  })
  await step('the owner reads it, and the points come back when it is not wanted', async () => {
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await shown(/刘叔用您的 \d+ 分换了「毛巾一条」/)
    await play('刘叔')
    await visit('/#/rewards/store/store-page')
    await tap('不要了')
    await shown(/分还给/)
    await play('李师傅')
    await visit('/#/account/notices/notices-page')
    await shown(/「毛巾一条」家里人不要了，\d+ 分还给您了/)
  })
  await step('the volunteer leaves: nothing of theirs can be used any more', async () => {
    await familyPage()
    await tap('退出这个家庭')
    await tap('真的退出')
    await shown('建一个家庭')
    await play('刘叔')
    await familyPage()
    await shown('一家 1 口')
  })
} finally {
  await arrive()
}
