/** What every problem means to a developer, and its HTTP status. */
import type { ProblemCode } from '../problems.ts'
import { earningProblems } from './earning-problems.ts'
import { rewardProblems } from './reward-problems.ts'

export const problems = {
  // the request itself
  'invalid-request': { status: 400, title: 'A field is missing, unknown, too long or of the wrong type' },
  'sign-in-needed': { status: 401, title: 'No valid access token' },
  'not-allowed': { status: 403, title: 'Your role does not allow this here' },
  'not-found': { status: 404, title: 'It does not exist, or it is not yours to see' },
  'body-too-large': { status: 413, title: 'The body is larger than allowed' },
  'unsupported-media': { status: 415, title: 'Content type not accepted' },
  'idempotency-key-needed': { status: 400, title: 'POST needs an Idempotency-Key header' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used with another body' },
  'too-many-requests': { status: 429, title: 'Too many requests; see Retry-After' },
  'too-many-wrong-codes': { status: 429, title: 'Too many wrong codes typed by this person; see Retry-After' },
  'internal-error': { status: 500, title: 'Our fault; nothing was changed' },
  'try-again': { status: 503, title: 'Busy for a moment; nothing was changed, try again' },

  // sessions
  'wechat-code-refused': { status: 401, title: 'WeChat did not accept the login code' },
  'wechat-unavailable': { status: 503, title: 'WeChat does not answer at the moment' },
  'refresh-token-refused': {
    status: 401,
    title: 'The refresh token is unknown, used or expired; the family is revoked',
  },
  'sign-in-request-expired': { status: 410, title: 'The sign-in request is over (2 minutes) or used' },
  'sign-in-request-not-yours': { status: 403, title: 'Another browser asked for this sign-in' },

  // orders
  'order-changed': { status: 409, title: 'Somebody moved this order first' },
  'order-not-open': { status: 409, title: 'The order is not in a state that allows this' },
  'own-order': { status: 403, title: 'Nobody triages, dispatches or serves their own order' },
  'item-not-offered-here': { status: 422, title: 'This item cannot be ordered at this station' },
  'slot-not-possible': { status: 422, title: 'The chosen time lies in the past or too far ahead' },
  'risk-answers-missing': { status: 422, title: 'Each risk of the item needs a yes or no (rule-04)' },
  'address-needed': { status: 422, title: 'A home visit needs an address' },
  'consent-needed': { status: 422, title: 'Ordering for somebody else needs their consent (rule-20)' },
  'head-count-needed': { status: 422, title: 'A group order needs a head-count' },
  'reason-unknown': { status: 422, title: 'The reason is not one of the policy’s' },
  'target-not-possible': { status: 422, title: 'The policy does not allow dispatching this way' },
  'target-unknown': { status: 422, title: 'The volunteer or team does not exist in this county or is not active' },
  'qualification-missing': { status: 422, title: 'The item needs a qualification this person does not hold (rule-05)' },
  'not-asked': { status: 403, title: 'This order was sent to somebody else' },
  'contact-not-yours': {
    status: 403,
    title: 'Address and phone are shown only to who accepted, until the order is closed (rule-27)',
  },
  'goers-not-in-team': { status: 422, title: 'Somebody named is not a member of the team' },
  'clock-running': { status: 409, title: 'Somebody’s clock is still running on this order' },
  'rating-over': { status: 409, title: 'The time for rating or reopening is over' },
  'duplicate-of-itself': { status: 422, title: 'An order cannot be a duplicate of itself or of another duplicate' },

  ...earningProblems,
  ...rewardProblems,

  // who fits what
  'volunteer-needed': { status: 422, title: 'Only a registered volunteer serves: register first' },
  'age-unknown': { status: 422, title: 'An age is asked here, and this person has not told theirs' },
  'age-not-fitting': { status: 422, title: 'The age does not fit (rule-05, rule-16)' },
  'guardian-consent-needed': { status: 422, title: 'A minor serves only with a guardian’s consent (rule-16)' },
  'insurance-missing': { status: 422, title: 'Hazardous work needs an insurance recorded for that day (rule-06)' },

  // activities
  'activity-changed': { status: 409, title: 'Somebody changed this activity first' },
  'activity-not-open': { status: 409, title: 'The activity or the shift is not in a state that allows this' },
  'call-incomplete': { status: 422, title: 'A call says what there is to do and what its risks are (rule-03)' },
  'openings-wrong': { status: 422, title: 'Openings and the way of signing up do not go together' },
  'places-taken': { status: 409, title: 'More are confirmed than there would be places' },
  'sign-up-over': { status: 409, title: 'The time for signing up, or leaving, is over' },
  'shift-full': { status: 409, title: 'Full, and the waitlist too' },
  'already-signed-up': { status: 409, title: 'There is an open sign-up for this shift' },
  'shifts-overlap': { status: 409, title: 'Another shift of theirs is at the same time' },
  'child-needed': { status: 422, title: 'This place is for a child whom a guardian signs up' },
  'child-unknown': { status: 422, title: 'No such child of the caller’s' },
  'signup-not-asked': { status: 409, title: 'Nobody waits to be admitted here' },
  'signup-unknown': { status: 422, title: 'Somebody named is not confirmed for this shift' },
  'roll-not-now': { status: 409, title: 'From half an hour before the start until a day after the end' },
  'pick-up-code-wrong': { status: 403, title: 'This is not the code that fetches the child' },
  'child-not-there': { status: 409, title: 'The child is not there by the roll, or has been fetched' },
  // registering, consents, one's own data
  'already-volunteer': { status: 409, title: 'This person is registered as a volunteer' },
  'notice-outdated': {
    status: 409,
    title: 'The notice has a newer version: it must be read before agreeing (rule-20)',
  },
  'id-number-refused': { status: 422, title: 'An ID number is never a volunteer’s number (rule-18)' },
  'confirmation-needed': { status: 422, title: 'Closing an account is confirmed on purpose' },
  'service-under-way': { status: 409, title: 'A service by or for this person is under way: it is finished first' },
  'national-no-taken': { status: 409, title: 'This national volunteer number is registered in the county' },
  // 双报到
  'dual-affiliation-off': { status: 409, title: 'This county has no 双报到: nobody is asked for it (rule-28)' },

  // papers
  'qualification-unknown': { status: 422, title: 'The county knows no such kind of qualification' },
  'qualification-waiting': { status: 409, title: 'One of this kind waits for staff already' },
  'qualification-not-pending': { status: 409, title: 'The qualification has been decided' },
  'own-qualification': { status: 403, title: 'Nobody verifies their own qualification' },
  'evidence-needed': { status: 422, title: 'There is no photo: say that you saw the paper' },
  'paper-over': { status: 422, title: 'The last day of this paper is over' },
  'insurance-overlaps': { status: 409, title: 'An insurance of this insurer covers some of these days already' },

  // guardians and children
  'guardian-not-needed': { status: 422, title: 'Of age: no guardian’s consent is needed' },
  'guardian-code-unknown': { status: 404, title: 'No such code of a minor, or it was used, replaced or is over' },
  'guardian-not-fitting': { status: 422, title: 'A guardian is a grown-up other than the minor (rule-16)' },
  'consent-stands': { status: 409, title: 'A guardian’s consent stands already' },
  'consent-over': { status: 409, title: 'This consent was withdrawn' },
  'child-consent-needed': { status: 422, title: 'A child’s data, and a health note, each need a consent (rule-22)' },
  'too-many-children': { status: 409, title: 'No more children can be registered by one guardian' },

  // screens
  'screen-unknown': { status: 404, title: 'No screen has this token: nobody confirmed it in time, or it was revoked' },
  'screen-code-unknown': { status: 404, title: 'No device shows this code, or it was used or is over (10 minutes)' },
  'too-many-screens': { status: 409, title: 'No more screens can be enrolled at one unit' },
  'codes-not-now': { status: 409, title: 'From half an hour before the start until the end and the grace' },

  // words
  'words-not-held': { status: 409, title: 'These words do not wait for review, or somebody reviewed them first' },

  // teams
  'team-circle': { status: 422, title: 'A team cannot stand below itself, or deeper than eight levels' },
  'team-unknown': { status: 422, title: 'The team above does not exist in this county' },
  'skill-unknown': { status: 422, title: 'The skill or platform is not one of the county’s' },
  'team-has-orders': { status: 409, title: 'An order sent to this team is still open' },
  'already-in-team': { status: 409, title: 'This person is in the team already' },
  'already-asked': { status: 409, title: 'A request of this person waits already' },
  'request-answered': { status: 409, title: 'The request was answered, taken back, or is over' },
  'team-code-unknown': { status: 404, title: 'No team in this county has this code, or it was renewed or ended' },
  'not-in-team': { status: 409, title: 'This person is not in the team' },
  'already-leads': { status: 409, title: 'This person leads the team in this rank already' },
  'not-named': { status: 409, title: 'Nobody named this person to lead, or it was answered' },

  // pairings
  'already-paired': { status: 409, title: 'This volunteer and this person are paired already' },
  'pairing-not-open': { status: 409, title: 'The pairing is not in a state that allows this' },
  'visit-order-unknown': { status: 422, title: 'This person did not go on that order, or the visit is written down' },

  // people, roles, files
  'photo-refused': { status: 422, title: 'Not a photo we can read, or too large' },
  'role-not-grantable': { status: 403, title: 'Only a holder of the role, or who stands above, may do this' },
  'invitation-unknown': {
    status: 404,
    title: 'No such invitation in this county, or it was used, replaced or is over',
  },
  'role-held-already': { status: 409, title: 'This person holds this role on this unit already' },
  'invitation-over': { status: 409, title: 'The invitation was accepted or revoked' },
  'sheet-not-read': { status: 409, title: 'The sheet is still being read, was refused, or was imported before' },
  'sheet-has-errors': { status: 409, title: 'All or nothing was asked, and some rows have errors' },
  'unit-in-use': { status: 409, title: 'The unit has open orders, coming activities, a shelf or units below it' },
  'unit-name-taken': { status: 409, title: 'There is a unit of this name beside it' },
  'hours-invalid': { status: 422, title: 'It closes before it opens' },
  'period-invalid': { status: 422, title: 'The period ends before it starts, is over, or is longer than allowed' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>
