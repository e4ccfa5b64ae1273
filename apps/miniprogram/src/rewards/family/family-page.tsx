import { type Family, foundFamily, getFamily, leaveFamily, renewFamilyCode, saveSharing } from '@sidan/types/families'
import { formatShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { JoinSheet } from './join-sheet.tsx'

const load = () => call(getFamily)

/** 家庭积分: who exchanges with each other's points; they stay whose they are until something is exchanged. */
export default function FamilyPage() {
  return readSession() ? (
    <SignedIn />
  ) : (
    <Screen title="家庭积分">
      <SignInFirst>登录了，才能和家里人一起用积分。</SignInFirst>
    </Screen>
  )
}

function SignedIn() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="家庭积分" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      {value?.family ? <OneFamily family={value.family} onDone={reload} /> : null}
      {value && !value.on ? <Empty>县里还没有家庭积分。</Empty> : null}
      {value?.on && !value.family ? <None onDone={reload} /> : null}
    </Screen>
  )
}

function None({ onDone }: { readonly onDone: () => Promise<void> }) {
  const [joining, setJoining] = useState(false)
  const { act, busy } = useAct()
  const found = async () => {
    if (!(await act(() => call(foundFamily, { body: { shares: false } })))) return
    toast('建好了，把码告诉家里人')
    await onDone()
  }
  return (
    <>
      <Subject title="和家里人一起用积分" line="积分还是各人自己的；谁愿意，家里人就能用谁的分换东西" />
      <Button size="l" busy={busy && '正在建…'} onPress={() => void found()}>
        建一个家庭
      </Button>
      <Button kind="outlined" onPress={() => setJoining(true)}>
        家里人给了我一个码
      </Button>
      {joining ? <JoinSheet onClose={() => setJoining(false)} onDone={onDone} /> : null}
    </>
  )
}

interface OneFamilyProps {
  readonly family: Family
  readonly onDone: () => Promise<void>
}

function OneFamily({ family, onDone }: OneFamilyProps) {
  const { act } = useAct()
  const me = family.members.find(({ oneself }) => oneself)
  const share = async (shares: boolean) => {
    if (!(await act(() => call(saveSharing, { params: { familyId: family.familyId }, body: { shares } })))) return
    toast(shares ? '家里人能用您的积分了，用了会告诉您' : '家里人不能用您的积分了')
    await onDone()
  }
  return (
    <>
      <Card label="我的积分">
        <Box className="sd-stack">
          <Subject
            size="title"
            title="家里人能用我的积分吗"
            line={`您有 ${me?.availablePoints ?? 0} 分。换之前还是您的，换了会告诉您；不要了退回来还是您的`}
          />
          <YesNo
            label="家里人能用我的积分吗"
            words={['能用', '不能用']}
            value={me?.shares ?? false}
            onAnswer={(shares) => void share(shares)}
          />
        </Box>
      </Card>
      <SectionHead>{`一家 ${family.members.length} 口`}</SectionHead>
      <List label="家里人">
        {family.members.map((member) => (
          <Row
            key={member.personId}
            icon="person"
            title={member.oneself ? `${member.displayName}（我）` : member.displayName}
            line={member.shares ? `${member.availablePoints ?? 0} 分，家里人能用` : '没让家里人用积分'}
          />
        ))}
      </List>
      <Button icon="bag" onPress={() => go('store')}>
        去爱心超市换
      </Button>
      {family.members.length < family.mostMembers ? <Code family={family} onDone={onDone} /> : null}
      <Leave family={family} onDone={onDone} />
    </>
  )
}

/** The code that lets others in, or a new one. */
function Code({ family, onDone }: OneFamilyProps) {
  const { act, busy } = useAct()
  const words = useWords()
  const renew = async () => {
    if (await act(() => call(renewFamilyCode, { params: { familyId: family.familyId } }))) await onDone()
  }
  return family.code && family.codeUntil ? (
    <Notice tone="brand" icon="people" title={formatShortCode(family.code)}>
      {`把这个码告诉家里人，${words.moment(family.codeUntil)}前有效；最多 ${family.mostMembers} 口`}
    </Notice>
  ) : (
    <Button kind="outlined" busy={busy && '正在换…'} onPress={() => void renew()}>
      要一个码，请家里人进来
    </Button>
  )
}

/** 退出 asks once more where it stands. */
function Leave({ family: { familyId }, onDone }: OneFamilyProps) {
  const [sure, setSure] = useState(false)
  const { act, busy } = useAct()
  const leave = async () => {
    if (!sure) return setSure(true)
    if (!(await act(() => call(leaveFamily, { params: { familyId } })))) return
    toast('退出了；换过的东西照样能领')
    await onDone()
  }
  return (
    <Button
      kind={sure ? 'outlined' : 'text'}
      tone={sure ? 'danger' : 'brand'}
      busy={busy && '正在退…'}
      onPress={() => void leave()}
    >
      {sure ? '真的退出' : '退出这个家庭'}
    </Button>
  )
}
