/** Teams and pairings in words. */
import type { JoinReason } from '@sidan/types/memberships'
import type { PairingState } from '@sidan/types/pairings'
import type { TeamKind, TeamLevel, TeamRank } from '@sidan/types/teams'

export const levelWords: Record<TeamLevel, string> = {
  corps: '总队',
  detachment: '支队',
  branch: '分队',
  squad: '小队',
  specialtyTeam: '特色队',
  brigade: '大队',
}

export const kindWords: Record<TeamKind, string> = {
  volunteerTeam: '志愿队伍',
  socialOrganisation: '社会组织',
  merchantStreetCommittee: '商街联盟',
  talkGroup: '说事队',
  university: '高校',
  enterprise: '企业',
}

export const rankWords: Record<TeamRank, string> = { leader: '队长', deputy: '副队长', member: '队员' }

export const reasonWords: Record<JoinReason, string> = {
  full: '人满了',
  'meet-first': '先见一面',
  'other-team': '别的队更合适',
  'not-fitting': '暂时不合适',
}

export const pairingWords: Record<PairingState, string> = {
  asked: '等志愿者答应',
  going: '结对中',
  declined: '这次没答应',
  ended: '已经结束',
}

export const choicesOf = <Key extends string>(words: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, word: words[value] }))
