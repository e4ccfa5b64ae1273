/** Closing an account (rules 23, 26): when it may be done, and what becomes of everything that names the person. */
import type { ProblemCode } from '@sidan/types/problems'

/** Not while a clock of theirs runs, and not in the middle of a service by or for them; and on purpose. */
export function mayClose(asked: {
  understood: boolean
  clockRuns: boolean
  serviceUnderWay: boolean
}): true | ProblemCode {
  if (!asked.understood) return 'confirmation-needed'
  if (asked.clockRuns) return 'clock-running'
  return asked.serviceUnderWay ? 'service-under-way' : true
}

/** What somebody is called afterwards, wherever a record still names them. */
export const neutralName = '已注销'
/** What stands where their words stood. */
export const neutralWords = '（本人已注销，内容已删）'

/**
 * What becomes of every column that refers to a person when that person leaves. `gone`: the row goes. `emptied`: the row stays, what they said or what
 * tells of them is taken out. `kept`: the row is ids, codes, times and numbers, and stays as it is under the neutral name (rule-15). A test holds every
 * foreign key to people to this list.
 */
export const whenLeaving: Readonly<Record<string, 'gone' | 'emptied' | 'kept'>> = {
  'accounts.person_id': 'kept',
  'action_counts.by_id': 'kept',
  'action_counts.person_id': 'emptied',
  'action_counts.undone_by_id': 'kept',
  'action_days.person_id': 'kept',
  'activities.drafted_by_id': 'kept',
  'activities.published_by_id': 'kept',
  'benefit_cards.person_id': 'kept',
  'benefit_uses.by_id': 'kept',
  'benefit_uses.person_id': 'kept',
  'benefit_uses.undone_by_id': 'kept',
  'calendar_feeds.person_id': 'kept',
  'certificates.person_id': 'emptied',
  'audit_walks.drawn_by_id': 'kept',
  'certificates.revoked_by_id': 'kept',
  'children.guardian_id': 'emptied',
  'clock_events.person_id': 'kept',
  'clocks.person_id': 'kept',
  'consents.by_id': 'kept',
  'consents.person_id': 'kept',
  'family_members.person_id': 'kept',
  'feedback.person_id': 'emptied',
  'fraud_decisions.answered_by_id': 'kept',
  'fraud_decisions.decided_by_id': 'kept',
  'fraud_decisions.lifted_by_id': 'kept',
  'fraud_decisions.person_id': 'emptied',
  'guardian_consents.guardian_id': 'emptied',
  'guardian_consents.minor_id': 'emptied',
  'guardian_consents.recorded_by_id': 'kept',
  'guardian_requests.minor_id': 'gone',
  'insurances.person_id': 'emptied',
  'insurances.recorded_by_id': 'kept',
  'notices.person_id': 'gone',
  'order_goers.person_id': 'kept',
  'orders.assignee_id': 'kept',
  'orders.requester_id': 'emptied',
  'orders.target_person_id': 'kept',
  'pairing_substitutes.person_id': 'kept',
  'pairing_visits.by_id': 'emptied',
  'pairings.household_person_id': 'emptied',
  'pairings.volunteer_id': 'kept',
  'partner_statement_events.by_id': 'kept',
  'partners.added_by_id': 'kept',
  'photos.uploaded_by_id': 'kept',
  'qualifications.decided_by_id': 'kept',
  'qualifications.person_id': 'gone',
  'record_objections.by_id': 'emptied',
  'record_objections.dismissed_by_id': 'kept',
  'redemptions.payer_id': 'kept',
  'redemptions.person_id': 'kept',
  'reward_stock_moves.by_id': 'kept',
  'time_gifts.from_id': 'kept',
  'time_gifts.to_id': 'kept',
  'time_pledges.person_id': 'kept',
  'time_pledges.set_by_id': 'kept',
  'time_pool_gifts.from_id': 'kept',
  'role_grants.person_id': 'kept',
  'role_invitations.accepted_by_id': 'emptied',
  'role_invitations.issued_by_id': 'kept',
  'screens.by_id': 'kept',
  'screens.revoked_by_id': 'kept',
  'service_records.person_id': 'emptied',
  'session_families.person_id': 'kept',
  'sign_in_requests.confirmed_by_id': 'gone',
  'sheet_imports.uploaded_by_id': 'kept',
  'shifts.reported_by_id': 'kept',
  'signups.answered_by_id': 'kept',
  'signups.marked_by_id': 'kept',
  'signups.person_id': 'emptied',
  'star_changes.person_id': 'kept',
  'team_members.person_id': 'gone',
  'team_messages.author_id': 'gone',
  'team_namings.named_by_id': 'kept',
  'team_namings.person_id': 'gone',
  'team_requests.answered_by_id': 'kept',
  'team_requests.person_id': 'kept',
  'volunteers.person_id': 'emptied',
  'voucher_verifications.by_id': 'kept',
  'voucher_verifications.returned_by_id': 'kept',
  'voucher_verifications.undone_by_id': 'kept',
  'word_checks.author_id': 'emptied',
  'word_checks.reviewed_by_id': 'kept',
}
