import type { ReplyOf } from '@sidan/types/endpoint'
import { joinTeamByCode } from '@sidan/types/memberships'
import { listMyTeams } from '@sidan/types/teams'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { rankWords } from '../team-words.ts'

const load = () => call(listMyTeams)
type Mine = ReplyOf<typeof listMyTeams>['items'][number]

const standing = (team: Mine): string => {
  if (team.namedAs) return `想请您当${rankWords[team.namedAs]}，等您答复`
  if (team.rank) return rankWords[team.rank]
  return '申请了，等队长答复'
}

/** 我的队伍: those one is in, asked for, or was named to lead; and the code to come in by. */
export default function MinePage() {
  if (!readSession())
    return (
      <Screen title="我的队伍">
        <SignInFirst>先登录，再进队伍。</SignInFirst>
      </Screen>
    )
  return <SignedIn />
}

function SignedIn() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="我的队伍" load={{ value, failure, reload }} shapes={['rows', 'card']}>
      {value?.items.length === 0 ? <Empty>您还没有进队伍，找一支，或者输队长给的入队码。</Empty> : null}
      <List indented>
        {value?.items.map((team) => (
          <Row
            key={team.teamId}
            lead={<IconTile icon="people" tone={team.namedAs || team.waitingCount > 0 ? 'brand' : 'plain'} />}
            title={team.name}
            line={standing(team)}
            value={team.waitingCount > 0 ? `${team.waitingCount} 人等答复` : undefined}
            onOpen={() => go('team', { team: team.teamId })}
          />
        ))}
      </List>
      <Button kind="outlined" icon="search" onPress={() => go('findTeam')}>
        找队伍
      </Button>
      <ByCode />
    </Screen>
  )
}

function ByCode() {
  const [code, setCode] = useState(useRouter().params['code'] ?? '')
  const [shows, setShows] = useState(true)
  const { act, busy } = useAct()
  const join = async () => {
    const team = await act(() => call(joinTeamByCode, { body: { code: code.trim(), showsName: shows } }))
    if (!team) return
    toast(`您加入「${team.name}」了`)
    setCode('')
    go('team', { team: team.teamId })
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Field
          kind="code"
          label="用入队码加入"
          hint="队长的手机上有，扫一扫或者照着输"
          maxLength={40}
          value={code}
          onInput={setCode}
        />
        <Box className="t-small sd-ink-2">队友能看到我的称呼吗</Box>
        <YesNo label="队友能看到我的称呼" value={shows} onAnswer={setShows} words={['能看到', '先不']} />
        <Button
          kind="soft"
          busy={busy && '正在加入…'}
          disabledBecause={code.trim().length < 4 && '先输入队码'}
          onPress={() => void join()}
        >
          加入
        </Button>
      </Box>
    </Card>
  )
}
