/** Roles, units and invitations by sheet, as the reference page says them. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const roles: Record<string, EndpointDoc> = {
  listGrants: {
    summary: 'The people of a unit: who holds which role, or held one, with who gave and ended it',
    description: 'For keepers and staff of the unit and of those above, and for auditors.',
  },
  grantRole: {
    summary: 'Gives somebody a role on a unit',
    description:
      'The county keeper gives every role but their own; a keeper the lesser ones on their own unit and all up to keeper below it. Nobody gives one to themselves; a deputy gives none.',
  },
  inviteToRole: {
    summary: 'Invites somebody to a role by a one-time code',
    description: 'The same Idempotency-Key hands out the same code again: it is derived, and only its hash is kept.',
  },
  listInvitations: { summary: 'Invitations to the roles of a unit, newest first, with the codes still open' },
  renewInvitation: { summary: 'A new code for 7 days; the one before is worth nothing any more' },
  revokeInvitation: { summary: 'Takes an invitation back' },
  endRole: {
    summary: 'Ends a role, by whoever may give it',
    description: 'It counts from the next request. When nobody keeps the unit any more the reply says so.',
  },
}
