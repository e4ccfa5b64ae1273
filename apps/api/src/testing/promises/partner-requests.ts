/** Partners of the reward store, their statements, and returns: requests that succeed, and what they may be refused with. */
import * as statements from '@sidan/types/partner-statements'
import * as partners from '@sidan/types/partners'
import * as shelf from '@sidan/types/reward-shelf'
import { verifyVoucher } from '@sidan/types/rewards'
import * as returns from '@sidan/types/voucher-returns'
import { issueStatements } from '../../features/partner-statements/issue-statements.ts'
import { later } from '../county-life.ts'
import { handedOut } from '../handed-out.ts'
import { run } from '../papers.ts'
import { exchanged, fetched, letIn, offered, partnered, partnerForm, takenIn } from '../partners.ts'
import { shelfForm } from '../shelf.ts'
import type { World } from '../world.ts'
import { atStation } from './role-requests.ts'
import { type Refusing, type Request, refused, type Valid } from './verbs.ts'

const page = { query: { limit: '5' } }

const onPartner =
  (as: string, body?: object, of = partnered): Valid =>
  async (w) => ({ as, params: { partnerId: (await of(w)).partnerId }, ...(body ? { body } : {}) })

/** A month has its limit: what was exchanged before is said to be of another. */
const forgetMonth = (w: World) =>
  run(w, `update redemptions set created_at = created_at - interval '40 days' where county_id = $1`)

/** A partner's month is over, in which they handed one thing out. */
async function stated(w: World): Promise<{ statementId: string }> {
  const { partnerId } = await partnered(w)
  const { itemId } = await offered(w, partnerId)
  await forgetMonth(w)
  await fetched(w, itemId)
  await later(w, 32, issueStatements)
  const { items } = await w.done('shopOwner', statements.listStatements, { params: { partnerId } })
  return { statementId: items[0]?.statementId ?? '' }
}
const onStatement =
  (as: string, body?: object): Valid =>
  async (w) => ({ as, params: await stated(w), ...(body ? { body } : {}) })
const objection = { words: '少算了一份' }
async function disputed(w: World) {
  const params = await stated(w)
  await w.done('shopOwner', statements.disputeStatement, { params, body: objection })
  return params
}
const answer = { words: '查了，补上', adjustmentFen: 400 }

/** Handed out by the center, twenty minutes ago. */
async function given(w: World): Promise<{ redemptionId: string }> {
  await forgetMonth(w)
  const params = await handedOut(w)
  w.minutesLater(20)
  return params
}
const bringing =
  (as: string, daysLater = 0): Valid =>
  async (w) => ({ as, params: await given(w), body: { words: '盒子是坏的', piece: 'toShelf' }, daysLater })

const inviting =
  (as: string, role: partners.PartnerRole): Valid =>
  (w) =>
    onPartner(as, { role, displayName: '小齐' })(w)
const ending =
  (as: string): Valid =>
  async (w) => {
    const { partnerId } = await partnered(w)
    const { grantId } = await letIn(w, partnerId, 'institute', 'partnerClerk')
    return { as, params: { partnerId, grantId } }
  }
const adding = (w: World, as: string, more: object = {}): Request => ({ as, ...atStation(w), body: partnerForm(more) })

export const partnerRequests: Record<string, Valid> = {
  [partners.listPartners.name]: (w) => ({ as: 'keeper', ...atStation(w), ...page }),
  [partners.listMyPartners.name]: () => ({ as: 'shopOwner' }),
  [partners.addPartner.name]: (w) => adding(w, 'keeper'),
  [partners.getPartner.name]: onPartner('shopOwner'),
  [partners.changePartner.name]: onPartner('keeper', { address: '城畈路 14 号', kind: 'other' }),
  [partners.closePartner.name]: onPartner('keeper'),
  [partners.invitePartnerMember.name]: inviting('shopOwner', 'partnerClerk'),
  [partners.listPartnerInvitations.name]: async (w) => ({ ...(await onPartner('shopOwner')(w)), ...page }),
  [partners.endPartnerMember.name]: ending('shopOwner'),
  [statements.listStatements.name]: async (w) => ({ ...(await onPartner('shopOwner')(w)), ...page }),
  [statements.getStatement.name]: onStatement('shopOwner'),
  [statements.confirmStatement.name]: onStatement('shopOwner'),
  [statements.disputeStatement.name]: onStatement('shopOwner', objection),
  [statements.answerStatement.name]: async (w) => ({ as: 'keeper', params: await disputed(w), body: answer }),
  [returns.listGivenAtUnit.name]: (w) => ({ as: 'keeper', ...atStation(w), ...page }),
  [returns.listGivenAtPartner.name]: async (w) => ({ ...(await onPartner('shopOwner')(w)), ...page }),
  [returns.returnVoucher.name]: bringing('center'),
}

