/**
 * 礼遇: what the county's policy gives for hours of voluntary service (rule-17), so often in a civil month or year. Whether somebody has earned one is decided
 * when they use it or open its card, under the policy of that moment; what was used stays used whatever becomes of the hours.
 */
import * as z from 'zod/mini'
import { BenefitKind } from './benefit-kinds.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { BenefitCardId, BenefitUseId } from './ids.ts'
import { RotatingCodes } from './rotating-codes.ts'
import { CivilDay, Count, Instant, Minutes } from './units.ts'

/** A benefit's code in the policy. */
export const BenefitCode = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]{0,39}$/))
/** A civil month `2026-11` or year `2026`: what a quota is for. */
export const BenefitPeriod = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/))

/** A benefit of the policy in force, as it stands for the caller. `usedCount` counts this period's uses that stand; where nobody scans, nothing is counted. */
export const MyBenefit = z.strictObject({
  code: BenefitCode,
  name: z.string(),
  kind: BenefitKind,
  givenBy: z.nullable(z.string()),
  thresholdHours: Count,
  quotaPerPeriod: Count,
  period: BenefitPeriod,
  earned: z.boolean(),
  usedCount: Count,
  /** The card of this period, where the benefit has one. */
  card: z.nullable(z.strictObject({ cardId: BenefitCardId, openedAt: Instant })),
  allowedActions: z.array(z.enum(['show-code', 'open-card', 'show-card', 'end-card'])),
})
export type MyBenefit = z.infer<typeof MyBenefit>

/** 我的礼遇: all of them, those that ask for fewer hours first. */
export const listMyBenefits = endpoint({
  name: 'listMyBenefits',
  method: 'GET',
  path: '/v1/me/benefits',
  reply: z.strictObject({ earnedMinutes: Minutes, policyVersion: z.int(), items: z.array(MyBenefit) }),
})

/** One use, and what it was decided on. */
export const BenefitUse = z.strictObject({
  useId: BenefitUseId,
  usedAt: Instant,
  /** Where whoever scanned works: a unit, or a partner. */
  unitName: z.string(),
  period: BenefitPeriod,
  earnedMinutes: Minutes,
  thresholdHours: Count,
  policyVersion: z.int(),
  undoneAt: z.nullable(Instant),
})
export type BenefitUse = z.infer<typeof BenefitUse>

/** 用过的, newest first; `usedCount` is this period's from the same query: it always agrees with the list. */
export const listBenefitUses = endpoint({
  name: 'listBenefitUses',
  method: 'GET',
  path: '/v1/me/benefit-uses',
  query: z.strictObject({ benefit: BenefitCode, ...pageQuery }),
  reply: z.strictObject({ ...pageOf(BenefitUse).shape, usedCount: Count }),
})

/** The changing codes of the next ten minutes. */
export const getBenefitCodes = endpoint({
  name: 'getBenefitCodes',
  method: 'GET',
  path: '/v1/me/benefit-codes',
  query: z.strictObject({ benefit: BenefitCode }),
  reply: z.strictObject({ serverNow: Instant, leftCount: Count, codes: RotatingCodes }),
  problems: ['not-found', 'benefit-not-earned', 'benefit-used-up'],
})

/** A use, as whoever scanned it sees it. The holder's name is what others may read of it: surname and a word. */
export const VerifiedUse = z.strictObject({
  useId: BenefitUseId,
  benefitName: z.string(),
  holderName: z.string(),
  quotaPerPeriod: Count,
  period: BenefitPeriod,
  /** How many of this period's are left after it. */
  leftCount: Count,
  usedAt: Instant,
  undoneAt: z.nullable(Instant),
  allowedActions: z.array(z.enum(['undo'])),
})
export type VerifiedUse = z.infer<typeof VerifiedUse>

/**
 * 核验: scanned or typed, once; counted at once. For whoever hands out somewhere: keepers, staff, merchants, partners. A code older than a minute and a half is over, so
 * that a picture of it is worth nothing, and one that was shown before the last use is used with it.
 */
export const verifyBenefit = endpoint({
  name: 'verifyBenefit',
  method: 'POST',
  path: '/v1/benefits/verify',
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(200)) }),
  reply: VerifiedUse,
  problems: [
    'not-allowed',
    'benefit-code-unknown',
    'benefit-code-over',
    'benefit-code-used',
    'own-benefit',
    'benefit-not-earned',
    'benefit-used-up',
    'too-many-wrong-codes',
  ],
})

/** 撤回: what was scanned by mistake does not count, within ten minutes by the server's clock. For who scanned it, and the county's keeper. */
export const undoBenefitUse = endpoint({
  name: 'undoBenefitUse',
  method: 'POST',
  path: '/v1/benefit-uses/:useId/undo',
  params: z.strictObject({ useId: BenefitUseId }),
  reply: VerifiedUse,
  problems: ['not-found', 'benefit-use-undone', 'undo-too-late'],
})

/** 每天的暗号: a word and a colour, the same on every card of the county that day, so that a driver can compare. */
export const DaySign = z.strictObject({
  day: CivilDay,
  word: z.string(),
  colour: z.enum(['red', 'orange', 'green', 'blue', 'purple', 'brown']),
})
export type DaySign = z.infer<typeof DaySign>
export const signColourWords: Readonly<Record<DaySign['colour'], string>> = {
  red: '红',
  orange: '橙',
  green: '绿',
  blue: '蓝',
  purple: '紫',
  brown: '棕',
}

/** 今天核的: what the caller scanned on this civil day, newest first, with the day's count from the same query, and the day's sign. */
export const listVerifiedUses = endpoint({
  name: 'listVerifiedUses',
  method: 'GET',
  path: '/v1/me/verified-uses',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(VerifiedUse).shape, sign: DaySign, totalCount: Count }),
  problems: ['not-allowed'],
})
