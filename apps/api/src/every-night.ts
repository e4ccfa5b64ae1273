/** What is tidied away in every county while nobody waits. */

import { remindVisits } from './features/pairings/remind-visits.ts'
import { expireSheets } from './features/sheet-imports/expire-sheet.ts'
import { forgetOldKeys } from './platform/idempotency.ts'
import type { TimedTask } from './platform/jobs.ts'

export const everyNight: Record<string, TimedTask> = {
  'forget-old-keys': forgetOldKeys,
  'remind-visits': remindVisits,
  'expire-sheets': expireSheets,
}
