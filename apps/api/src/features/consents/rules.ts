/** What agreeing asks for. */
import { currentNotice } from '@sidan/types/consent-notices'
import type { ConsentGiven } from '@sidan/types/consents'
import type { ProblemCode } from '@sidan/types/problems'

/** rule-20: one agrees to the notice as it is now, having read it. */
export const readNow = (given: readonly ConsentGiven[]): true | ProblemCode =>
  given.every(({ purpose, noticeVersion }) => noticeVersion === currentNotice(purpose)) ? true : 'notice-outdated'
