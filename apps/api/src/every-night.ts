/** What is tidied away in every county while nobody waits. */

import { tellInsuranceEndings } from './features/insurances/tell-endings.ts'
import { remindVisits } from './features/pairings/remind-visits.ts'
import { tellQualificationEndings } from './features/qualifications/tell-endings.ts'
import { forgetOldKeys } from './platform/idempotency.ts'
import type { TimedTask } from './platform/jobs.ts'

export const everyNight: Record<string, TimedTask> = {
  'forget-old-keys': forgetOldKeys,
  'remind-visits': remindVisits,
  'tell-qualification-endings': tellQualificationEndings,
  'tell-insurance-endings': tellInsuranceEndings,
}
