/** What the endpoints of teams and their members are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const teams: Record<string, EndpointDoc> = {
  listTeams: {
    summary: '队伍: teams of a unit and what lies below it, or the children of a team',
    description: 'By the unit’s administrative code, never by rank (rule-30); by kind and platform.',
  },
  getTeam: {
    summary: 'A team’s page',
    description:
      'Outsiders see who leads (having said yes) and how many are in it; members see those who show their name; leaders and staff above see everybody (rule-07).',
  },
  getTeamLife: {
    summary: 'A team’s coming weeks, hours, thanks, and what its leaders said',
    description: 'Hours are hidden while fewer than three people make them up. Calendar and messages are for members.',
  },
  listMyTeams: { summary: 'Teams this person belongs to, was named to lead, or asked to join' },
  foundTeam: { summary: 'Founds a team at a unit in the caller’s subtree' },
  changeTeam: {
    summary: 'Renames it, moves it in the tree, sets its skills and platform; staff above',
    description: 'A circle is refused, also when two changes at once would make one.',
  },
  writeTeamWords: { summary: 'The words of its page; others read them once they were checked (rule-44)' },
  closeTeam: { summary: 'Closes a team; its members are told', description: 'Not while an order sent to it is open.' },
  askToJoin: { summary: '申请加入: asks to join a team' },
  cancelJoinRequest: { summary: 'Takes the request back' },
  answerJoinRequest: { summary: 'A leader, deputy leader or staff above answers; of two at once, one does' },
  listJoinRequests: { summary: 'Requests that wait, oldest first; for leaders and staff above' },
  getTeamCode: { summary: '入队码: the code by which one joins; for leaders' },
  issueTeamCode: { summary: 'A new code; the one before is worth nothing from this moment' },
  endTeamCode: { summary: 'Takes the code away' },
  joinTeamByCode: {
    summary: 'Joins the team whose code was scanned or typed',
    description: 'Who brings too many wrong codes is told to wait.',
  },
  leaveTeam: {
    summary: '退出队伍: free, at once, without a reason',
    description: 'When nobody leads it any more, the unit is told.',
  },
  saveMembership: { summary: 'Whether fellow members read one’s name' },
  nameLeader: { summary: 'Names somebody to lead; nothing is shown until they say yes (rule-07)' },
  answerNaming: { summary: 'Says yes or no to leading' },
  endLeading: { summary: 'A leader steps down, or staff above ends it; who led stays a member' },
  tellMembers: { summary: 'One short message to the members, who read it once it was checked (rule-44)' },
}
