import { endTeamCode, getTeamCode, issueTeamCode } from '@sidan/types/memberships'
import { teamScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import type { Team } from '@sidan/types/teams'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

/** 入队码: who has it comes in without being asked further; a new one ends the old one at once. */
export function JoinCode({ teamId }: { readonly teamId: Team['teamId'] }) {
  const { value, reload } = useLoad(useCallback(() => call(getTeamCode, { params: { teamId } }), [teamId]))
  const { act, busy } = useAct()
  if (!value) return null
  const change = async (endpoint: typeof issueTeamCode | typeof endTeamCode) => {
    if (await act(() => call(endpoint, { params: { teamId } }))) await reload()
  }
  return (
    <Card>
      <SectionHead as="h3">入队码</SectionHead>
      <Box className="sd-stack">
        {value.code ? (
          <CodeCard value={teamScan(value.code)} what="入队码" typed={formatShortCode(value.code)} />
        ) : (
          <Box className="sd-ink-2">发一个码，拿到码的志愿者扫一扫就加入，不用再答复。</Box>
        )}
        <CardActions>
          {value.code ? (
            <Button kind="outlined" onPress={() => void change(endTeamCode)}>
              停用
            </Button>
          ) : null}
          <Button kind="soft" grow busy={busy && '…'} onPress={() => void change(issueTeamCode)}>
            {value.code ? '换一个，旧的作废' : '发一个入队码'}
          </Button>
        </CardActions>
      </Box>
    </Card>
  )
}
