/** 礼遇卡: whose list it is, and which benefits have cards at all. */
import type { Benefit } from '@sidan/types/policy'
import { keepsCounty } from '../benefits/rules.ts'
import type { Actor } from '../roles/rules.ts'

/** A list goes to a partner of the county's: its keeper alone passes it on (rule-07). */
export const mayListHolders = (actor: Actor): boolean => keepsCounty(actor)

/** Benefits that nobody scans. */
export const withCards = (benefits: readonly Benefit[]): Benefit[] => benefits.filter(({ kind }) => kind !== 'scan')

/** A period fits a benefit whose quota is of months, or of years. */
export const fits = ({ period }: Pick<Benefit, 'period'>, asked: string): boolean =>
  asked.length === (period === 'month' ? 'YYYY-MM' : 'YYYY').length
