import type { UnitRef } from '@sidan/types/organisation'
import {
  changeTeam,
  closeTeam,
  foundTeam,
  getTeam,
  type Team,
  type TeamKind,
  type TeamLevel,
  writeTeamWords,
} from '@sidan/types/teams'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go, replace } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { choicesOf, kindWords, levelWords } from '../team-words.ts'

/** 建队伍 and 改队伍, for staff of the unit or above. */
export default function EditPage() {
  const teamId = useRouter().params['team'] as Team['teamId'] | undefined
  return teamId ? <Changing teamId={teamId} /> : <Founding />
}

function Changing({ teamId }: { readonly teamId: Team['teamId'] }) {
  const { value: team, failure, reload } = useLoad(useCallback(() => call(getTeam, { params: { teamId } }), [teamId]))
  return (
    <Screen title="改队伍" load={{ value: team, failure, reload }}>
      {team ? <Form team={team} unit={team.unit} /> : null}
    </Screen>
  )
}

function Founding() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const unit = me?.roles.find((held) => ['countyKeeper', 'keeper', 'staff'].includes(held.role))?.unit
  return (
    <Screen title="建队伍" load={{ value: me, failure, reload }}>
      {unit ? <Form unit={unit} /> : null}
    </Screen>
  )
}

function Form({ team, unit }: { readonly team?: Team; readonly unit: UnitRef }) {
  const [name, setName] = useState(team?.name ?? '')
  const [level, setLevel] = useState<TeamLevel>(team?.level ?? 'squad')
  const [kind, setKind] = useState<TeamKind>(team?.kind ?? 'volunteerTeam')
  const [said, setSaid] = useState(team?.words ?? '')
  const { act, busy } = useAct()
  const save = async () => {
    const written = { name: name.trim(), level, kind }
    const saved = team
      ? await act(() => call(changeTeam, { params: { teamId: team.teamId }, body: written }))
      : await act(() =>
          call(foundTeam, { body: { ...written, unitId: unit.unitId, platform: null, skills: [], parentId: null } }),
        )
    if (!saved) return
    if (said.trim() !== (team?.words ?? '')) {
      const words = said.trim() === '' ? null : said.trim()
      if (!(await act(() => call(writeTeamWords, { params: { teamId: saved.teamId }, body: { words } })))) return
    }
    toast(team ? '改好了' : '建好了，请一位队长吧')
    go(team ? 'team' : 'leadTeam', { team: saved.teamId })
  }
  return (
    <>
      <Card>
        <Box className="sd-stack">
          <Box className="sd-ink-2">{unit.name}</Box>
          <Field label="队伍的名字" maxLength={30} value={name} onInput={setName} />
          <Box className="t-small sd-ink-2">哪一级</Box>
          <ChoiceChips
            label="哪一级"
            layout="thirds"
            value={level}
            choices={choicesOf(levelWords)}
            onChoose={setLevel}
          />
          <Box className="t-small sd-ink-2">哪一种</Box>
          <ChoiceChips label="哪一种" layout="thirds" value={kind} choices={choicesOf(kindWords)} onChoose={setKind} />
          <TextArea label="介绍一句" maxLength={300} value={said} onInput={setSaid} hint="核对过，大家才看得到" />
        </Box>
      </Card>
      {team ? <Closing team={team} /> : null}
      <BottomBar>
        <Button
          size="l"
          grow
          busy={busy && '正在存…'}
          disabledBecause={name.trim() === '' && '先写名字'}
          onPress={() => void save()}
        >
          {team ? '存下来' : '建这支队'}
        </Button>
      </BottomBar>
    </>
  )
}

function Closing({ team }: { readonly team: Team }) {
  const [sure, setSure] = useState(false)
  const { act, busy } = useAct()
  const close = async () => {
    if (!(await act(() => call(closeTeam, { params: { teamId: team.teamId } })))) return
    toast('解散了，队员都告诉了')
    replace('home')
  }
  return (
    <Box className="sd-stack">
      {sure ? (
        <>
          <Notice tone="warm" icon="warn">
            解散以后队员都会知道，大家的时长都还在。派给它的单要先办完。
          </Notice>
          <Button kind="outlined" tone="danger" busy={busy && '…'} onPress={() => void close()}>
            解散这支队
          </Button>
        </>
      ) : (
        <Button kind="text" tone="danger" onPress={() => setSure(true)}>
          解散
        </Button>
      )}
    </Box>
  )
}
