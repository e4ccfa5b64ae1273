/** Who cares for a unit, and when it may close. */
import type { UnitTier } from '@sidan/types/organisation'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, keeps, type UnitPlace } from '../roles/rules.ts'

/** Phone, address, hours and the responsible person: by its keeper, or one above. */
export const mayCare = (actor: Actor, unit: UnitPlace): true | ProblemCode => keeps(actor, unit) || 'not-allowed'

const parents: readonly UnitTier[] = ['institute', 'station']

/** 点 and 岗 stand under institutes and stations. */
export const mayAdd = (actor: Actor, parent: UnitPlace): true | ProblemCode =>
  (parents.includes(parent.tier) && keeps(actor, parent)) || 'not-allowed'

const closing: readonly UnitTier[] = ['station', 'site', 'post']

/** Stations, 点 and 岗 are closed by whoever keeps a unit above them. */
export const mayClose = (actor: Actor, unit: UnitPlace): true | ProblemCode =>
  (closing.includes(unit.tier) && keeps(actor, unit, 'above')) || 'not-allowed'

/** Times are `HH:MM`, so that they compare as text. */
export const hoursFit = (opensAt: string, closesAt: string): true | ProblemCode => opensAt < closesAt || 'hours-invalid'
