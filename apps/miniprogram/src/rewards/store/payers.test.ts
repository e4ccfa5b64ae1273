import { expect, it } from '@jest/globals'
import type { FamilyMember } from '@sidan/types/families'
import { firstPayer, payersOf } from './payers.ts'

const member = (displayName: string, shares: boolean, availablePoints: number | null, oneself = false) =>
  ({ personId: displayName, displayName, oneself, shares, availablePoints, joinedAt: '' }) as unknown as FamilyMember

it('somebody pays with their own points first, then with those of the family who let them', () => {
  const payers = payersOf(10, [member('我', true, 10, true), member('爷爷', true, 50), member('奶奶', false, null)])
  expect(payers.map(({ name, points }) => [name, points])).toEqual([
    ['自己', 10],
    ['爷爷', 50],
  ])
  expect(firstPayer(payers, 10)?.name).toBe('自己')
  expect(firstPayer(payers, 11)?.name).toBe('爷爷')
  expect(firstPayer(payers, 51)).toBeUndefined()
})
