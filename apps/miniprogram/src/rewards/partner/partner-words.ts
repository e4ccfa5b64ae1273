/** Partners of the reward store in words. */
import type { StatementState } from '@sidan/types/partner-statements'
import type { PartnerRole } from '@sidan/types/partners'
import { roleWords } from '@sidan/types/role-words'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import type { Tone } from '../../shared/ui/tag.tsx'

export const partnerRoleWords: Readonly<Record<PartnerRole, string>> = {
  partnerOwner: roleWords.partnerOwner,
  partnerClerk: roleWords.partnerClerk,
}

export const stateLooks: Readonly<Record<StatementState, { word: string; icon: IconName; tone: Tone }>> = {
  open: { word: '等店主核对', icon: 'hourglass', tone: 'warm' },
  confirmed: { word: '核对无误', icon: 'check', tone: 'brand' },
  disputed: { word: '有异议，等答复', icon: 'warn', tone: 'danger' },
}

/** 2026-11 → 2026年11月 */
export const wholeMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`