const ofPartners: Refusing[] = [
  refused(partners.listPartners, 'not-allowed', 'an owner looks for others', (w) => ({
    as: 'shopOwner',
    ...atStation(w),
  })),
  refused(partners.addPartner, 'not-allowed', 'an auditor takes one in', (w) => adding(w, 'auditor')),
  refused(partners.addPartner, 'partner-name-taken', 'one of that name is there', async (w) =>
    adding(w, 'keeper', { name: (await takenIn(w)).name }),
  ),
  refused(partners.getPartner, 'not-found', 'a resident looks', onPartner('resident')),
  refused(partners.changePartner, 'not-found', 'the owner changes it', onPartner('shopOwner', { name: '新名字' })),
  refused(partners.changePartner, 'partner-name-taken', 'another is called so', async (w) => ({
    ...(await onPartner('keeper', { name: (await takenIn(w)).name })(w)),
  })),
  refused(partners.closePartner, 'partner-in-use', 'something of theirs is on a shelf', async (w) => {
    const { partnerId } = await partnered(w)
    await offered(w, partnerId)
    return { as: 'keeper', params: { partnerId } }
  }),
  refused(
    partners.invitePartnerMember,
    'role-not-grantable',
    'an owner makes another',
    inviting('shopOwner', 'partnerOwner'),
  ),
  refused(partners.endPartnerMember, 'role-not-grantable', 'a clerk ends another', async (w) => {
    const { partnerId } = await partnered(w, 'third')
    const { grantId } = await letIn(w, partnerId, 'neighbour', 'partnerClerk')
    return { as: 'third', params: { partnerId, grantId } }
  }),
  ...[partners.changePartner, partners.invitePartnerMember].map((endpoint) =>
    refused(endpoint, 'partner-closed', 'the county deals with them no more', async (w) => {
      const request = (await partnerRequests[endpoint.name]?.(w)) ?? { as: '' }
      await w.done('keeper', partners.closePartner, { params: request.params ?? {} })
      return { ...request, as: 'keeper' }
    }),
  ),
]

const ofShelves: Refusing[] = [
  refused(shelf.addShelfItem, 'partner-unknown', 'the institute deals with no such partner', async (w) => ({
    as: 'institute',
    params: { unitId: w.county.stage.instituteId },
    body: shelfForm({ partner: { partnerId: (await takenIn(w)).partnerId, feeFen: 400 } }),
  })),
  refused(shelf.addShelfItem, 'partner-closed', 'the county deals with them no more', async (w) => {
    const { partnerId } = await takenIn(w)
    await w.done('keeper', partners.closePartner, { params: { partnerId } })
    return { as: 'keeper', ...atStation(w), body: shelfForm({ partner: { partnerId, feeFen: 400 } }) }
  }),
  refused(shelf.changeShelfItem, 'partner-unknown', 'the station gives it out itself', async (w) => ({
    as: 'keeper',
    params: { itemId: (await w.done('keeper', shelf.addShelfItem, { ...atStation(w), body: shelfForm() })).itemId },
    body: { feeFen: 400 },
  })),
  refused(shelf.reopenShelfItem, 'partner-closed', 'the county deals with its partner no more', async (w) => {
    const { partnerId } = await partnered(w)
    const { itemId } = await offered(w, partnerId)
    await w.done('keeper', shelf.closeShelfItem, { params: { itemId } })
    await w.done('keeper', partners.closePartner, { params: { partnerId } })
    return { as: 'keeper', params: { itemId } }
  }),
  refused(verifyVoucher, 'voucher-not-here', 'a partner gives it out', async (w) => {
    const { partnerId } = await partnered(w)
    const { itemId } = await offered(w, partnerId)
    await forgetMonth(w)
    return { as: 'merchant', body: { voucher: (await exchanged(w, itemId)).code ?? '' } }
  }),
]

const ofStatements: Refusing[] = [
  refused(statements.listStatements, 'not-found', 'the merchant of the station looks', onPartner('merchant')),
  ...[
    [statements.confirmStatement, undefined],
    [statements.disputeStatement, objection],
    [statements.answerStatement, answer],
  ].map(([endpoint, body]) =>
    refused(
      endpoint as typeof statements.getStatement,
      'not-allowed',
      'an auditor says it',
      onStatement('auditor', body as object),
    ),
  ),
  refused(statements.confirmStatement, 'statement-not-open', 'it waits for an answer', async (w) => ({
    as: 'shopOwner',
    params: await disputed(w),
  })),
  refused(statements.disputeStatement, 'statement-not-open', 'it was confirmed', async (w) => {
    const params = await stated(w)
    await w.done('shopOwner', statements.confirmStatement, { params })
    return { as: 'shopOwner', params, body: objection }
  }),
  refused(statements.answerStatement, 'statement-not-disputed', 'nobody objected', onStatement('keeper', answer)),
]

const ofReturns: Refusing[] = [
  refused(returns.listGivenAtUnit, 'not-allowed', 'the merchant looks', (w) => ({ as: 'merchant', ...atStation(w) })),
  refused(returns.returnVoucher, 'not-found', 'who fetched it asks', bringing('volunteer')),
  refused(returns.returnVoucher, 'return-too-late', 'eight days have passed', bringing('center', 8)),
  refused(returns.returnVoucher, 'redemption-not-used', 'it waits to be fetched', async (w) => {
    await forgetMonth(w)
    const { redemptionId } = await w.voucher()
    return { as: 'center', params: { redemptionId }, body: { words: '不要了', piece: 'toShelf' } }
  }),
]

export const refusalsOfPartners: Refusing[] = [...ofPartners, ...ofShelves, ...ofStatements, ...ofReturns]
