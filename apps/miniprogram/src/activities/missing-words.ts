import type { Activity } from '@sidan/types/activities'

/** Why it cannot be published yet, in words; false when it can. rule-03: what people sign up for says what there is to do and what to mind. */
export function missingToPublish({
  signUp,
  content,
  risks,
}: Pick<Activity, 'signUp' | 'content' | 'risks'>): string | false {
  if (signUp === 'none') return false
  if (content.trim() === '') return '先写做什么，才能发布'
  if (risks.trim() === '') return '先写有什么要当心的，才能发布'
  return false
}
