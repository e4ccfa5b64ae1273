/**
 * Every problem the API may answer with (RFC 9457), by its stable code, which the client words in Chinese; status and title stand in docs/problems.ts. A code
 * that no endpoint promises, or that a route answers without promising, fails the contract check.
 */
import * as z from 'zod/mini'

export const problemCodes = [
  // the request itself
  ...['invalid-request', 'sign-in-needed', 'not-allowed', 'not-found', 'body-too-large', 'unsupported-media'],
  ...['idempotency-key-needed', 'idempotency-key-reused', 'too-many-requests', 'too-many-wrong-codes'],
  ...['internal-error', 'try-again'],
  // sessions
  ...['wechat-code-refused', 'wechat-unavailable', 'refresh-token-refused', 'sign-in-request-expired'],
  ...['sign-in-request-not-yours'],
  // orders
  ...['order-changed', 'order-not-open', 'own-order', 'item-not-offered-here', 'slot-not-possible'],
  ...['risk-answers-missing', 'address-needed', 'consent-needed', 'head-count-needed', 'reason-unknown'],
  ...['target-not-possible', 'target-unknown', 'qualification-missing', 'not-asked', 'contact-not-yours'],
  ...['goers-not-in-team', 'clock-running', 'rating-over', 'duplicate-of-itself'],
  // who fits what
  ...['volunteer-needed', 'age-unknown', 'age-not-fitting', 'guardian-consent-needed', 'insurance-missing'],
  // activities
  ...['activity-changed', 'activity-not-open', 'call-incomplete', 'openings-wrong', 'places-taken', 'sign-up-over'],
  ...['shift-full', 'already-signed-up', 'shifts-overlap', 'child-needed', 'child-unknown', 'signup-not-asked'],
  ...['signup-unknown', 'roll-not-now', 'pick-up-code-wrong', 'child-not-there'],
  // registering, consents, one's own data
  ...['already-volunteer', 'notice-outdated', 'id-number-refused', 'confirmation-needed', 'service-under-way'],
  ...['national-no-taken'],
  // 双报到
  ...['dual-affiliation-off'],
  // papers
  ...['qualification-unknown', 'qualification-waiting', 'qualification-not-pending', 'own-qualification'],
  ...['evidence-needed', 'paper-over', 'insurance-overlaps'],
  // guardians and children
  ...['guardian-not-needed', 'guardian-code-unknown', 'guardian-not-fitting', 'consent-stands', 'consent-over'],
  ...['child-consent-needed', 'too-many-children'],
  // screens
  ...['screen-unknown', 'screen-code-unknown', 'too-many-screens', 'codes-not-now'],
  // words
  ...['words-not-held'],
  // teams
  ...['team-circle', 'team-unknown', 'skill-unknown', 'team-has-orders', 'already-in-team', 'already-asked'],
  ...['request-answered', 'team-code-unknown', 'not-in-team', 'already-leads', 'not-named'],
  // pairings
  ...['already-paired', 'pairing-not-open', 'visit-order-unknown'],
  // people, roles, files
  ...['photo-refused', 'role-not-grantable', 'invitation-unknown', 'role-held-already', 'invitation-over'],
  ...['sheet-not-read', 'sheet-has-errors', 'unit-in-use', 'unit-name-taken', 'hours-invalid', 'period-invalid'],
  // hours and what they earn
  ...['record-not-pending', 'record-not-standing', 'period-wrong', 'record-overlaps', 'manual-entry-off'],
  ...['manual-entry-too-long', 'manual-entry-too-late', 'manual-entry-over-month', 'own-approval', 'own-objection'],
  ...['record-not-on-notice', 'already-objected', 'too-many-objections', 'objection-over', 'own-entry'],
  ...['own-record', 'over-approval-limit', 'record-not-reversed', 'nothing-absorbed', 'fraud-too-late'],
  ...['fraud-decided', 'appeal-over', 'own-decision', 'fraud-over', 'action-not-running', 'count-day-wrong'],
  ...['over-action-cap', 'own-count', 'count-undone', 'nothing-to-audit', 'full-name-needed', 'nothing-to-certify'],
  ...['certificate-over'],
  // exchanging, the shelf, partners, time and families
  ...['not-enough-points', 'out-of-stock', 'over-limit', 'over-item-limit', 'not-open-yet', 'not-enough-stock'],
  ...['redemption-not-held', 'redemption-not-used', 'undo-too-late', 'family-off', 'family-code-unknown'],
  ...['in-family-already', 'family-full', 'not-in-family', 'points-not-shared', 'return-too-late'],
  ...['partner-name-taken', 'partner-unknown', 'partner-closed', 'partner-in-use', 'statement-not-open'],
  ...['statement-not-disputed', 'voucher-unknown', 'voucher-not-here', 'time-bank-off', 'record-not-approved'],
  ...['time-saved-already', 'time-pledged', 'over-saving-limit', 'not-enough-time', 'pool-too-small', 'gift-over'],
  ...['gift-code-unknown', 'benefit-not-earned', 'benefit-used-up', 'benefit-code-unknown', 'benefit-code-over'],
  ...['benefit-code-used', 'benefit-use-undone', 'benefit-card-open', 'own-benefit', 'own-gift'],
] as const
export type ProblemCode = (typeof problemCodes)[number]
export const ProblemCodeSchema = z.enum(problemCodes)

/** The body of every refusal: `application/problem+json`. `errors` names the fields of an `invalid-request`. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCodeSchema,
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
