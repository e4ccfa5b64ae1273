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
  getUnit: { summary: 'A unit with what its station page says, for whoever cares for it or stands above' },
  saveUnit: {
    summary: 'Phone, address, opening hours and the responsible person (第一责任人) of a unit',
    description: 'By its keeper or one above. The responsible person stands on the station page as they agreed to.',
  },
  addUnit: { summary: 'Adds a 点 or 岗 under an institute or a station' },
  closeUnit: {
    summary: 'Closes a station, 点 or 岗, by whoever stands above it',
    description: 'Refused while anything is open there. Its roles end and its invitations are taken back.',
  },
  listSheetImports: { summary: 'The caller’s sheets of invitations of the last 30 days' },
  getSheetImport: { summary: 'How far a sheet is: asked again while it is read or issued' },
  listSheetErrors: { summary: 'What is wrong in a sheet, cell by cell' },
  importSheet: {
    summary: 'Issues the invitations of a sheet: all or none, or the good rows',
    description: 'Rights are looked at once more. The codes are good once, for 7 days.',
  },
  listSheetInvitations: { summary: 'The invitations of a sheet with their codes, to hand out' },
  endRole: {
    summary: 'Ends a role, by whoever may give it',
    description: 'It counts from the next request. When nobody keeps the unit any more the reply says so.',
  },
}
