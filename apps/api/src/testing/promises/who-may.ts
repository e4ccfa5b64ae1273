/**
 * Who may ask what of whom, as the rules of roles say it (roles/rules.ts, DESIGN §8), not as the server answers. Each endpoint is asked with its valid
 * request, which is about the first county's station and its people; whoever is not named here is refused, in the county and from the other one.
 */

/** Who decides about what lies at the station: its keeper, the institute's, the county's. */
const staff = ['keeper', 'institute', 'center']
/** The same for what lies at the institute. */
const above = ['institute', 'center']
/** Whoever has a desk of their own somewhere: the answer is about their own subtree. */
const desks = [...staff, 'besideKeeper', 'elsewhereKeeper']

/**
 * `anybody`: everybody signed in of this county, about themselves or what is everybody's. `each`: several things at once, each refused by itself and told
 * in the reply; the endpoint for one of them stands here as well.
 */
export type WhoMay = 'anybody' | 'each' | readonly string[]

const named = (may: WhoMay, ...names: string[]): Record<string, WhoMay> =>
  Object.fromEntries(names.map((name) => [name, may]))

const oneself: Record<string, WhoMay> = named(
  'anybody',
  ...['getMe', 'saveContact', 'saveName', 'savePhoneFromWechat', 'getMyData', 'exportMyData', 'closeAccount'],
  ...[
    'getAffiliation',
    'saveAffiliation',
    'listConsents',
    'saveConsent',
    'getVolunteerForm',
    'registerVolunteer',
    'saveProfile',
    'confirmSignIn',
  ],
  ...[
    'listStarChanges',
    'getEntryForm',
    'issueCertificate',
    'listMyCertificates',
    'listNotices',
    'getBalances',
    'listPoints',
    'listMinutes',
    'listMyRecords',
    'listMyOrders',
    'listMyFeedback',
    'giveFeedback',
  ],
  ...[
    'listMyRedemptions',
    'listMyPartners',
    'getFamily',
    'foundFamily',
    'joinFamily',
    'listRewardItems',
    'redeemItem',
    'listOffers',
    'listTasks',
    'getMyClock',
    'submitOrder',
  ],
  ...['listMyShifts', 'signUp', 'signUpForAll', 'listMyTeams', 'listTeams', 'getTeam', 'getTeamLife', 'askToJoin'],
  ...['joinTeamByCode', 'acceptInvitation', 'listMyPairings', 'listMyQualifications', 'addQualification'],
  ...['listMyInsurances', 'getGuardianship', 'askGuardian', 'openGuardianRequest', 'agreeAsGuardian'],
  ...['listMyChildren', 'registerChild', 'listCalendarFeeds', 'openCalendarFeed', 'listSheetImports'],
)

const orders: Record<string, WhoMay> = {
  ...named(staff, 'triageOrder', 'sendBackOrder', 'rejectOrder', 'markDuplicateOrder', 'dispatchOrder'),
  ...named(['resident'], 'resubmitOrder', 'cancelOrder', 'rateOrder', 'reopenOrder', 'readNotices'),
  ...named(['volunteer'], 'declineOrder', 'returnOrder', 'fulfillOrder', 'revealContact'),
  // Sent to a team: its leader accepts.
  acceptOrder: ['second'],
  nameGoers: ['second'],
  suggestForOrder: [...staff, 'auditor'],
  getOrder: ['resident', ...staff, 'auditor'],
  getWorkList: desks,
  ...named('each', 'triageOrders', 'dispatchOrders', 'sendClockEvents', 'approveRecords', 'recordInsurances'),
}

const activities: Record<string, WhoMay> = {
  ...named(staff, 'draftActivity', 'publishActivity', 'changeActivity', 'addShifts', 'copyActivity', 'draftFromOrder'),
  ...named(staff, 'cancelActivity', 'cancelShift', 'changeShift', 'setPlaces'),
  ...named(staff, 'getRoll', 'callRoll', 'answerSignup', 'pickUpChild', 'reportShift'),
  ...named([...desks, 'second'], 'listRunActivities', 'getActivityForm'),
  leaveShift: ['volunteer'],
  endCalendarFeed: ['volunteer'],
}

