import { endPartnerMember, getPartner, listPartnerInvitations, type PartnerMember } from '@sidan/types/partners'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Invitations } from '../../shared/people/invitations.tsx'
import { partnerKindWords } from '../../shared/rewards/item-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { ChangeSheet, ClosePartner } from './change-sheet.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { partnerRoleWords } from './partner-words.ts'
import { Statements } from './statements.tsx'

/** One partner: who works there, the month's account, and what can be done about them. For them, and for whoever deals with them. */
export default function PartnerPage() {
  const { partner: partnerId = '' } = useRouter().params
  const params = { partnerId } as never
  const load = useCallback(() => call(getPartner, { params: { partnerId } as never }), [partnerId])
  const { value, failure, reload } = useLoad(load)
  const invitations = useCallback(
    (cursor?: string) => call(listPartnerInvitations, { params: { partnerId } as never, query: { cursor } }),
    [partnerId],
  )
  const [doing, setDoing] = useState<'invite' | 'change'>()
  const [round, setRound] = useState(0)
  const done = async () => {
    setRound(round + 1)
    await reload()
  }
  const may = (action: 'change' | 'inviteOwner' | 'inviteClerk') => value?.allowedActions.includes(action)
  return (
    <Screen title="爱心商家" load={{ value, failure, reload }} shapes={['head', 'rows', 'rows']}>
      {value ? (
        <>
          <Subject
            title={value.name}
            line={`${partnerKindWords[value.kind]}·${value.address}·和${value.unit.name}合作`}
            tag={
              value.active ? undefined : (
                <Tag tone="stone" icon="cross">
                  不合作了
                </Tag>
              )
            }
          />
          <Statements partnerId={value.partnerId} />
          <Members members={value.members} params={params} onDone={done} />
          {may('inviteClerk') ? (
            <Button icon="plus" onPress={() => setDoing('invite')}>
              请一个人来
            </Button>
          ) : null}
          <Invitations key={round} load={invitations} />
          <List>
            <Row
              icon="ticket"
              title="发出去的"
              line="七天内可以退货"
              onOpen={() => go('given', { partner: value.partnerId, name: value.name })}
            />
          </List>
          {may('change') ? (
            <>
              <Button kind="outlined" onPress={() => setDoing('change')}>
                改名字、地址
              </Button>
              <ClosePartner partner={value} onDone={done} />
            </>
          ) : null}
          {doing === 'invite' ? (
            <InviteSheet partner={value} onClose={() => setDoing(undefined)} onDone={done} />
          ) : null}
          {doing === 'change' ? (
            <ChangeSheet partner={value} onClose={() => setDoing(undefined)} onDone={done} />
          ) : null}
        </>
      ) : null}
    </Screen>
  )
}

interface MembersProps {
  readonly members: readonly PartnerMember[]
  readonly params: never
  readonly onDone: () => Promise<void>
}

/** Who works there; ending asks once more where it stands. */
function Members({ members, params, onDone }: MembersProps) {
  const words = useWords()
  const { act, busy } = useAct()
  const [sure, setSure] = useState<string>()
  const end = async ({ grantId, person }: PartnerMember) => {
    if (sure !== grantId) return setSure(grantId)
    const ended = await act(() => call(endPartnerMember, { params: { ...(params as object), grantId } as never }))
    if (!ended) return
    toast(`${person.displayName}不在这里了，发过的东西都还记着`)
    await onDone()
  }
  return (
    <>
      <SectionHead>店里的人</SectionHead>
      {members.length === 0 ? <Empty>还没有人。先请店主来。</Empty> : null}
      <List label="店里的人">
        {members.map((member) => (
          <Row
            key={member.grantId}
            icon="person"
            title={`${member.person.displayName}，${partnerRoleWords[member.role]}`}
            line={`${words.dayOf(member.since)}来的`}
            action={
              member.allowedActions.length > 0 ? (
                <Button
                  size="s"
                  kind="outlined"
                  tone={sure === member.grantId ? 'danger' : 'brand'}
                  busy={busy && '…'}
                  label={`不在这里了，${member.person.displayName}`}
                  onPress={() => void end(member)}
                >
                  {sure === member.grantId ? '真的离开' : '离开了'}
                </Button>
              ) : undefined
            }
          />
        ))}
      </List>
    </>
  )
}
