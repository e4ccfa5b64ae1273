/** Where an aim stands (争取). */
import type { AffiliationFigures } from '@sidan/types/affiliations'
import type { AimStanding } from '@sidan/types/aims'
import type { Aim } from '@sidan/types/policy'
import type { Grant } from '../roles/rules.ts'
import { lets } from '../roles/rules.ts'

/** Whoever decides, or audits, above a single station. */
export const maySeeAims = (actor: { grants: Grant[] }): boolean =>
  actor.grants.some(
    (grant) =>
      ['center', 'institute', 'department'].includes(grant.tier) && (lets(grant, 'decide') || lets(grant, 'audit')),
  )

/** What a county's aims are measured by; `memberCount` is null where the county has not said it. */
export interface Measured {
  figures: AffiliationFigures
  memberCount: number | null
}

/** An aim with its value, or the reason why there is none. `measured`: null where the county has no 双报到. */
export function standingOf({ measure, ...aim }: Aim, measured: Measured | null): AimStanding {
  if (measure === null || measured === null) return { ...aim, value: null, hidden: 'notMeasured' }
  const { figures, memberCount } = measured
  if (measure === 'hoursPercent') return { ...aim, value: figures.hoursPercent, hidden: figures.hidden }
  if (memberCount === null) return { ...aim, value: null, hidden: 'notMeasured' }
  if (figures.registered === null) return { ...aim, value: null, hidden: figures.hidden }
  return { ...aim, value: Math.min(100, Math.floor((100 * figures.registered) / memberCount)), hidden: null }
}