const earning: Record<string, WhoMay> = {
  ...named([...staff, 'approver'], 'approveRecord', 'rejectRecord', 'correctRecord', 'reverseRecord'),
  withdrawRecord: ['volunteer'],
  ...named(
    'anybody',
    'objectToRecord',
    'getTimeBank',
    'listTimeCredit',
    'giveTime',
    'giveToPool',
    'acceptTimeGift',
    'listMyFraudDecisions',
  ),
  ...named(['volunteer'], 'saveTime', 'cancelTimeGift'),
  // Set aside by who asked: nobody who dispatches or serves sees it (rule-08).
  ...named(['resident'], 'getTimePledge', 'pledgeTime', 'releaseTimePledge'),
  ...named(staff, 'getPoolPledge', 'pledgePoolTime', 'releasePoolTime'),
  listObjections: [...desks, 'approver'],
  // Whose record it is, and another keeper of the center than who decided: each a newcomer.
  ...named([], 'appealFraud', 'answerFraudAppeal'),
  ...named(['center'], 'getFraud', 'decideFraud', 'liftFraud', 'listFraudDecisions'),
  // Not the station's keeper, who approved it.
  dismissObjection: [...above, 'approver'],
  enterRecord: [...staff, 'approver', 'third'],
  getRecordWhy: ['volunteer', ...staff, 'approver', 'auditor'],
  listPendingRecords: [...desks, 'approver'],
  listDecidedRecords: [...desks, 'approver', 'auditor'],
  ...named(['volunteer'], 'getRedemption', 'cancelRedemption'),
  ...named(['center'], 'verifyVoucher', 'undoVerification'),
  // Whoever is in the family.
  ...named(['volunteer'], 'renewFamilyCode', 'saveSharing', 'leaveFamily'),
  // Owners of a partner work there.
  ...named([...desks, 'merchant', 'shopOwner'], 'listHandedOut', 'verifyBenefit', 'listVerifiedUses'),
  ...named('anybody', 'listMyBenefits', 'listBenefitUses'),
  ...named(['volunteer'], 'getBenefitCodes', 'openBenefitCard', 'endBenefitCard', 'getBenefitCard'),
  undoBenefitUse: ['merchant', 'center'],
  // A list goes to a partner of the county's.
  listCardHolders: ['center'],
  ...named([...staff, 'auditor'], 'listShelf', 'listStockMoves'),
  ...named(staff, 'addShelfItem', 'changeShelfItem', 'closeShelfItem', 'reopenShelfItem', 'recordStockMove'),
  ...named([...staff, 'auditor'], 'listPartners', 'listGivenAtUnit'),
  ...named(staff, 'addPartner', 'changePartner', 'closePartner'),
  ...named(['shopOwner', ...staff, 'auditor'], 'getPartner', 'listPartnerInvitations', 'listGivenAtPartner'),
  ...named(['shopOwner', ...staff, 'auditor'], 'listStatements', 'getStatement'),
  ...named(['shopOwner', ...staff], 'invitePartnerMember', 'endPartnerMember'),
  ...named(['shopOwner'], 'confirmStatement', 'disputeStatement'),
  answerStatement: staff,
  returnVoucher: ['center'],
  ...named(staff, 'listRunningActions', 'countAction', 'reverseActionCount'),
  listActionCounts: [...staff, 'auditor'],
  revokeCertificate: ['center'],
  ...named(['center', 'auditor'], 'drawWalk', 'listWalks', 'getWalk'),
}

const people: Record<string, WhoMay> = {
  findPeople: [...desks, 'gridWorker'],
  ...named(['neighbour'], 'correctChild', 'removeChild', 'renewPickUpCode'),
  ...named(staff, 'verifyQualification', 'refuseQualification', 'removeInsurance', 'recordPaperConsent'),
  ...named([...desks, 'auditor'], 'listQualifications', 'listInsurances', 'listMinors'),
  removeQualification: ['volunteer'],
  withdrawGuardianConsent: ['neighbour', ...staff],
}

const units: Record<string, WhoMay> = {
  ...named(staff, 'saveUnit', 'addUnit', 'closeUnit', 'setUpPairing', 'answerFeedback'),
  ...named(staff, 'grantRole', 'endRole', 'inviteToRole', 'renewInvitation', 'revokeInvitation'),
  // The codes on a phone: for a shift of the station.
  ...named(staff, 'enrolScreen', 'listScreens', 'revokeScreen', 'issueCodes'),
  ...named([...staff, 'auditor'], 'getUnit', 'listGrants', 'listInvitations'),
  nameDeputy: ['keeper'],
  endDeputy: ['keeper', 'third'],
  ...named(['institute'], 'getSheetImport', 'importSheet', 'listSheetErrors', 'listSheetInvitations'),
  listFeedback: desks,
  listPairings: desks,
  ...named(['center'], 'listHeldWords', 'reviewWords', 'getPointsTrial'),
  ...named([...above, 'elsewhereKeeper', 'auditor'], 'getCountyNumbers', 'listAims'),
  // rule-28: sums alone, at the center and in the department they are about.
  listAffiliationNumbers: ['center', 'auditor'],
}

const together: Record<string, WhoMay> = {
  ...named(above, 'foundTeam', 'changeTeam', 'closeTeam', 'nameLeader'),
  ...named(
    ['second', ...above],
    'answerJoinRequest',
    'listJoinRequests',
    'getTeamCode',
    'issueTeamCode',
    'endTeamCode',
  ),
  ...named(['second', ...above], 'endLeading', 'tellMembers', 'writeTeamWords'),
  ...named(['volunteer'], 'answerNaming', 'cancelJoinRequest', 'leaveTeam', 'saveMembership'),
  ...named(['volunteer'], 'answerPairing', 'recordVisit', 'revealHousehold'),
  ...named(['volunteer', ...staff], 'endPairing', 'nameSubstitute'),
  getPairing: ['volunteer', ...staff],
  answerSubstitute: ['second'],
}

/** By endpoint name; one that is missing fails the test. */
export const whoMay: Readonly<Record<string, WhoMay>> = {
  ...oneself,
  ...orders,
  ...activities,
  ...earning,
  ...people,
  ...units,
  ...together,
}
