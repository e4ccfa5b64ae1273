/**
 * 礼遇卡: for benefits that nobody scans. A volunteer who has the hours opens the card of this month (bus) or year (insurance); that is the consent to pass on who
 * they are to whoever gives it (rules 7, 20), and is taken back in the app (rule-21). The county's keeper passes the list on.
 */
import * as z from 'zod/mini'
import { BenefitKind } from './benefit-kinds.ts'
import { BenefitCode, BenefitPeriod, DaySign, MyBenefit } from './benefits.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { BenefitCardId } from './ids.ts'
import { Count, Instant } from './units.ts'

/** 开通: once for this period. `policyVersion` is that of the words which were read: what is passed on, and to whom. */
export const openBenefitCard = endpoint({
  name: 'openBenefitCard',
  method: 'POST',
  path: '/v1/me/benefit-cards',
  body: z.strictObject({ benefit: BenefitCode, agreed: z.boolean(), policyVersion: z.int() }),
  status: 201,
  reply: MyBenefit,
  problems: ['not-found', 'confirmation-needed', 'notice-outdated', 'benefit-not-earned', 'benefit-card-open'],
})

/** 不用了: from then on the person stands on no list. */
export const endBenefitCard = endpoint({
  name: 'endBenefitCard',
  method: 'POST',
  path: '/v1/benefit-cards/:cardId/end',
  params: z.strictObject({ cardId: BenefitCardId }),
  reply: z.strictObject({ cardId: BenefitCardId, ended: z.literal(true) }),
  problems: ['not-found'],
})

/** The moving card, good for this civil day also without network. `not-found` until it is opened. */
export const getBenefitCard = endpoint({
  name: 'getBenefitCard',
  method: 'GET',
  path: '/v1/me/benefit-card',
  query: z.strictObject({ benefit: BenefitCode }),
  reply: z.strictObject({
    cardId: BenefitCardId,
    benefitName: z.string(),
    givenBy: z.nullable(z.string()),
    holderName: z.string(),
    volunteerNo: z.string(),
    quotaPerPeriod: Count,
    period: BenefitPeriod,
    sign: DaySign,
    serverNow: Instant,
    validUntil: Instant,
  }),
  problems: ['not-found', 'benefit-not-earned'],
})

/** One holder, as a list tells of them: the number and what others may read of the name. */
export const CardHolder = z.strictObject({
  cardId: BenefitCardId,
  volunteerNo: z.string(),
  holderName: z.string(),
  openedAt: Instant,
})
export type CardHolder = z.infer<typeof CardHolder>

const listQuery = { benefit: z.optional(BenefitCode), period: z.optional(BenefitPeriod) }

/** Who holds a card of a period and has the hours, in order of their numbers; `totalCount` is from the same query. Without a benefit named, the first that has cards. */
export const listCardHolders = endpoint({
  name: 'listCardHolders',
  method: 'GET',
  path: '/v1/benefit-cards',
  query: z.strictObject({ ...listQuery, ...pageQuery }),
  reply: z.strictObject({
    ...pageOf(CardHolder).shape,
    totalCount: Count,
    benefit: BenefitCode,
    period: BenefitPeriod,
    sign: DaySign,
    /** All benefits that have cards. */
    benefits: z.array(
      z.strictObject({
        code: BenefitCode,
        name: z.string(),
        kind: BenefitKind,
        givenBy: z.nullable(z.string()),
        quotaPerPeriod: Count,
        period: z.enum(['month', 'year']),
      }),
    ),
  }),
  problems: ['not-allowed', 'not-found'],
})

/** The same as a spreadsheet, all of it, for whoever gives the benefit; for a month with cards that are shown, each day's sign beside it. Each time is audited. */
export const CardListQuery = z.strictObject(listQuery)
export const cardListPath = '/v1/benefit-cards/list.xlsx'
