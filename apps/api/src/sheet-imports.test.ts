import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { getMe } from '@sidan/types/people'
import { endRole, grantRole } from '@sidan/types/role-grants'
import { acceptInvitation, nameDeputy } from '@sidan/types/roles'
import * as sheets from '@sidan/types/sheet-imports'
import { readSheet as readCells } from 'read-excel-file/node'
import { expireSheets } from './features/sheet-imports/expire-sheet.ts'
import { issueSheet, readSheet } from './features/sheet-imports/jobs.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { newId } from './platform/ids.ts'
import { packed, partsOf, sheetOf } from './testing/sheets.ts'
import { isLong } from './testing/size.ts'
import { startTestApp, type TestApp, sheets as thread } from './testing/test-app.ts'
import { makeWorld, type World } from './testing/world.ts'

jest.setTimeout(300_000)

let test: TestApp
let w: World
let workerDb: Database
let units: { code: string; name: string; station: boolean; mine: boolean }[]
let run: Record<'read' | 'issue', (importId: string) => Promise<void>>
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  workerDb = openDatabase({ url: test.urls.worker, maxConnections: 2, clock: () => test.clock.now })
  const deps = { db: workerDb, crypto: test.crypto, sheets: thread }
  const job = (importId: string) => ({ countyId: w.county.countyId, payload: { importId }, lastAttempt: false })
  run = { read: (id) => readSheet(deps)(job(id)), issue: (id) => issueSheet(deps)(job(id)) }
  units = await test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: `select code, name, tier = 'station' as station, institute_id = $2 as mine from units where county_id = $1 and active order by code`,
      values: [tx.countyId, w.county.stage.instituteId],
    }),
  )
})
afterAll(async () => {
  await workerDb?.end()
  await test?.close()
})

const mine = () => units.filter(({ station, mine }) => station && mine)
const row = (name: string, at = 0, role = '专管员') => [mine()[at]?.code ?? '', mine()[at]?.name ?? '', name, role]
async function upload(who: string, file: Buffer, key = newId()) {
  const form = new FormData()
  form.append('sheet', new Blob([new Uint8Array(file)]), 'a.xlsx')
  const headers = { authorization: `Bearer ${w.county.token(who)}`, 'idempotency-key': key }
  const answer = await fetch(`${test.url}${sheets.sheetUploadPath}`, { method: 'POST', headers, body: form })
  return {
    status: answer.status,
    body: JSON.parse(await answer.text()),
    replayed: answer.headers.get('idempotency-replayed'),
  }
}
const get = (who: string, importId: string) => w.done(who, sheets.getSheetImport, { params: { importId } })
async function read(file: Buffer, who = 'institute') {
  const { importId } = (await upload(who, file)).body
  await run.read(importId)
  return get(who, importId)
}
const errors = async (importId: string, who = 'institute') =>
  (await w.done(who, sheets.listSheetErrors, { params: { importId }, query: { limit: '50' } })).items
const choose = (importId: string, rows: 'all' | 'good', who = 'institute') =>
  w.county.as(who)(sheets.importSheet, { params: { importId }, body: { rows } })
const invitations = async (importId: string, who = 'institute') =>
  (await w.done(who, sheets.listSheetInvitations, { params: { importId }, query: { limit: '50' } })).items
