/** What roles and invitations may be refused with. */
import * as grants from '@sidan/types/role-grants'
import * as invitations from '@sidan/types/role-invitations'
import { acceptInvitation } from '@sidan/types/roles'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { grantOf } from './beforehand.ts'
import { atStation, heldRole, invited } from './role-requests.ts'
import { type Refusing, refused } from './verbs.ts'

const giving =
  (as: string, personId: (w: World) => string | undefined, role = 'staff') =>
  (w: World) => ({
    as,
    ...atStation(w),
    body: { personId: personId(w), role },
  })
const castOf = (who: string) => (w: World) => w.county.cast[who]

const giveAndEnd = [
  refused(grants.listGrants, 'not-allowed', 'a resident asks', (w) => ({ as: 'resident', ...atStation(w) })),
  refused(
    grants.grantRole,
    'role-not-grantable',
    'a keeper makes another one beside them',
    giving('keeper', castOf('third'), 'keeper'),
  ),
  refused(
    grants.grantRole,
    'role-not-grantable',
    'a keeper gives themselves a role',
    giving('keeper', castOf('keeper')),
  ),
  refused(grants.grantRole, 'role-not-grantable', 'the county keeper makes another', (w) => ({
    as: 'center',
    params: { unitId: w.county.stage.centerId },
    body: { personId: w.county.cast['third'], role: 'countyKeeper' },
  })),
  refused(grants.grantRole, 'role-not-grantable', 'an auditor gives a role', giving('auditor', castOf('third'))),
  refused(
    grants.grantRole,
    'target-unknown',
    'nobody has that id',
    giving('institute', () => newId()),
  ),
  refused(
    grants.grantRole,
    'target-unknown',
    'the person is another county’s',
    giving('institute', (w) => w.daye.county.cast['third']),
  ),
  refused(grants.grantRole, 'role-held-already', 'they hold it', async (w) => {
    await heldRole(w, 'second', 'sponsor')
    return giving('keeper', castOf('second'), 'sponsor')(w)
  }),
  refused(grants.endRole, 'role-not-grantable', 'a keeper ends their own', async (w) => ({
    as: 'keeper',
    params: { grantId: await grantOf(w, 'keeper') },
    body: { reason: 'own-wish' },
  })),
]

const onInvitation = async (w: World, as: string) => ({ as, params: { invitationId: (await invited(w)).invitationId } })

const byCode = [
  refused(invitations.inviteToRole, 'role-not-grantable', 'a keeper invites another beside them', (w) => ({
    as: 'keeper',
    ...atStation(w),
    body: { role: 'keeper', displayName: '小孙' },
  })),
  refused(invitations.listInvitations, 'not-allowed', 'a resident asks', (w) => ({ as: 'resident', ...atStation(w) })),
  ...[invitations.renewInvitation, invitations.revokeInvitation].flatMap((endpoint) => [
    refused(endpoint, 'role-not-grantable', 'an auditor does', (w) => onInvitation(w, 'auditor')),
    refused(endpoint, 'invitation-over', 'it was taken back', async (w) => {
      const request = await onInvitation(w, 'keeper')
      await w.done('keeper', invitations.revokeInvitation, request)
      return request
    }),
  ]),
  refused(acceptInvitation, 'role-not-grantable', 'who issued the code brings it', async (w) => ({
    as: 'keeper',
    body: { code: (await invited(w)).code },
  })),
  refused(acceptInvitation, 'role-held-already', 'they hold the role', async (w) => {
    await heldRole(w, 'second')
    return { as: 'second', body: { code: (await invited(w, 'speaker')).code } }
  }),
]

export const refusalsOfRoles: Refusing[] = [...giveAndEnd, ...byCode]
