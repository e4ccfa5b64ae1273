/** What is tidied away in every county while nobody waits. */

import { countAffiliations } from './features/affiliation-numbers/count-affiliations.ts'
import { settleDecisions } from './features/fraud/settle-decision.ts'
import { tellInsuranceEndings } from './features/insurances/tell-endings.ts'
import { tellPointsEndings } from './features/ledger/tell-endings.ts'
import { remindVisits } from './features/pairings/remind-visits.ts'
import { issueStatements } from './features/partner-statements/issue-statements.ts'
import { endNotices } from './features/public-notices/end-notice.ts'
import { tellQualificationEndings } from './features/qualifications/tell-endings.ts'
import { expireSheets } from './features/sheet-imports/expire-sheet.ts'
import { recomputeEverybody } from './features/stars/recompute-stars.ts'
import type { Crypto } from './platform/crypto.ts'
import { forgetOldKeys } from './platform/idempotency.ts'
import type { TimedTask } from './platform/jobs.ts'

export const everyNight = (crypto: Crypto): Record<string, TimedTask> => ({
  'forget-old-keys': forgetOldKeys,
  'remind-visits': remindVisits,
  'tell-qualification-endings': tellQualificationEndings,
  'tell-insurance-endings': tellInsuranceEndings,
  'tell-points-endings': tellPointsEndings,
  'end-notices': endNotices,
  'settle-decisions': settleDecisions,
  'issue-statements': issueStatements,
  'expire-sheets': expireSheets,
  'recompute-stars': recomputeEverybody,
  'count-affiliations': countAffiliations(crypto),
})
