/** What may be asked for, and how. */
import type { RequesterKind } from '@sidan/types/orders'
import type { ProblemCode } from '@sidan/types/problems'

/** What is asked for, as its rule sees it. */
export interface Requesting {
  item: { place: 'home' | 'station' | 'either'; riskCodes: string[]; forGroup: boolean; offered: boolean }
  place: 'home' | 'station'
  hasAddress: boolean
  risks: { code: string; present: boolean }[]
  beneficiary: { name: string; consent: boolean } | undefined
  headCount: number | null
  mayOrderForOthers: boolean
  slotPossible: boolean
}

/** Whether an order may be submitted as asked, and as what kind. rule-04: each risk of the item is answered; rule-20: consent for others. */
export function mayRequest(asked: Requesting): { requesterKind: RequesterKind } | ProblemCode {
  const { item } = asked
  if (!item.offered || (item.place !== 'either' && item.place !== asked.place)) return 'item-not-offered-here'
  if (!asked.slotPossible) return 'slot-not-possible'
  const answered = asked.risks
    .map((risk) => risk.code)
    .sort()
    .join()
  if (answered !== [...item.riskCodes].sort().join()) return 'risk-answers-missing'
  if (asked.beneficiary && !asked.mayOrderForOthers) return 'not-allowed'
  if (asked.beneficiary && !asked.beneficiary.consent) return 'consent-needed'
  if (item.forGroup && asked.headCount === null) return 'head-count-needed'
  if (asked.place === 'home' && !asked.hasAddress) return 'address-needed'
  return { requesterKind: asked.beneficiary ? 'proxy' : item.forGroup ? 'group' : 'self' }
}
