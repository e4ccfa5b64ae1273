/**
 * What may be told of 双报到 (rule-28). The figures are the same for everybody, so the question is what can be worked out from all of them together:
 *   a department of fewer than ten                 is not told: it could have anything from none to nine
 *   the county                                     is the sum of what is told, so that nothing is left to subtract from it; departments of fewer than ten are in it
 *                                                  all together or not at all, and only if each of them could still have anything from none to nine
 *   that all reached the hours, or none            is never said: a share counts as if one had and one had not, and the county's is the sum of such shares
 *   what one registration or one record changed    is lost among a month of them: a month counts once
 */
import { fewestPeople } from '@sidan/types/affiliations'
import { civilMonth } from '@sidan/types/civil'
import type { Grant } from '../roles/rules.ts'
import { lets } from '../roles/rules.ts'

/** Members of one department: how many registered, and how many of them reached the hours. */
export interface Sums {
  unitId: string
  registered: number
  reached: number
}

export interface Told {
  unitId: string
  registeredCount: number | null
  hoursPercent: number | null
}

interface Member {
  personId: string
  departmentId: string
}

/** Adds up each department's; one without members has its sums too, for it must look like one with few. */
export function sumsOf(
  departmentIds: readonly string[],
  members: readonly Member[],
  reached: ReadonlySet<string>,
): Sums[] {
  const sums = new Map<string, Sums>(departmentIds.map((unitId) => [unitId, { unitId, registered: 0, reached: 0 }]))
  for (const { personId, departmentId } of members) {
    const sum = sums.get(departmentId)
    if (!sum) continue
    sum.registered += 1
    sum.reached += reached.has(personId) ? 1 : 0
  }
  return [...sums.values()]
}

const registeredIn = (sums: readonly Sums[]) => sums.reduce((total, { registered }) => total + registered, 0)

/** Departments that are told each by itself, and those whose sum alone may be: with it, each of them could still have anything from none to nine. */
function cellsOf(sums: readonly Sums[]): { told: Sums[]; together: Sums[] } {
  const few = sums.filter(({ registered }) => registered < fewestPeople)
  const registered = registeredIn(few)
  const safe = registered >= fewestPeople && registered <= (fewestPeople - 1) * (few.length - 1)
  return { told: sums.filter((sum) => !few.includes(sum)), together: safe ? few : [] }
}

/** How many are said to have reached the hours of so many: never none, never all. */
const saidToReach = (sums: readonly Sums[]) => {
  const reached = sums.reduce((total, sum) => total + sum.reached, 0)
  return sums.length === 0 ? 0 : Math.min(Math.max(reached, 1), registeredIn(sums) - 1)
}

const figuresOf = (unitId: string, registered: number, said: number): Told =>
  registered < fewestPeople
    ? { unitId, registeredCount: null, hoursPercent: null }
    : { unitId, registeredCount: registered, hoursPercent: Math.floor((100 * said) / registered) }

/** What is told of each department, and of the county under its center's id. */
export function toldOf(centerId: string, sums: readonly Sums[]): Told[] {
  const { told, together } = cellsOf(sums)
  const said = told.reduce((total, sum) => total + saidToReach([sum]), saidToReach(together))
  return [
    figuresOf(centerId, registeredIn([...told, ...together]), said),
    ...sums.map((sum) => figuresOf(sum.unitId, sum.registered, saidToReach([sum]))),
  ]
}

/** The years that a night counts: this one, and in January the last, whose December is still being approved. None once this month has been counted. */
export function yearsToCount(today: string, lastCountedAt: Date | null): number[] {
  if (lastCountedAt && civilMonth(lastCountedAt) === today.slice(0, 7)) return []
  const year = Number(today.slice(0, 4))
  return today.slice(5, 7) === '01' ? [year, year - 1] : [year]
}

/** Whose figures the caller sees: the whole county's for those of the center, their own department's for those of a department. */
export function sightOf(actor: { grants: Grant[] }): { whole: boolean; departmentIds: string[] } {
  const looking = actor.grants.filter((grant) => lets(grant, 'decide') || lets(grant, 'audit'))
  return {
    whole: looking.some(({ tier }) => tier === 'center'),
    departmentIds: looking.filter(({ tier }) => tier === 'department').map(({ unitId }) => unitId),
  }
}
