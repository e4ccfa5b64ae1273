/** Papers of people: who looks over them, and who decides. What lies where is told by a person's home station. */
import { civilDay } from '@sidan/types/civil'
import { type Actor, decidingTiers, deskOf, type Grant, type Place } from '../roles/rules.ts'

/** The grant from which somebody looks over papers: the highest deciding one, or an auditor's. */
export const lookingFrom = (actor: Actor): Grant | undefined =>
  deskOf(actor) ?? actor.grants.find((grant) => grant.role === 'auditor')

/** What this actor may do with a paper that is somebody else's. */
export function powerOver(actor: Actor, place: Place): 'decides' | 'looks' | 'nothing' {
  if (decidingTiers(actor, place).length > 0) return 'decides'
  const audits = actor.grants.some(
    ({ role, tier, unitId }) =>
      role === 'auditor' && (tier === 'center' || unitId === place.instituteId || unitId === place.stationId),
  )
  return audits ? 'looks' : 'nothing'
}

/** Whether a paper's last day is past. */
export const isOver = (lastDay: string | null | undefined, now: Date): boolean =>
  lastDay !== null && lastDay !== undefined && lastDay < civilDay(now)
