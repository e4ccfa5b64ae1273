/** A child's data: what must be agreed to before it is kept (rule-22). */
import { type AgeBand, isMinor } from '@sidan/types/ages'
import { childrenMax } from '@sidan/types/children'
import { childNotice } from '@sidan/types/consent-notices'
import type { ProblemCode } from '@sidan/types/problems'

export interface Registration {
  agreesToData: boolean
  agreesToHealth: boolean
  healthNote?: string | undefined
  noticeVersion: number
}

/** Whether a guardian may register a child so. */
export function mayRegister(
  asked: Registration,
  guardian: { ageBand: AgeBand | null; children: number },
): true | ProblemCode {
  if (guardian.ageBand !== null && isMinor(guardian.ageBand)) return 'guardian-not-fitting'
  if (asked.noticeVersion !== childNotice.version) return 'notice-changed'
  if (!asked.agreesToData) return 'child-consent-needed'
  if (asked.healthNote !== undefined && !asked.agreesToHealth) return 'child-consent-needed'
  return guardian.children >= childrenMax ? 'too-many-children' : true
}
