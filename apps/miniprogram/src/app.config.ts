const tabs = [
  { pagePath: 'tabs/home/home-page', text: '首页' },
  { pagePath: 'tabs/activities/activities-page', text: '活动' },
  { pagePath: 'tabs/orders/orders-page', text: '单子' },
  { pagePath: 'tabs/me/me-page', text: '我的' },
]

/** Every component in every state, for eyes and browser tests: built with TARO_APP_GALLERY=1 only. */
const gallery = process.env.TARO_APP_GALLERY === '1' ? ['ui-gallery/gallery-page'] : []

/** What hangs on a station's wall is a browser. */
const stationScreen = process.env.TARO_ENV === 'h5' ? [{ root: 'station-screen', pages: ['screen/screen-page'] }] : []

/** The page tree. Main package: what must open without signal. Each other area is one subpackage, loaded when first opened. */
export default defineAppConfig({
  pages: [...tabs.map((tab) => tab.pagePath), 'clock/clock-page', ...gallery],
  subPackages: [
    {
      root: 'orders',
      pages: [
        'station/station-page',
        'form/form-page',
        'progress/progress-page',
        'resubmit/resubmit-page',
        'slip/slip-page',
        'find-station/find-station-page',
      ],
    },
    {
      root: 'staff',
      pages: [
        'records/records-page',
        'decided-records/decided-records-page',
        'deputy/deputy-page',
        'answers/answers-page',
        'held-words/held-words-page',
        'people-roles/people-roles-page',
        'units/units-page',
        'screens/screens-page',
        'shelf/shelf-page',
        'partners/partners-page',
        'actions/actions-page',
        'invitations/invitations-page',
        'invitation-slips/invitation-slips-page',
        'papers/papers-page',
      ],
    },
    {
      root: 'volunteer',
      pages: [
        'offers/offers-page',
        'why/why-page',
        'enter/enter-page',
        'minutes/minutes-page',
        'points/points-page',
        'stars/stars-page',
        'time-bank/time-bank-page',
        'benefits/benefits-page',
        'benefit/benefit-page',
        'benefit-card/benefit-card-page',
        'fraud/fraud-page',
      ],
    },
    {
      root: 'account',
      pages: [
        'sign-in/sign-in-page',
        'confirm-sign-in/confirm-sign-in-page',
        'invitation/invitation-page',
        'notices/notices-page',
        'feedback/feedback-page',
        'settings/settings-page',
        'register/register-page',
        'my-data/my-data-page',
        'close/close-page',
        'calendar/calendar-page',
        'affiliation/affiliation-page',
      ],
    },
    { root: 'papers', pages: ['mine/mine-page', 'guardian/guardian-page', 'children/children-page'] },
    { root: 'certificates', pages: ['mine/mine-page', 'check/check-page'] },
    {
      root: 'rewards',
      pages: [
        'store/store-page',
        'verify/verify-page',
        'family/family-page',
        'shop/shop-page',
        'partner/partner-page',
        'statement/statement-page',
        'given/given-page',
      ],
    },
    {
      root: 'county',
      pages: [
        'numbers/numbers-page',
        'walks/walks-page',
        'walk/walk-page',
        'public-notice/public-notice-page',
        'benefit-list/benefit-list-page',
        'trial/trial-page',
        'fraud/fraud-page',
      ],
    },
    {
      root: 'teams',
      pages: [
        'find/find-page',
        'team/team-page',
        'mine/mine-page',
        'lead/lead-page',
        'edit/edit-page',
        'pairings/pairings-page',
        'pairing/pairing-page',
        'pair/pair-page',
      ],
    },
    {
      root: 'activities',
      pages: [
        'activity/activity-page',
        'my-shifts/my-shifts-page',
        'run/run-page',
        'manage/manage-page',
        'write/write-page',
        'roll/roll-page',
        'code/code-page',
        'report/report-page',
      ],
    },
    ...stationScreen,
  ],
  // Declared so that tabs keep their state; drawn by the pages themselves on both targets (bigger and fewer in elder mode).
  tabBar: { custom: true, color: '#43514B', selectedColor: '#135E4C', backgroundColor: '#FFFFFF', list: tabs },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '四单',
    navigationBarBackgroundColor: '#F1F4F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F1F4F1',
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
})