const download = async (who: string, path: string) => {
  const answer = await fetch(`${test.url}${path}`, { headers: { authorization: `Bearer ${w.county.token(who)}` } })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

describe('a sheet of people to invite', () => {
  it('is read, shows its errors by cell, and its good rows become codes that are good once', async () => {
    const sheet = await read(
      sheetOf([row('小孙'), row('小钱', 1), ['999', '没有的站', '小李', '专管员'], row('小周', 0, '县长')]),
    )
    expect(sheet).toMatchObject({
      state: 'read',
      goodCount: 2,
      badCount: 2,
      doneCount: 4,
      totalCount: 4,
      allowedActions: ['import-good'],
    })
    expect(await errors(sheet.importId)).toEqual([
      { cell: 'A4', fault: 'unit-unknown', found: '999', sameAsRow: null },
      { cell: 'D5', fault: 'role-unknown', found: '县长', sameAsRow: null },
    ])
    expect((await choose(sheet.importId, 'all')).code).toBe('sheet-has-errors')
    expect((await choose(sheet.importId, 'good')).body).toMatchObject({ state: 'issuing' })
    await run.issue(sheet.importId)
    expect(await get('institute', sheet.importId)).toMatchObject({
      state: 'done',
      doneCount: 2,
      allowedActions: ['hand-out'],
    })
    const [first] = await invitations(sheet.importId)
    expect(first).toMatchObject({ displayName: '小孙', role: 'keeper', state: 'open', unit: { name: mine()[0]?.name } })
    // A reload hands the same codes out again.
    expect(await invitations(sheet.importId)).toEqual(await invitations(sheet.importId))
    const body = { code: first?.code }
    const answers = await Promise.all(['third', 'second'].map((who) => w.county.as(who)(acceptInvitation, { body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
    const won = answers[0]?.status === 201 ? 'third' : 'second'
    expect((await w.done(won, getMe)).displayName).toBe('小孙')
  })
  it('hands its codes out as a sheet, in which no cell is run', async () => {
    const sheet = await read(sheetOf([row("'=1+1"), row('-小赵')]))
    await choose(sheet.importId, 'all')
    await run.issue(sheet.importId)
    const { status, bytes } = await download('institute', sheets.sheetCodesPath(sheet.importId))
    const [head, ...rows] = await readCells(bytes)
    expect([status, head?.[4]]).toEqual([200, '邀请码'])
    expect(rows.map((cells) => cells[2])).toEqual(["'=1+1", "'-小赵"])
    expect(rows.map((cells) => String(cells[4]).replaceAll('-', ''))).toEqual(
      (await invitations(sheet.importId)).map(({ code }) => code),
    )
  })
  it('is sent twice with one key and taken once; the key is good for one file', async () => {
    const key = newId()
    // Made once: a sheet made a second later bears another time, and is another file.
    const sheet = sheetOf([row('小冯')])
    const first = await upload('institute', sheet, key)
    const again = await upload('institute', sheet, key)
    expect([again.body.importId, again.replayed]).toEqual([first.body.importId, 'true'])
    expect((await upload('institute', sheetOf([row('小陈')]), key)).body.code).toBe('idempotency-key-reused')
  })
  it('is nobody else’s to see', async () => {
    const { importId } = await read(sheetOf([row('小褚')]))
    for (const who of ['center', 'keeper', 'auditor'])
      expect((await w.county.as(who)(sheets.getSheetImport, { params: { importId } })).code).toBe('not-found')
    expect((await download('center', sheets.sheetCodesPath(importId))).status).toBe(404)
  })
  it('is forgotten after 30 days, and the invitations stay', async () => {
    const { importId } = await read(sheetOf([row('小卫')]))
    await choose(importId, 'all')
    await run.issue(importId)
    const [{ code } = { code: null }] = await invitations(importId)
    w.minutesLater(6 * 1440)
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update sheet_imports set uploaded_at = uploaded_at - interval '25 days' where county_id = $1 and id = $2`,
        values: [tx.countyId, importId],
      }),
    )
    await test.db.inCounty(w.county.countyId, expireSheets)
    expect((await w.county.as('institute')(sheets.getSheetImport, { params: { importId } })).code).toBe('not-found')
    expect((await w.county.as('neighbour')(acceptInvitation, { body: { code } })).status).toBe(201)
  })
})

describe('the template', () => {
  it('lists the caller’s subtree alone, and comes back empty as a sheet that asks for nothing', async () => {
    const { bytes } = await download('institute', sheets.sheetTemplatePath)
    const [head, ...rows] = await readCells(bytes)
    expect(head).toEqual([...sheets.sheetColumns])
    expect(rows.map(([code]) => code)).toEqual(units.filter(({ mine }) => mine).map(({ code }) => code))
    expect(await read(bytes)).toMatchObject({ state: 'refused', fault: 'no-rows' })
  })
  it.each(['resident', 'auditor', 'gridWorker'])('is not for a %s, nor is the upload', async (who) => {
    expect((await download(who, sheets.sheetTemplatePath)).status).toBe(403)
    expect((await upload(who, sheetOf([row('小蒋')]))).body.code).toBe('not-allowed')
  })
})

describe('a sheet that is wrong', () => {
  const fault = async (file: Buffer) => (await read(file)).fault
  it('is refused for its columns, saying which', async () => {
    const sheet = await read(sheetOf([row('小沈')], ['单位代码', '单位名称', '姓名', '角色']))
    expect(sheet).toMatchObject({
      state: 'refused',
      fault: 'wrong-columns',
      wrongColumns: [{ cell: 'C1', expected: '姓氏称呼', found: '姓名' }],
    })
  })
  it('is refused when it is no packed file, no workbook, or holds no rows', async () => {
    expect((await upload('institute', Buffer.from('单位代码,单位名称'))).status).toBe(415)
    expect(await fault(packed({ 'a.txt': 'hello' }))).toBe('not-a-sheet')
    expect(await fault(sheetOf([row('小韩')]).subarray(0, 300))).toBe('not-a-sheet')
    const parts = partsOf([row('小韩')])
    expect(await fault(packed({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }))).toMatch(
      /not-a-sheet|wrong-columns/,
    )
    expect(await fault(sheetOf([]))).toBe('no-rows')
  })
  it('is refused when it grows a thousandfold, whatever sizes it declares', async () => {
    const bomb = packed({ ...partsOf([row('小杨')]), 'xl/media/a.bin': '0'.repeat(70_000_000) })
    expect(bomb.length).toBeLessThan(200_000)
    // The declared size of the big part, in its own head and in the list at the end, is made small.
    const size = Buffer.alloc(4)
    size.writeUInt32LE(70_000_000)
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 4)) bomb.writeUInt32LE(100, at)
    expect(await fault(bomb)).toBe('too-large')
  })
  it('is refused when it is larger than 5 MB', async () => {
    const answer = await upload(
      'institute',
      Buffer.concat([sheetOf([row('小朱')]), Buffer.alloc(sheets.maxSheetBytes)]),
    )
    expect(answer.body.code).toBe('body-too-large')
  })
  it('names formulas, duplicates, and rows that were invited before', async () => {
    const sheet = await read(
      sheetOf([row('小秦'), row('小秦'), row('小尤', 0, '=B2'), row('=A1'), row('小秦', 1), row('长'.repeat(21))]),
    )
    expect(await errors(sheet.importId)).toMatchObject([
      { cell: 'C3', fault: 'duplicate', sameAsRow: 2 },
      { cell: 'D4', fault: 'formula' },
      { cell: 'C5', fault: 'formula' },
      { cell: 'C7', fault: 'name-too-long' },
    ])
    await choose(sheet.importId, 'good')
    await run.issue(sheet.importId)
    const again = await read(sheetOf([row('小秦')]))
    expect(await errors(again.importId)).toMatchObject([{ cell: 'C2', fault: 'invited-already' }])
  })
  it('invites to no unit outside the subtree, of no other county, and to no role beside or above oneself', async () => {
    const other = units.find(({ station, mine }) => station && !mine)
    const own = units.find(({ station, mine }) => !station && mine)
    const [foreign] = await test.db.inCounty(w.daye.county.countyId, (tx) =>
      tx.rows<{ code: string }>({
        text: `select code from units where county_id = $1 and tier = 'station' order by code limit 1`,
        values: [tx.countyId],
      }),
    )
    const sheet = await read(
      sheetOf([
        [other?.code ?? '', other?.name ?? '', '小许', '专管员'],
        [foreign?.code ?? '', '', '小何', '专管员'],
        [own?.code ?? '', '', '小吕', '专管员'],
        row('小施', 0, '中心专管员'),
        [mine()[0]?.code ?? '', '别的站', '小张', '专管员'],
      ]),
    )
    expect(sheet).toMatchObject({ goodCount: 0, badCount: 5, allowedActions: [] })
    expect(await errors(sheet.importId)).toMatchObject([
      { cell: 'A2', fault: 'unit-not-yours' },
      { cell: 'A3', fault: 'unit-unknown' },
      { cell: 'D4', fault: 'role-not-yours' },
      { cell: 'D5', fault: 'role-not-yours' },
      { cell: 'B6', fault: 'unit-name-differs' },
    ])
  })
  it('invites nobody any more when its sender’s role ended since it was read', async () => {
    const unitId = w.county.stage.stationId
    const { grantId } = await w.done('institute', grantRole, {
      params: { unitId },
      body: { personId: w.county.cast['merchant'], role: 'keeper' },
    })
    const [station] = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ code: string; name: string }>({
        text: 'select code, name from units where county_id = $1 and id = $2',
        values: [tx.countyId, unitId],
      }),
    )
    const sheet = await read(sheetOf([[station?.code ?? '', station?.name ?? '', '小曹', '工作人员']]), 'merchant')
    await choose(sheet.importId, 'all', 'merchant')
    await w.done('institute', endRole, { params: { grantId }, body: { reason: 'mistake' } })
    await run.issue(sheet.importId)
    expect(await get('merchant', sheet.importId)).toMatchObject({ state: 'read', goodCount: 0, badCount: 1 })
    expect(await invitations(sheet.importId, 'merchant')).toEqual([])
  })
  it('is not sent by a deputy', async () => {
    const grantId = (await w.done('institute', getMe)).roles[0]?.grantId ?? ''
    const body = { personId: w.county.cast['volunteer'], fromDay: w.day(0), untilDay: w.day(1) }
    await w.done('institute', nameDeputy, { params: { grantId }, body })
    expect((await upload('volunteer', sheetOf([row('小严')]))).body.code).toBe('not-allowed')
  })
})

describe('a very long sheet', () => {
  /** So many rows, of which the first ask for somebody: a prefilled row without a name asks for nothing. */
  const many = (count: number, asking: number) =>
    sheetOf(Array.from({ length: count }, (_, no) => row(no < asking ? `员${no}` : '', no % 5, '工作人员')))
  const asking = isLong ? 50_000 : 5_000
  it(`of 50,000 rows, ${asking} of which ask for somebody, is read and issued, and says meanwhile how far it is`, async () => {
    const { importId } = (await upload('institute', many(50_000, asking))).body
    const reading = run.read(importId)
    const seen = new Set<number>()
    for (let ready = false; !ready; ) {
      const { state, doneCount } = await get('institute', importId)
      seen.add(doneCount)
      ready = state === 'read'
      await new Promise((next) => setTimeout(next, 20))
    }
    await reading
    expect(seen.size).toBeGreaterThan(2)
    expect(await get('institute', importId)).toMatchObject({ goodCount: asking, badCount: 0 })
    await choose(importId, 'all')
    await run.issue(importId)
    expect(await get('institute', importId)).toMatchObject({ state: 'done', doneCount: asking })
    const [made] = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ count: number }>({
        text: 'select count(*)::int as count from role_invitations where county_id = $1 and import_id = $2',
        values: [tx.countyId, importId],
      }),
    )
    expect(made?.count).toBe(asking)
  })
  it('of 50,001 rows is refused', async () => {
    expect(await read(many(50_001, 1))).toMatchObject({ state: 'refused', fault: 'too-many-rows' })
  })
})
