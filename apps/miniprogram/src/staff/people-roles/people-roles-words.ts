import type { RoleGrant, SaidEndReason } from '@sidan/types/role-grants'
import { roleWords } from '@sidan/types/role-words'

const reasons: Record<NonNullable<RoleGrant['endReason']>, string> = {
  moved: '调走了',
  'left-post': '离岗了',
  'term-over': '到期了',
  'own-wish': '本人不想做了',
  mistake: '给错了',
  other: '别的原因',
  'unit-closed': '单位关了',
}

const said: readonly SaidEndReason[] = ['moved', 'left-post', 'term-over', 'own-wish', 'mistake', 'other']
export const endChoices = said.map((value) => ({ value, word: reasons[value] }))

export const grantTitle = ({ person, role, deputyForName }: RoleGrant): string =>
  `${person.displayName}，${roleWords[role]}${deputyForName ? `（替${deputyForName}）` : ''}`

/** Who gave it when; and who ended it when, and why. */
export const grantLine = (grant: RoleGrant, dayOf: (at: string) => string): string => {
  const given = `${dayOf(grant.grantedAt)}${grant.grantedByName ? `，${grant.grantedByName}给的` : ''}`
  if (grant.endedAt === null) return given
  const reason = grant.endReason ? `：${reasons[grant.endReason]}` : ''
  return `${given}；${dayOf(grant.endedAt)}${grant.endedByName ? `，${grant.endedByName}` : ''}结束${reason}`
}
