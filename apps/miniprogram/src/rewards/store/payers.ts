/** With whose points somebody may exchange: their own, and those of their family who let them. */
import type { FamilyMember } from '@sidan/types/families'
import type { PersonId } from '@sidan/types/ids'

export interface Payer {
  /** Empty: oneself. */
  readonly personId: PersonId | ''
  readonly name: string
  readonly points: number
}

/** Oneself first. */
export const payersOf = (ownPoints: number, members: readonly FamilyMember[]): Payer[] => [
  { personId: '', name: '自己', points: ownPoints },
  ...members
    .filter(({ oneself, shares }) => shares && !oneself)
    .map(({ personId, displayName, availablePoints }) => ({
      personId,
      name: displayName,
      points: availablePoints ?? 0,
    })),
]

/** Who pays unless somebody says otherwise: oneself where that is enough. */
export const firstPayer = (payers: readonly Payer[], price: number): Payer | undefined =>
  payers.find(({ points }) => points >= price)
