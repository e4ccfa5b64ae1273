/** Who may register for 双报到 (rule-28). */
import { currentNotice } from '@sidan/types/consent-notices'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'

/** Only where the county has it, and having read the notice as it is now (rule-20). */
export function mayRegister({ people }: Policy, noticeVersion: number): true | ProblemCode {
  if (!people.dualAffiliation) return 'dual-affiliation-off'
  return noticeVersion === currentNotice('partyMembership') ? true : 'notice-outdated'
}
