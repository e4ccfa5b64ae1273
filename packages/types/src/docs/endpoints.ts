/** What each endpoint is for, as the reference page says it: by the endpoint's name. Whoever adds an endpoint adds its line; a test counts them. */
import { activities } from './activities.ts'
import { affiliations } from './affiliations.ts'
import { auditWalks } from './audit-walks.ts'
import { benefits } from './benefits.ts'
import { calendarFeeds } from './calendar-feeds.ts'
import { certificates } from './certificates.ts'
import type { EndpointDoc } from './endpoint-doc.ts'
import { hours } from './hours.ts'
import { oneself } from './oneself.ts'
import { orders } from './orders.ts'
import { pairings } from './pairings.ts'
import { papers } from './papers.ts'
import { rewards } from './rewards.ts'
import { roles } from './roles.ts'
import { screens } from './screens.ts'
import { sessions } from './sessions.ts'
import { signups } from './signups.ts'
import { teams } from './teams.ts'

const dispatch: Record<string, EndpointDoc> = {
  getWorkList: {
    summary: '待办: orders of the caller’s subtree that wait for staff, earliest due first',
    description: 'Counts are of the whole subtree, capped at 999.',
  },
  suggestForOrder: {
    summary: 'Who could be asked, best first, each with reasons',
    description: 'Deterministic, and only a suggestion: a human decides (rule-25).',
  },
  dispatchOrder: {
    summary: '派单 or 转派: to a volunteer, to a team, or open for claiming (认领)',
    description: '`startsAt` and `endsAt` fix the appointment.',
  },
  triageOrders: {
    summary: '审单 for several orders',
    description: 'Each stands alone, and each answer says what became of it.',
  },
  dispatchOrders: {
    summary: '派单 for several orders, to one target',
    description: 'Each stands alone, and each answer says what became of it.',
  },
  listOffers: {
    summary: '能接的单: what this volunteer may accept',
    description:
      '`sentToMe` first (this person or a team they lead was asked), then what is open for claiming, nearest first, ties by due time.',
  },
  listTasks: { summary: 'What this person accepted or was named for and is not over, by appointment' },
}

const points: Record<string, EndpointDoc> = {
  listStarChanges: {
    summary: '星级怎么来的: the caller’s star changes with what each was decided on, newest first',
    description:
      'Hours of voluntary service are the base (rule-12); ratings hold a level back where the county says so.',
  },
  getBalances: { summary: 'Minutes, points and time credit of this person' },
  listMinutes: {
    summary:
      'Where this person’s minutes come from, record by record, and what was taken back; they add up to the total',
  },
  listPoints: {
    summary: 'How the points came about, newest first',
    description: '`totalPoints` and the list come from one query: they always agree.',
  },
}

const places: Record<string, EndpointDoc> = {
  listCounties: { summary: 'The counties that run here' },
  listUnits: {
    summary: 'Children of a unit (of the center when none is named)',
    description: 'By administrative code, never by rank (rule-30).',
  },
  getStationPage: { summary: 'What the code on a station’s wall opens', description: 'Needs no sign-in.' },
  getPointsTrial: {
    summary: '试算: what other points would have given in a month, beside what was given; for the county’s keeper',
    description:
      '`candidate` is the `points` of a policy as JSON; without it the present ones are tried. `before` is what the ledger posted. Nothing is posted, kept or rewritten.',
  },
  getCountyNumbers: {
    summary: 'The month in numbers',
    description: 'For staff of the county; institutes see their own subtree. Derived from work done, never typed.',
  },
  getUnitNumbers: {
    summary: 'What was done in a month at a unit and below it',
    description:
      'Needs no sign-in. Rolled up each minute; figures that would tell about somebody are null (rule-07, rule-24).',
  },
  listHeldWords: {
    summary: '待审: words that wait for a person, oldest first; for staff of the center',
    description:
      'What WeChat’s check did not pass, or could not check (rule-44). Until then only their author and staff read them.',
  },
  reviewWords: { summary: 'Shows words that wait, or keeps them hidden; nobody reviews their own' },
  giveFeedback: { summary: '意见建议: a complaint or suggestion about a unit or the county (rule-32)' },
  listMyFeedback: { summary: 'What this person wrote, with the answers' },
  listFeedback: { summary: 'What people wrote, unanswered first; for staff of the unit or above' },
  answerFeedback: { summary: 'Answers a complaint or suggestion; its writer is told' },
}

const people: Record<string, EndpointDoc> = {
  getMe: { summary: 'The caller: name, roles, station, what is remembered for the next order' },
  saveContact: {
    summary: 'Saves the address and phone that the next order is prefilled with',
    description: 'Null forgets one. Both are stored sealed.',
  },
  savePhoneFromWechat: {
    summary: 'Saves the phone of WeChat’s phone button',
    description: 'The one-time code is exchanged on the server; refusing it never stops anything (rule-47).',
  },
  findPeople: {
    summary: 'People in the caller’s subtree by name; staff only',
    description:
      'By the characters, full pinyin or initials (`lsf` finds 李师傅), also of a full name that is not shown.',
  },
  listNotices: { summary: 'What this person was told, newest first' },
  readNotices: { summary: 'Marks every notice up to and including this one as read' },
  nameDeputy: {
    summary: 'AB岗: a keeper names who stands in while away',
    description: 'From and until are civil days, both included, at most 92 days.',
  },
  acceptInvitation: {
    summary: 'Takes up the role that a one-time code was issued for',
    description:
      'How a county’s first keeper comes in: the code is printed when the county is set up, and is good once, for 7 days.',
  },
  endDeputy: { summary: 'Ends a deputy’s stead at once' },
}

export const endpointDocs: Readonly<Record<string, EndpointDoc>> = {
  ...orders,
  ...dispatch,
  ...hours,
  ...points,
  ...places,
  ...activities,
  ...affiliations,
  ...calendarFeeds,
  ...auditWalks,
  ...rewards,
  ...benefits,
  ...certificates,
  ...screens,
  ...signups,
  ...people,
  ...roles,
  ...oneself,
  ...papers,
  ...sessions,
  ...teams,
  ...pairings,
}
