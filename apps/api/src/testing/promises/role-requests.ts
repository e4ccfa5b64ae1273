/** One request per endpoint of roles, invitations and units that succeeds. */
import * as grants from '@sidan/types/role-grants'
import * as invitations from '@sidan/types/role-invitations'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

/** At the unit where the keeper keeps. */
export const atStation = (w: World) => ({ params: { unitId: w.county.stage.stationId } })

/** A role that somebody has at the station, given by the institute when nobody did yet. */
export async function heldRole(w: World, who: string, role: 'speaker' | 'sponsor' = 'speaker') {
  const { items } = await w.done('institute', grants.listGrants, atStation(w))
  const held = items.find((one) => one.person.personId === w.county.cast[who] && one.role === role)
  return (
    held ?? w.done('institute', grants.grantRole, { ...atStation(w), body: { personId: w.county.cast[who], role } })
  )
}

/** An invitation to a role at the station, by the keeper. */
export const invited = (w: World, role: 'staff' | 'speaker' = 'staff') =>
  w.done('keeper', invitations.inviteToRole, { ...atStation(w), body: { role, displayName: '小孙' } })

export const roleRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [grants.listGrants.name]: (w) => ({ as: 'keeper', ...atStation(w), query: { state: 'held', limit: '5' } }),
  [grants.grantRole.name]: (w) => ({
    as: 'institute',
    ...atStation(w),
    body: { personId: w.county.cast['neighbour'], role: 'approver' },
  }),
  [grants.endRole.name]: async (w) => ({
    as: 'institute',
    params: { grantId: (await heldRole(w, 'neighbour')).grantId },
    body: { reason: 'moved' },
  }),
  [invitations.inviteToRole.name]: (w) => ({
    as: 'keeper',
    ...atStation(w),
    body: { role: 'staff', displayName: '小孙' },
  }),
  [invitations.listInvitations.name]: (w) => ({ as: 'keeper', ...atStation(w), query: { limit: '5' } }),
  [invitations.renewInvitation.name]: async (w) => ({
    as: 'keeper',
    params: { invitationId: (await invited(w)).invitationId },
  }),
  [invitations.revokeInvitation.name]: async (w) => ({
    as: 'institute',
    params: { invitationId: (await invited(w)).invitationId },
  }),
}
