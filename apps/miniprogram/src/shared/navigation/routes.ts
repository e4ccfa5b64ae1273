/** Every page by one name, so that no path is typed twice. */
import Taro from '@tarojs/taro'

const paths = {
  home: 'tabs/home/home-page',
  activities: 'tabs/activities/activities-page',
  orders: 'tabs/orders/orders-page',
  me: 'tabs/me/me-page',
  clock: 'clock/clock-page',
  station: 'orders/station/station-page',
  form: 'orders/form/form-page',
  progress: 'orders/progress/progress-page',
  resubmit: 'orders/resubmit/resubmit-page',
  slip: 'orders/slip/slip-page',
  findStation: 'orders/find-station/find-station-page',
  records: 'staff/records/records-page',
  decidedRecords: 'staff/decided-records/decided-records-page',
  deputy: 'staff/deputy/deputy-page',
  answers: 'staff/answers/answers-page',
  heldWords: 'staff/held-words/held-words-page',
  peopleRoles: 'staff/people-roles/people-roles-page',
  units: 'staff/units/units-page',
  screens: 'staff/screens/screens-page',
  shelf: 'staff/shelf/shelf-page',
  actions: 'staff/actions/actions-page',
  invitations: 'staff/invitations/invitations-page',
  invitationSlips: 'staff/invitation-slips/invitation-slips-page',
  staffPapers: 'staff/papers/papers-page',
  papers: 'papers/mine/mine-page',
  guardian: 'papers/guardian/guardian-page',
  children: 'papers/children/children-page',
  offers: 'volunteer/offers/offers-page',
  why: 'volunteer/why/why-page',
  enter: 'volunteer/enter/enter-page',
  minutes: 'volunteer/minutes/minutes-page',
  stars: 'volunteer/stars/stars-page',
  decisions: 'volunteer/fraud/fraud-page',
  timeBank: 'volunteer/time-bank/time-bank-page',
  benefits: 'volunteer/benefits/benefits-page',
  benefit: 'volunteer/benefit/benefit-page',
  benefitCard: 'volunteer/benefit-card/benefit-card-page',
  benefitList: 'county/benefit-list/benefit-list-page',
  certificates: 'certificates/mine/mine-page',
  checkCertificates: 'certificates/check/check-page',
  points: 'volunteer/points/points-page',
  store: 'rewards/store/store-page',
  verify: 'rewards/verify/verify-page',
  family: 'rewards/family/family-page',
  shop: 'rewards/shop/shop-page',
  partner: 'rewards/partner/partner-page',
  statement: 'rewards/statement/statement-page',
  given: 'rewards/given/given-page',
  partners: 'staff/partners/partners-page',
  numbers: 'county/numbers/numbers-page',
  walks: 'county/walks/walks-page',
  walk: 'county/walk/walk-page',
  publicNotice: 'county/public-notice/public-notice-page',
  trial: 'county/trial/trial-page',
  countyDecisions: 'county/fraud/fraud-page',
  findTeam: 'teams/find/find-page',
  team: 'teams/team/team-page',
  myTeams: 'teams/mine/mine-page',
  leadTeam: 'teams/lead/lead-page',
  editTeam: 'teams/edit/edit-page',
  pairings: 'teams/pairings/pairings-page',
  pairing: 'teams/pairing/pairing-page',
  pair: 'teams/pair/pair-page',
  activity: 'activities/activity/activity-page',
  myShifts: 'activities/my-shifts/my-shifts-page',
  run: 'activities/run/run-page',
  manage: 'activities/manage/manage-page',
  write: 'activities/write/write-page',
  roll: 'activities/roll/roll-page',
  code: 'activities/code/code-page',
  report: 'activities/report/report-page',
  signIn: 'account/sign-in/sign-in-page',
  confirmSignIn: 'account/confirm-sign-in/confirm-sign-in-page',
  invitation: 'account/invitation/invitation-page',
  notices: 'account/notices/notices-page',
  feedback: 'account/feedback/feedback-page',
  settings: 'account/settings/settings-page',
  register: 'account/register/register-page',
  myData: 'account/my-data/my-data-page',
  close: 'account/close/close-page',
  calendar: 'account/calendar/calendar-page',
  affiliation: 'account/affiliation/affiliation-page',
} as const

export type PageName = keyof typeof paths

const urlOf = (page: PageName, query: Record<string, string>) => {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/${paths[page]}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

const tabs: ReadonlySet<PageName> = new Set(['home', 'activities', 'orders', 'me'] satisfies PageName[])

/** Opens a page; a tab is switched to and stays as it was left, so it takes no query. */
export const go = (page: PageName, query: Record<string, string> = {}) =>
  void (tabs.has(page) ? Taro.switchTab({ url: urlOf(page, {}) }) : Taro.navigateTo({ url: urlOf(page, query) }))

/** Back to where one came from; from a page opened by a link or a code, to the first page. */
export const goBack = (): void =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.reLaunch({ url: urlOf('home', {}) }))

/** Starts anew at a page: everything that was open, tabs too, is closed. */
export const replace = (page: PageName, query: Record<string, string> = {}) =>
  void Taro.reLaunch({ url: urlOf(page, query) })

/** Opens a page in place of this one, which is done. */
export const swap = (page: PageName, query: Record<string, string> = {}) =>
  void Taro.redirectTo({ url: urlOf(page, query) })
