/** 家庭积分: who is in a family, and whose points may be exchanged with. */
import type { ProblemCode } from '@sidan/types/problems'

/** For so many days a family's code lets others in. */
const codeDays = 7

export const codeUntil = (now: Date): Date => new Date(now.getTime() + codeDays * 86_400_000)

/** Whether somebody may join a family of so many. */
export const mayJoin = (family: { memberCount: number }, mostMembers: number): true | ProblemCode =>
  family.memberCount < mostMembers || 'family-full'

/** Whether somebody may exchange with another's points: of one family, where the other lets them. To who is of none there is no such person. */
export function mayUsePoints(tie: { sameFamily: boolean; shares: boolean } | undefined): true | ProblemCode {
  if (!tie?.sameFamily) return 'not-in-family'
  return tie.shares || 'points-not-shared'
}
