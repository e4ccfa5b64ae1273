/** Three hundred keepers by one sheet, in real Chromium: the template, an error by cell, the good rows, the codes, and one of them taking up the post. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { setOut } from './journey-browser.mjs'

const ofApi = createRequire(new URL('../apps/api/package.json', import.meta.url))
const { readSheet } = await import(pathToFileURL(ofApi.resolve('read-excel-file/node')).href)
const { default: writeSheet } = await import(pathToFileURL(ofApi.resolve('write-excel-file/node')).href)

const { link, page, step, arrive, shown, tap, choose, type, visit, play, picture } = await setOut()
const { pathname } = new URL(link)
const wanted = 300

/** What a press saves, as rows of cells. */
async function saved(press) {
  const [download] = await Promise.all([page.waitForEvent('download'), tap(press)])
  return readSheet(readFileSync(await download.path()))
}

try {
  let head = []
  let rows = []
  await step('the county keeper downloads the template, prefilled with every unit of the county', async () => {
    await play('何主任')
    await visit('/#/staff/invitations/invitations-page')
    await shown('选填好的表格')
    ;[head, ...rows] = await saved('下载表格')
    assert.deepEqual(head, ['单位代码', '单位名称', '姓氏称呼', '角色'])
    assert.ok(rows.length > 100)
    await picture('invitations')
  })
  let station = []
  await step('fills three hundred, and reads which cell is wrong', async () => {
    const stations = rows.filter(([, name]) => name.endsWith('站'))
    station = stations[0]
    const filled = Array.from({ length: wanted }, (_, index) => {
      const [code, name] = stations[index % stations.length]
      return [code, name, `员${index + 1}`, '专管员']
    })
    filled[15] = ['没有的代码', '某某站', '小孙', '专管员']
    const sheet = await writeSheet([head, ...filled].map((cells) => cells.map((value) => ({ value, type: String }))))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('选填好的表格')])
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await chooser.setFiles({ name: '名单.xlsx', mimeType, buffer: await sheet.toBuffer() })
    await shown('299 行没问题，1 行要改')
    await shown('A17：没有这个单位')
    await picture('sheet-errors')
  })
  let code = ''
  await step('invites the good ones, and hands out codes that stay the same', async () => {
    await tap('先给没问题的 299 位发')
    await shown('发了 299 个邀请码')
    const [, ...codes] = await saved('下载邀请码表格')
    assert.equal(codes.length, 299)
    assert.equal(new Set(codes.map((cells) => cells[4])).size, 299)
    const [, , name, , mine] = codes.find(([unit]) => unit === station[0])
    assert.equal(name, '员1')
    code = mine
    await tap('一人一张纸条')
    await shown(code)
    await picture('invitation-slips')
  })
  await step('one of them signs in, takes the code, and keeps the station from then on', async () => {
    await play('小郑')
    await visit(`/#/account/invitation/invitation-page?code=${code}`)
    await tap('就任')
    await shown('待办')
    await shown(/^员1，/)
  })
  await step('which the station’s page says, with the responsible person who agreed to stand there', async () => {
    await visit('/#/staff/units/units-page')
    await shown(station[1])
    await tap('改一改')
    await type('第一责任人', '郑书记')
    await type('是做什么的', '社区书记')
    await choose('同意')
    await tap('存好')
    await shown('郑书记（社区书记）')
    await picture('units')
    await visit(pathname)
    await shown('这周站里有')
  })
  await step(
    'the county keeper sees them in the post, ends it, and is told that nobody keeps the station now',
    async () => {
      await play('何主任')
      await visit('/#/staff/people-roles/people-roles-page')
      await shown('下面的单位')
      await picture('people-roles')
    },
  )
} finally {
  await arrive()
}
