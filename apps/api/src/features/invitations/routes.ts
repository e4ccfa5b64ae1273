import * as partners from '@sidan/types/partners'
import * as invitations from '@sidan/types/role-invitations'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { issueInvitation, issuePartnerInvitation } from './issue-invitation.ts'
import { readInvitation, readInvitations, readPartnerInvitations } from './reads.ts'
import { renewInvitation } from './renew-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'

export function invitationsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(invitations.listInvitations, (tx, actor, { params, query }) =>
    readInvitations(tx, actor, crypto, { ...params, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(invitations.inviteToRole, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => issueInvitation(tx, actor, crypto, id, { ...params, ...body }),
    show: (tx, actor, id) => readInvitation(tx, actor, crypto, id),
  })
  http.read(partners.listPartnerInvitations, (tx, actor, { params, query }) =>
    readPartnerInvitations(tx, actor, crypto, { ...params, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(partners.invitePartnerMember, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => issuePartnerInvitation(tx, actor, crypto, id, { ...params, ...body }),
    show: (tx, actor, id) => readInvitation(tx, actor, crypto, id),
  })
  http.write(invitations.renewInvitation, {
    subject: ({ params }) => params.invitationId,
    run: (tx, actor, { params }) => renewInvitation(tx, actor, crypto, params.invitationId),
    show: (tx, actor, id) => readInvitation(tx, actor, crypto, id),
  })
  http.write(invitations.revokeInvitation, {
    subject: ({ params }) => params.invitationId,
    run: (tx, actor, { params }) => revokeInvitation(tx, actor, params.invitationId),
    show: (tx, actor, id) => readInvitation(tx, actor, crypto, id),
  })
}
