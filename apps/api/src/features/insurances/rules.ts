/** Periods of insurance. */
import { addDays } from '@sidan/types/civil'
import { insuranceMaxDays } from '@sidan/types/insurances'
import type { ProblemCode } from '@sidan/types/problems'

/** A period has its days in order, is not over, and is one that a policy has. */
export function periodFits(days: { fromDay: string; untilDay: string }, today: string): true | ProblemCode {
  const { fromDay, untilDay } = days
  if (untilDay < fromDay || untilDay < today || untilDay > addDays(fromDay, insuranceMaxDays)) return 'period-invalid'
  return true
}
