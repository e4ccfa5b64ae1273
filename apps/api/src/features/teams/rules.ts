/** Who may do what with a team: staff of its unit or above run it, its leaders and deputy leaders run its people, everybody else joins or leaves. */
import type { ProblemCode } from '@sidan/types/problems'
import type { TeamAction, TeamRank } from '@sidan/types/teams'
import { type Actor, decidingTiers, holds } from '../roles/rules.ts'

/** A team and where it lies. */
export interface TeamPlace {
  id: string
  unitId: string
  instituteId: string | null
}

const placeOf = (team: TeamPlace) => ({ stationId: team.unitId, instituteId: team.instituteId })

const runsTeam = (actor: Actor, team: TeamPlace): boolean => decidingTiers(actor, placeOf(team)).length > 0
const leadsTeam = (actor: Actor, team: TeamPlace): boolean => actor.ledTeamIds.includes(team.id)

/** Founding, renaming, moving, closing. */
export const mayRun = (actor: Actor, team: TeamPlace): true | ProblemCode =>
  runsTeam(actor, team) ? true : 'not-allowed'

/** Answering requests, the code, words of the page, naming who leads. */
export const mayLead = (actor: Actor, team: TeamPlace): true | ProblemCode =>
  leadsTeam(actor, team) || runsTeam(actor, team) ? true : 'not-allowed'

/** Speaking to the members is the leaders' alone: staff have their own ways. */
export const maySpeak = (actor: Actor, team: TeamPlace): true | ProblemCode =>
  leadsTeam(actor, team) ? true : 'not-allowed'

/** Everybody's name; others see those who show theirs, outsiders nobody's but the leaders' (rule-07). */
export const seesEverybody = (actor: Actor, team: TeamPlace): boolean =>
  leadsTeam(actor, team) || holds(actor, ['countyKeeper', 'keeper', 'staff', 'auditor'], placeOf(team))

/** How the caller stands to a team, beside leading or running it. */
export interface Standing {
  rank: TeamRank | null
  named: boolean
  asked: boolean
}

export function teamActions(actor: Actor, team: TeamPlace, { rank, named, asked }: Standing): TeamAction[] {
  const joining: TeamAction[] = rank !== null ? ['leave', 'saveMembership'] : asked ? ['cancelRequest'] : ['ask']
  const leading: TeamAction[] = ['answerRequests', 'code', 'name', 'writeWords']
  return [
    ...joining,
    ...(named ? (['answerNaming'] as const) : []),
    ...(rank === 'leader' || rank === 'deputy' ? (['stepDown'] as const) : []),
    ...(mayLead(actor, team) === true ? leading : []),
    ...(maySpeak(actor, team) === true ? (['tell'] as const) : []),
    ...(runsTeam(actor, team) ? (['change', 'close'] as const) : []),
  ]
}

/** How deep the tree may be. */
const levels = 8

/** Whether a team may stand below `above`, a chain of ids from the new parent up to the root. */
export function mayStandBelow(teamId: string, above: readonly string[]): true | ProblemCode {
  return above.includes(teamId) || above.length >= levels ? 'team-circle' : true
}

/** Hours made up of fewer people than this would tell about a person (rule-07, rule-24). */
export const fewestPeople = 3
