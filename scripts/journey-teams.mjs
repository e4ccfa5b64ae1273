/** Together, in real Chromium: somebody asks to join a team and is let in, leaves, comes back by the code; a household is looked in on. */
import assert from 'node:assert/strict'
import { setOut } from './journey-browser.mjs'

const { page, step, arrive, shown, tap, choose, type, visit, play, picture } = await setOut()
const myTeams = '/#/teams/mine/mine-page'
const findTeam = '/#/teams/find/find-page'

try {
  await step('a volunteer finds teams near home and in the whole county', async () => {
    await play('小孟')
    await visit(findTeam)
    await shown('1 人').catch(() => shown('0 人'))
    await choose('全县')
    await type('队伍的名字', '环保')
    await page.keyboard.press('Enter')
    await shown('环保小队')
    await picture('teams-find')
  })
  await step('takes a request back, and asks again', async () => {
    await visit(myTeams)
    await tap(/申请了，等队长答复/)
    await tap('收回申请')
    await tap('申请加入')
    await shown('申请送到了，等队长答复。')
    await picture('teams-asked')
  })
  await step('the leader sees who asks, and lets them in at a tap', async () => {
    await play('吴嫂')
    await visit(myTeams)
    await tap(/1 人等答复/)
    await tap(/^带队/)
    await tap('让小孟加入')
    await shown('现在没有人等您答复。')
  })
  let code = ''
  await step('and gives a code by which others come in', async () => {
    await tap('发一个入队码')
    await shown('换一个，旧的作废')
    code = await page.locator('.sd-code-typed').filter({ visible: true }).first().textContent()
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
    await picture('teams-lead', true)
  })
  await step('the new member leaves at once, without a reason', async () => {
    await play('小孟')
    await visit(myTeams)
    await tap(/队员/)
    await shown('您是队员')
    await tap('退出')
    await tap('退出这支队')
    await shown('申请加入')
  })
  await step('and comes back by the code', async () => {
    await visit(myTeams)
    await type('用入队码加入', code)
    await tap('加入')
    await shown('您是队员')
    await picture('teams-team', true)
  })
  await step('who looks in on a household sees where it lives at a tap, and writes a visit down', async () => {
    await play('李师傅')
    await visit('/#/teams/pairings/pairings-page')
    await tap(/赵奶奶/)
    await tap('看地址和电话')
    await shown('城畈社区 6 栋 1 单元 101')
    await type(/今天去看了/, '带了点水果，一起晒了太阳')
    await tap('记一次走访')
    await shown('带了点水果，一起晒了太阳')
    await picture('teams-pairing', true)
  })
  await step('the keeper sees the pairing and what is due, and not where it lives', async () => {
    await play('陈姐')
    await visit('/#/teams/pairings/pairings-page')
    await tap(/李师傅和赵奶奶/)
    await shown('走不开时，请人替')
    assert.equal(await page.getByText('看地址和电话').filter({ visible: true }).count(), 0)
  })
} finally {
  await arrive()
}
