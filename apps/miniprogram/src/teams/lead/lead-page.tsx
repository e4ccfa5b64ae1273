import { listJoinRequests } from '@sidan/types/memberships'
import { getTeam, type Team } from '@sidan/types/teams'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { JoinCode } from './join-code.tsx'
import { Naming } from './naming.tsx'
import { Request } from './request.tsx'
import { Saying } from './saying.tsx'

/** 带队: who asks to join, the code to come in by, a word to everybody, and who else leads. */
export default function LeadPage() {
  const teamId = (useRouter().params['team'] ?? '') as Team['teamId']
  const { value: team, failure, reload } = useLoad(useCallback(() => call(getTeam, { params: { teamId } }), [teamId]))
  const { value: waiting, reload: again } = useLoad(
    useCallback(() => call(listJoinRequests, { params: { teamId } }), [teamId]),
  )
  return (
    <Screen title="带队" load={{ value: team, failure, reload }}>
      {team ? (
        <>
          <SectionHead aside={waiting && waiting.items.length > 0 ? `${waiting.items.length} 人` : ''}>
            想加入的人
          </SectionHead>
          {waiting?.items.length === 0 ? <Box className="sd-ink-2">现在没有人等您答复。</Box> : null}
          {waiting?.items.map((request) => (
            <Request key={request.requestId} request={request} onDone={again} />
          ))}
          <JoinCode teamId={teamId} />
          {team.allowedActions.includes('tell') ? <Saying teamId={teamId} /> : null}
          <Naming team={team} onDone={reload} />
        </>
      ) : null}
    </Screen>
  )
}
