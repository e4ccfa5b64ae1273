import type { EndpointDoc } from './endpoint-doc.ts'

/** 活动 as the reference page says it. */
export const activities: Record<string, EndpointDoc> = {
  draftActivity: {
    summary: 'Writes an activity as a draft: openings, shifts, who it is for',
    description:
      'For staff in whose subtree the unit lies, and for leaders of the team that offers it. Nobody else sees a draft.',
  },
  publishActivity: {
    summary: '招募令: publishes a draft',
    description:
      'Not without content and risks where people sign up (rule-03). Others find it once its words have been checked (rule-44).',
  },
  changeActivity: { summary: 'Rewrites what an activity says; whoever signed up is told' },
  addShifts: { summary: 'Adds shifts: as named, or the last one again for so many weeks' },
  copyActivity: { summary: 'Copies an activity as a draft that begins on a day; nobody is copied' },
  draftFromOrder: { summary: 'Makes a draft from an order: title, place, time and unit are filled in' },
  getActivity: {
    summary: 'One activity with its shifts and places',
    description:
      'Works signed out. Whoever is signed in sees their own sign-ups and what they may do; private details are for who is confirmed.',
  },
  findActivities: {
    summary: '找点事做: what is coming in the next four weeks, the nearest first',
    description: 'Near a unit, or the caller’s home station. Works signed out.',
  },
  getActivityForm: { summary: 'The platforms, skills and papers that an activity may name' },
  countActivities: {
    summary: '哪里有: how many activities there are by township, platform and skill',
    description: 'Of the coming four weeks; works signed out.',
  },
  listRunActivities: { summary: 'What the caller writes and runs: drafts, coming, past' },
}
