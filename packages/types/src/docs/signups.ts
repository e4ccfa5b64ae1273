import type { EndpointDoc } from './endpoint-doc.ts'

/** 报名, 点名 and changing shifts as the reference page says it. */
export const signups: Record<string, EndpointDoc> = {
  signUp: {
    summary: '报名: signs the caller, or a child of theirs, up for a shift',
    description:
      'Confirmed at once, asked where staff admits, or on the waitlist when it is full. Age, guardian’s consent, qualification and insurance are asked as of the day of the shift (rule-05, rule-06, rule-16).',
  },
  signUpForAll: {
    summary: 'Signs up for all shifts of an activity that are still to come',
    description: 'Each shift stands alone: `mine` of each says what was had. Refused only where none could be had.',
  },
  leaveShift: {
    summary: 'Leaves a shift, without a reason and at no cost (rule-09)',
    description: 'Who waits moves up at once and is told. Leaving twice is leaving once.',
  },
  getRoll: { summary: '名单: who asked, who is confirmed, who waits; for who runs the activity' },
  answerSignup: {
    summary: 'Admits one who asked, or does not, with a word on why',
    description: 'Only while there is a place.',
  },
  callRoll: {
    summary: '点名: who is there and who is not, with a reason if there is one',
    description:
      'From half an hour before the start until a day after the end, as often as needed. Never a penalty (rule-09).',
  },
  pickUpChild: {
    summary: '接走: a child is fetched by whoever says its pick-up code, once',
    description: 'The guardian is told. Wrong codes are counted.',
  },
  reportShift: {
    summary: 'What came of a shift: others counted, words and photos if anybody wants to (rule-29)',
    description:
      '人次 are who was there by the roll, volunteers aside, and the others counted; 人数 only different people by the roll.',
  },
  listMyShifts: { summary: '我的班次: the caller’s and their children’s shifts, coming or past' },
  changeShift: {
    summary: 'Moves a shift; everybody signed up is told',
    description: 'Whoever has another shift at the new time loses this place and is told so; who waits moves up.',
  },
  cancelShift: { summary: 'Calls one shift off, with a word on why; everybody signed up is told' },
  setPlaces: {
    summary: 'How many an opening takes in a shift',
    description: 'More places let who waits move up at once; fewer than are confirmed is refused.',
  },
  cancelActivity: { summary: 'Calls all that is left of an activity off; everybody signed up is told once' },
}
