import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getMe } from '@sidan/types/people'
import { acceptInvitation } from '@sidan/types/roles'
import { formatShortCode } from '@sidan/types/short-codes'
import { newId } from '../../platform/ids.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { issueInvitation } from './issue-invitation.ts'

const start = new Date('2026-11-24T02:00:00Z')
let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ demo: false })
})
afterAll(() => test?.close())

const issue = async () =>
  (await test.db.inCounty(test.county.countyId, (tx) => issueInvitation(tx, test.crypto, '何主任'))).code
const accept = (who: string, code: string, key?: string) =>
  test.county.as(who)(acceptInvitation, { body: { code }, ...(key === undefined ? {} : { key }) })
const rolesOf = async (who: string) => (await test.county.as(who)(getMe)).body.roles.map((held) => held.role)

describe('a one-time code for the county’s keeper', () => {
  it('makes whoever brings it the keeper from the next request on, by the name it was issued for', async () => {
    const code = await issue()
    const answer = await accept('resident', ` ${formatShortCode(code).toLowerCase()}`)
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ role: 'countyKeeper', deputyForName: null, unit: { tier: 'center' } })
    const { body: me } = await test.county.as('resident')(getMe)
    expect(me.displayName).toBe('何主任')
    expect(me.roles.map((held) => held.grantId)).toEqual([answer.body.grantId])
    expect((await accept('neighbour', code)).code).toBe('invitation-unknown')
  })
  it('is good for one of two who bring it at once', async () => {
    const code = await issue()
    const answers = await Promise.all([accept('second', code), accept('third', code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
    expect([...(await rolesOf('second')), ...(await rolesOf('third'))]).toEqual(['countyKeeper'])
  })
  it('answers a retry with the same key as before, and grants once', async () => {
    const code = await issue()
    const key = newId()
    const first = await accept('volunteer', code, key)
    const again = await accept('volunteer', code, key)
    expect(again).toEqual({ ...first, replayed: true })
    expect(await rolesOf('volunteer')).toEqual(['countyKeeper'])
  })
  it('is worth nothing once a newer one was issued, after 7 days, or when nobody issued it', async () => {
    const lost = await issue()
    const code = await issue()
    expect((await accept('merchant', lost)).code).toBe('invitation-unknown')
    expect((await accept('merchant', 'ABCD-EFGH')).code).toBe('invitation-unknown')
    test.clock.now = new Date(start.getTime() + 7 * 86_400_000)
    expect((await accept('merchant', code)).code).toBe('invitation-unknown')
    test.clock.now = new Date(start.getTime() + 7 * 86_400_000 - 1)
    expect((await accept('merchant', code)).status).toBe(201)
    test.clock.now = start
  })
  it('is kept as a hash only', async () => {
    const code = await issue()
    const rows = await test.db.inCounty(test.county.countyId, (tx) =>
      tx.rows<{ row: string }>({ text: 'select role_invitations::text as row from role_invitations' }),
    )
    expect(rows.map(({ row }) => row).join()).not.toContain(code)
  })
})
