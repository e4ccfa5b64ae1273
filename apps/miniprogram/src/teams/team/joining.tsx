import {
  answerNaming,
  askToJoin,
  cancelJoinRequest,
  endLeading,
  leaveTeam,
  saveMembership,
} from '@sidan/types/memberships'
import type { Team } from '@sidan/types/teams'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { keptMe } from '../../shared/session/kept-me.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { rankWords } from '../team-words.ts'

interface Part {
  readonly team: Team
  readonly onDone: () => Promise<void>
}

/** How the caller stands to the team, and the way in or out. */
export function Joining({ team, onDone }: Part) {
  return (
    <>
      {team.you.namedAs ? <Named team={team} onDone={onDone} /> : null}
      {team.you.rank ? (
        <Member team={team} onDone={onDone} />
      ) : team.you.requestId ? (
        <Asked team={team} onDone={onDone} />
      ) : keptMe()?.volunteer ? (
        <Asking team={team} onDone={onDone} />
      ) : null}
    </>
  )
}

function Asking({ team, onDone }: Part) {
  const [shows, setShows] = useState(true)
  const { act, busy } = useAct()
  const ask = async () => {
    const done = await act(() => call(askToJoin, { params: { teamId: team.teamId }, body: { showsName: shows } }))
    if (!done) return
    toast('申请送到了，等队长答复')
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Box className="t-small sd-ink-2">队友能看到我的称呼吗</Box>
        <YesNo label="队友能看到我的称呼" value={shows} onAnswer={setShows} words={['能看到', '先不']} />
        <Button busy={busy && '正在送…'} onPress={() => void ask()}>
          申请加入
        </Button>
      </Box>
    </Card>
  )
}

function Asked({ team, onDone }: Part) {
  const { act, busy } = useAct()
  const requestId = team.you.requestId
  const cancel = async () => {
    if (!requestId || !(await act(() => call(cancelJoinRequest, { params: { requestId } })))) return
    toast('收回了')
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Box>申请送到了，等队长答复。</Box>
        <Button kind="outlined" busy={busy && '…'} onPress={() => void cancel()}>
          收回申请
        </Button>
      </Box>
    </Card>
  )
}

function Named({ team, onDone }: Part) {
  const { act, busy } = useAct()
  const rank = team.you.namedAs
  if (!rank) return null
  const answer = async (accept: boolean) => {
    const done = await act(() => call(answerNaming, { params: { teamId: team.teamId }, body: { accept } }))
    if (!done) return
    toast(accept ? `您是${rankWords[rank]}了` : '好的，没关系')
    await onDone()
  }
  return (
    <Card odd={{ icon: 'people', reason: `想请您当${rankWords[rank]}` }}>
      <Box className="sd-stack">
        <Box>答应了，您的称呼会写在队伍页上，大家都看得到。不方便也没关系。</Box>
        <Button busy={busy && '正在送…'} onPress={() => void answer(true)}>
          答应带队
        </Button>
        <Button kind="outlined" onPress={() => void answer(false)}>
          这次不了
        </Button>
      </Box>
    </Card>
  )
}

function Member({ team, onDone }: Part) {
  const [leaving, setLeaving] = useState(false)
  const { act, busy } = useAct()
  const params = { teamId: team.teamId }
  const show = async (showsName: boolean) => {
    if (await act(() => call(saveMembership, { params, body: { showsName } }))) await onDone()
  }
  const leave = async () => {
    if (!(await act(() => call(leaveTeam, { params })))) return
    toast('您退出了，随时可以再来')
    setLeaving(false)
    await onDone()
  }
  const stepDown = async () => {
    const personId = keptMe()?.personId
    if (personId && (await act(() => call(endLeading, { params, body: { personId } })))) await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Box className="sd-strong">{`您是${rankWords[team.you.rank ?? 'member']}`}</Box>
        {team.you.rank === 'member' ? (
          <>
            <Box className="t-small sd-ink-2">队友能看到我的称呼吗</Box>
            <YesNo
              label="队友能看到我的称呼"
              value={team.you.showsName}
              onAnswer={(shows) => void show(shows)}
              words={['能看到', '先不']}
            />
          </>
        ) : (
          <Button kind="text" onPress={() => void stepDown()}>
            不再带队，做队员
          </Button>
        )}
        {leaving ? (
          <>
            <Notice tone="info" icon="info">
              不用说原因，您的时长和积分都还在。
            </Notice>
            <Button kind="soft" busy={busy && '…'} onPress={() => void leave()}>
              退出这支队
            </Button>
          </>
        ) : (
          <Button kind="outlined" onPress={() => setLeaving(true)}>
            退出
          </Button>
        )}
      </Box>
    </Card>
  )
}
