import type { EndpointDoc } from './endpoint-doc.ts'

/** The clock and service records. */
export const hours: Record<string, EndpointDoc> = {
  sendClockEvents: {
    summary: '签到 and 签退: stores what the phone recorded, also long after',
    description:
      'Up to 50 events in any order, any number of times: each names an order or a shift, is stored once by its id, and each answer says what became of it. What is odd goes to review and is never dropped. At a shift, who is confirmed as a volunteer checks in from half an hour before the start until the end; what counts is the time served (rule-11).',
  },
  getMyClock: { summary: 'The clock running now, if any, and the shifts of today and tomorrow that may be clocked' },
  getEntryForm: { summary: '补录: the limits, platforms, unit and shifts that an entry by hand may name' },
  enterRecord: {
    summary: '补录: enters service that no clock measured',
    description:
      'With a reason and a photo, within the policy’s limits; it waits for approval by another person, and its minutes are declared, never clocked. Whoever approves reads the words: that is their review (rule-44).',
  },
  listMyRecords: { summary: 'This person’s service records, newest first' },
  getRecordWhy: { summary: 'Where the minutes and points of one record come from, line by line' },
  listPendingRecords: {
    summary: '核时长: records of the caller’s subtree that wait, the odd ones on top with their reasons',
  },
  listDecidedRecords: { summary: 'Records of the caller’s subtree that were decided, by name' },
  approveRecord: {
    summary: 'Approves a record',
    description: 'Minutes and points are posted in the same transaction. Nobody decides on their own record.',
  },
  withdrawRecord: {
    summary: 'Takes a record of one’s own back while it waits',
    description: 'Nothing was posted yet and nothing is deleted; the time is free again.',
  },
  rejectRecord: { summary: 'Rejects a record, with words that its owner reads' },
  approveRecords: { summary: 'Approves several records', description: 'Each stands alone.' },
  getTimeBank: { summary: '时间银行: time credit, what may be saved, and gifts that wait' },
  listTimeCredit: { summary: 'Movements of time credit, newest first, with the total from the same query' },
  saveTime: {
    summary: '存时间: makes time credit of an approved record, once',
    description: 'The minutes, stars and certificates stay as they are: time credit is a unit of its own (rule-13).',
  },
  giveTime: {
    summary: '送时间: sets own time credit aside for whoever types the code',
    description: 'What was received cannot be given on. It comes back when nobody took it in the policy’s days.',
  },
  cancelTimeGift: { summary: 'Takes a gift back while nobody took it' },
  acceptTimeGift: { summary: '收时间: by typing its code, which is the consent' },
  getTimePledge: { summary: 'What the requester of an order set aside for it; nobody else sees it (rule-08)' },
  pledgeTime: {
    summary: '用时间: sets time aside for an order of one’s own, before anybody serves',
    description:
      'Who serves earns it when the record is approved, up to the minutes served; the rest comes back. What was received goes first.',
  },
  releaseTimePledge: { summary: 'Takes it back before anybody serves' },
  listRunningActions: {
    summary: '加分小事: what can be counted at a unit on a day, by the policy in force on it',
    description:
      'With `personId`, how many pieces that person was counted for on the day already, at all units together.',
  },
  listActionCounts: {
    summary: 'What was counted for a day at a unit and below it, newest first; for its staff, those above, auditors',
    description:
      '`samePairTimes` says that one person counts often for the same volunteer. Nothing follows from it by itself.',
  },
  countAction: {
    summary: '记一笔: pieces of an action for a volunteer, today or up to three days back',
    description:
      'Points alone, never minutes (rule-13). The cap is per person, action and civil day over all units; nobody counts for themselves.',
  },
  reverseActionCount: {
    summary: '撤回: takes a counting back, with words that the volunteer reads',
    description:
      'What is left of its points goes back; what is gone the county takes on itself. The pieces can be counted anew.',
  },
  giveToPool: {
    summary: '捐给爱心时间池: gives own time credit to the county’s pool for those who have none',
    description: 'At once and for good: it does not come back. What was received is not given on.',
  },
  getPoolPledge: { summary: 'What staff set aside of the pool for an order, and what the pool has left' },
  pledgePoolTime: {
    summary: '用爱心时间池: staff set time of the pool aside for an order, before anybody serves',
    description:
      'One pledge for an order, its requester’s or the pool’s. Not for an order that they asked for or serve themselves. Shown here and to the requester alone: no work list or suggestion knows of it (rule-08).',
  },
  releasePoolTime: { summary: 'Puts it back into the pool before anybody serves' },
  listPublicNotices: {
    summary: '公示: approved records that stand in public before they are posted, names masked (rules 7, 24)',
    description:
      'What ends first at the top; of one unit or of the whole county. Empty where the county posts at once.',
  },
  objectToRecord: {
    summary: '提异议: objects to a record on public notice; it is not posted until another person decided',
    description: 'One per person and record, five waiting per person. Staff do not read who objected.',
  },
  listObjections: { summary: 'Objections that wait in the caller’s subtree, the oldest first' },
  dismissObjection: {
    summary: 'Decides that an objection does not hold; who objected reads why',
    description:
      'Never by who approved the record, entered it, served or objected. When no other waits and the notice is over, the record is posted in the same transaction. What holds is decided by rejecting or correcting the record.',
  },
  correctRecord: {
    summary: '更正: puts the times of a record right',
    description:
      'The version before stays as corrected and what it had posted is reversed; the new version is approved and posted anew under the policy of the day of service. Points that are gone stay with the person and are not given twice.',
  },
  reverseRecord: {
    summary: 'Takes an approved record back, with words that its owner reads',
    description: 'Its minutes go wholly; of its points what is left. What is gone the county absorbs.',
  },
  getFraud: { summary: 'What the county bears for a record that was taken back, and what was decided on it' },
  decideFraud: {
    summary: '认定弄虚作假: decides that a record which was taken back was no mistake',
    description:
      'By a keeper of the center, never who approved or entered it, within 180 days. Nothing is booked: the person is told and has 15 civil days to appeal.',
  },
  appealFraud: {
    summary: '申诉: the person says why the decision is wrong, once',
    description:
      'Nothing takes effect until another keeper answered. Whoever answers reads the words: that is their review (rule-44).',
  },
  answerFraudAppeal: {
    summary: 'Upholds a decision of fraud, or lifts it, with words that the person reads',
    description: 'By another keeper than who decided. Upheld, the points are owed at once; the next earnings pay them.',
  },
  liftFraud: {
    summary: 'Takes a decision of fraud back, before or after it took effect',
    description: 'What was paid comes back as points, what is still owed ends.',
  },
  listFraudDecisions: { summary: 'Decisions of fraud that are open in the county, appeals first' },
  listMyFraudDecisions: { summary: 'Decisions on this person’s own records, with what is owed by each' },
}
