/** What is tidied away in every county while nobody waits. */
import { expireSheets } from './features/sheet-imports/expire-sheet.ts'
import { forgetOldKeys } from './platform/idempotency.ts'
import type { TimedTask } from './platform/jobs.ts'

export const everyNight: Record<string, TimedTask> = {
  'forget-old-keys': forgetOldKeys,
  'expire-sheets': expireSheets,
}
