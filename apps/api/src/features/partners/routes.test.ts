/** 爱心商家: who takes them in, who joins them, what they give out, and how it ends. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exportMyData } from '@sidan/types/my-data'
import { closeUnit } from '@sidan/types/organisation'
import * as partners from '@sidan/types/partners'
import { listMyPartners } from '@sidan/types/partners'
import { getMe } from '@sidan/types/people'
import { addShelfItem, changeShelfItem, closeShelfItem, listShelf, reopenShelfItem } from '@sidan/types/reward-shelf'
import {
  cancelRedemption,
  getRedemption,
  listHandedOut,
  listRewardItems,
  undoVerification,
  verifyVoucher,
} from '@sidan/types/rewards'
import { endRole, grantRole, listGrants } from '@sidan/types/role-grants'
import { inviteToRole, renewInvitation, revokeInvitation } from '@sidan/types/role-invitations'
import { acceptInvitation } from '@sidan/types/roles'
import { run } from '../../testing/papers.ts'
import { exchanged, fetched, letIn, offered, partnered, partnerForm, takenIn } from '../../testing/partners.ts'
import { shelfForm } from '../../testing/shelf.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const onUnit = () => ({ params: { unitId: w.county.stage.stationId } })
const get = (who: string, partnerId: string) => w.county.as(who)(partners.getPartner, { params: { partnerId } })
const verify = (who: string, voucher: string | null) =>
  w.county.as(who)(verifyVoucher, { body: { voucher: voucher ?? '' } })
const invite = (who: string, partnerId: string, role: partners.PartnerRole) =>
  w.county.as(who)(partners.invitePartnerMember, { params: { partnerId }, body: { role, displayName: '小齐' } })

describe('a partner', () => {
  it('is taken in by the keeper of the unit that deals with them, once by each name, and seen by those above', async () => {
    const { partnerId, name } = await takenIn(w)
    const again = await w.county.as('keeper')(partners.addPartner, { ...onUnit(), body: partnerForm({ name }) })
    expect(again.code).toBe('partner-name-taken')
    for (const who of ['keeper', 'institute', 'center', 'auditor'])
      expect([who, (await get(who, partnerId)).body.name]).toEqual([who, name])
    for (const who of ['resident', 'merchant', 'shopOwner'])
      expect([who, (await get(who, partnerId)).code]).toEqual([who, 'not-found'])
    const ofCounty = await w.done('center', partners.listPartners, { params: { unitId: w.county.stage.centerId } })
    expect(ofCounty.items.map((one) => one.partnerId)).toContain(partnerId)
    const changed = await w.done('keeper', partners.changePartner, {
      params: { partnerId },
      body: { address: '城畈路 14 号' },
    })
    expect(changed).toMatchObject({ name, address: '城畈路 14 号' })
  })

  it('is taken in once of two who do so at the same moment', async () => {
    const body = partnerForm()
    const answers = await Promise.all(
      ['keeper', 'institute', 'center'].map((who) => w.county.as(who)(partners.addPartner, { ...onUnit(), body })),
    )
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
      'done',
      'partner-name-taken',
      'partner-name-taken',
    ])
  })

  it('has owners let in by the keeper and clerks by the owner, each by a code that is good once', async () => {
    const { partnerId, name } = await partnered(w)
    expect((await invite('shopOwner', partnerId, 'partnerOwner')).code).toBe('role-not-grantable')
    const invited = await invite('shopOwner', partnerId, 'partnerClerk')
    expect(invited.body).toMatchObject({ partnerName: name, role: 'partnerClerk', state: 'open' })
    const body = { code: invited.body.code ?? '' }
    const taken = await w.done('third', acceptInvitation, { body })
    expect(taken).toMatchObject({ role: 'partnerClerk', partnerName: name })
    expect((await w.county.as('neighbour')(acceptInvitation, { body })).code).toBe('invitation-unknown')
    expect((await w.done('third', getMe)).roles).toMatchObject([{ role: 'partnerClerk', partnerName: name }])
    // A clerk lets nobody in, and sees neither another partner nor how it is dealt with.
    expect((await invite('third', partnerId, 'partnerClerk')).code).toBe('role-not-grantable')
    expect((await get('third', (await takenIn(w)).partnerId)).code).toBe('not-found')
    const { members, ownerNames, clerkCount } = (await get('shopOwner', partnerId)).body
    expect([ownerNames.length, clerkCount]).toEqual([1, 1])
    expect(members.map(({ role, allowedActions }) => [role, allowedActions])).toEqual([
      ['partnerOwner', []],
      ['partnerClerk', ['end']],
    ])
  })

  it('has its invitations renewed and taken back by whoever may give them, and by nobody else', async () => {
    const { partnerId } = await partnered(w, 'third')
    const { invitationId, code } = (await invite('shopOwner', partnerId, 'partnerClerk')).body
    const params = { invitationId }
    expect((await w.county.as('third')(renewInvitation, { params })).code).toBe('role-not-grantable')
    expect((await w.county.as('neighbour')(renewInvitation, { params })).code).toBe('not-found')
    const renewed = await w.done('shopOwner', renewInvitation, { params })
    expect(renewed.code).not.toBe(code)
    const listed = await w.done('keeper', partners.listPartnerInvitations, { params: { partnerId } })
    expect(listed.items.map((one) => one.state)).toEqual(['open', 'accepted', 'accepted'])
    // One who works there sees them, without the codes.
    const seen = await w.done('third', partners.listPartnerInvitations, { params: { partnerId } })
    expect(seen.items[0]).toMatchObject({ code: null, allowedActions: [] })
    await w.done('keeper', revokeInvitation, { params })
    expect((await w.county.as('neighbour')(acceptInvitation, { body: { code: renewed.code ?? '' } })).code).toBe(
      'invitation-unknown',
    )
  })

  it('is staffed in no other way: not as a role of the unit', async () => {
    const { partnerId } = await takenIn(w)
    const { grantId } = await letIn(w, partnerId, 'shopOwner', 'partnerOwner')
    const { grantableRoles, items } = await w.done('center', listGrants, onUnit())
    expect(grantableRoles).not.toContain('partnerOwner')
    expect(items.map((one) => one.grantId)).not.toContain(grantId)
    const body = { personId: w.county.cast['neighbour'] ?? '', role: 'partnerOwner' as const }
    expect((await w.county.as('center')(grantRole, { ...onUnit(), body })).code).toBe('role-not-grantable')
    const invited = { role: 'partnerClerk' as const, displayName: '小齐' }
    expect((await w.county.as('center')(inviteToRole, { ...onUnit(), body: invited })).code).toBe('role-not-grantable')
    const ended = await w.county.as('center')(endRole, { params: { grantId }, body: { reason: 'moved' } })
    expect(ended.code).toBe('not-found')
  })

  it('is left from the next request on: what was handed out stays, and can no longer be taken back by who left', async () => {
    const { partnerId } = await partnered(w, 'third')
    const { itemId } = await offered(w, partnerId)
    const { redemptionId } = await fetched(w, itemId, 'third')
    const clerk = (await get('shopOwner', partnerId)).body.members.find(({ role }) => role === 'partnerClerk')
    const params = { partnerId, grantId: clerk?.grantId ?? '' }
    expect((await w.county.as('third')(partners.endPartnerMember, { params })).code).toBe('role-not-grantable')
    await w.done('shopOwner', partners.endPartnerMember, { params })
    await w.done('shopOwner', partners.endPartnerMember, { params })
    expect((await w.county.as('third')(undoVerification, { params: { redemptionId } })).code).toBe('not-found')
    const works = async () => (await w.done('third', listMyPartners)).items.filter((one) => one.partnerId === partnerId)
    expect(await works()).toEqual([])
    expect((await w.done('shopOwner', undoVerification, { params: { redemptionId } })).redemptionId).toBe(redemptionId)
    expect((await verify('third', (await exchanged(w, itemId)).code)).code).toBe('voucher-not-here')
    // Let in once more, they hand out again.
    await letIn(w, partnerId, 'third', 'partnerClerk')
    expect(await works()).toMatchObject([{ todayCount: 0 }])
  })
})

describe('what a partner gives out', () => {
  it('is fetched at their place, handed out by who works there alone, and paid to them as agreed when it was exchanged', async () => {
    test.clock.now = new Date(test.clock.now.getTime() + 86_400_000)
    const { partnerId, name, address } = await partnered(w, 'third')
    const { itemId, partner } = await offered(w, partnerId)
    expect(partner).toEqual({ partnerId, name, feeFen: 400 })
    const shelf = await w.done('volunteer', listRewardItems)
    expect(shelf.items.find((one) => one.itemId === itemId)).toMatchObject({ pickUpName: name, pickUpAddress: address })
    const voucher = await exchanged(w, itemId)
    expect(voucher).toMatchObject({ pickUpName: name, pickUpAddress: address })
    await w.done('keeper', changeShelfItem, { params: { itemId }, body: { feeFen: 350 } })
    for (const who of ['merchant', 'keeper', 'center'])
      expect([who, (await verify(who, voucher.code)).code]).toEqual([who, 'voucher-not-here'])
    const other = await partnered(w, 'neighbour')
    expect(other.partnerId).not.toBe(partnerId)
    expect((await verify('neighbour', voucher.code)).code).toBe('voucher-not-here')
    expect((await verify('third', voucher.code)).body.title).toBe('热干面一碗')
    expect((await w.done('third', listHandedOut)).totalPoints).toBe(10)
    const mine = (await w.done('shopOwner', listMyPartners)).items.find((one) => one.partnerId === partnerId)
    expect(mine).toMatchObject({ role: 'partnerOwner', todayCount: 1, todayPoints: 10 })
    const [row] = await run(w, 'select fee_fen from redemptions where county_id = $1 and id = $2', voucher.redemptionId)
    expect(row).toEqual({ fee_fen: 400 })
    expect((await w.done('volunteer', getRedemption, { params: { redemptionId: voucher.redemptionId } })).state).toBe(
      'used',
    )
  })

  it('is not the reward store’s own: who hands out there gets nothing of theirs to see, and they nothing of its', async () => {
    const { partnerId } = await partnered(w)
    expect((await w.county.as('shopOwner')(listShelf, onUnit())).code).toBe('not-allowed')
    expect((await verify('shopOwner', (await w.voucher()).code)).code).toBe('voucher-not-here')
    await offered(w, partnerId)
    const items = (await w.done('keeper', listShelf, onUnit())).items
    expect(items.filter(({ partner }) => partner?.partnerId === partnerId)).toHaveLength(1)
  })

  it('is put on the shelf of the unit that deals with them alone, and has a fee only with a partner', async () => {
    const { partnerId } = await takenIn(w)
    const partner = { partnerId, feeFen: 400 }
    const elsewhere = { params: { unitId: w.county.stage.instituteId }, body: shelfForm({ partner }) }
    expect((await w.county.as('institute')(addShelfItem, elsewhere)).code).toBe('partner-unknown')
    const own = await w.done('keeper', addShelfItem, { ...onUnit(), body: shelfForm() })
    const fee = { params: { itemId: own.itemId }, body: { feeFen: 1 } }
    expect((await w.county.as('keeper')(changeShelfItem, fee)).code).toBe('partner-unknown')
  })
})

describe('a partner with whom the county deals no more', () => {
  it('is closed once nothing of theirs is on a shelf or waits; clerks leave, owners stay, and nothing new is made', async () => {
    test.clock.now = new Date(test.clock.now.getTime() + 86_400_000)
    const { partnerId } = await partnered(w, 'third')
    const params = { partnerId }
    const { itemId } = await offered(w, partnerId)
    const voucher = await exchanged(w, itemId)
    const close = () => w.county.as('keeper')(partners.closePartner, { params })
    expect((await w.county.as('shopOwner')(partners.closePartner, { params })).code).toBe('not-found')
    expect((await close()).code).toBe('partner-in-use')
    await w.done('keeper', closeShelfItem, { params: { itemId } })
    expect((await close()).code).toBe('partner-in-use')
    await w.done('volunteer', cancelRedemption, { params: { redemptionId: voucher.redemptionId } })
    const open = (await invite('shopOwner', partnerId, 'partnerClerk')).body.code ?? ''
    expect((await close()).body).toMatchObject({ active: false, clerkCount: 0, allowedActions: [] })
    expect((await close()).status).toBe(200)
    expect((await w.county.as('neighbour')(acceptInvitation, { body: { code: open } })).code).toBe('invitation-unknown')
    expect((await get('shopOwner', partnerId)).status).toBe(200)
    expect((await get('third', partnerId)).code).toBe('not-found')
    expect((await invite('keeper', partnerId, 'partnerOwner')).code).toBe('partner-closed')
    expect((await w.county.as('keeper')(reopenShelfItem, { params: { itemId } })).code).toBe('partner-closed')
    expect((await w.county.as('keeper')(partners.changePartner, { params, body: { name: '新名字' } })).code).toBe(
      'partner-closed',
    )
    const partner = { partnerId, feeFen: 400 }
    expect((await w.county.as('keeper')(addShelfItem, { ...onUnit(), body: shelfForm({ partner }) })).code).toBe(
      'partner-closed',
    )
    const exported = JSON.stringify(await w.done('shopOwner', exportMyData))
    expect(exported).toContain('partnerOwner')
  })

  it('and one who puts something of theirs on a shelf at the same moment does not both succeed', async () => {
    const { partnerId } = await takenIn(w)
    const body = shelfForm({ partner: { partnerId, feeFen: 400 } })
    const answers = await Promise.all([
      w.county.as('keeper')(addShelfItem, { ...onUnit(), body }),
      w.county.as('institute')(partners.closePartner, { params: { partnerId } }),
    ])
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
  })

  it('holds its unit open until then', async () => {
    const [beside] = (await run(
      w,
      `select id from units where county_id = $1 and tier = 'station' and active and id <> $2 order by code limit 1`,
      w.county.stage.stationId,
    )) as { id: string }[]
    const at = { params: { unitId: beside?.id ?? '' } }
    const { partnerId } = await w.done('center', partners.addPartner, { ...at, body: partnerForm() })
    expect((await w.county.as('center')(closeUnit, at)).code).toBe('unit-in-use')
    const body = { role: 'partnerOwner' as const, displayName: '沈店长' }
    const invited = await w.done('center', partners.invitePartnerMember, { params: { partnerId }, body })
    await w.done('shopOwner', acceptInvitation, { body: { code: invited.code ?? '' } })
    await w.done('center', partners.closePartner, { params: { partnerId } })
    expect((await w.county.as('center')(closeUnit, at)).status).toBe(200)
    // What is not settled is the owner’s still.
    expect((await get('shopOwner', partnerId)).status).toBe(200)
  })
})
