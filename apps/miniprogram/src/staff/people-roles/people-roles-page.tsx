import { listGrants, type RoleGrant } from '@sidan/types/role-grants'
import { listInvitations } from '@sidan/types/role-invitations'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Invitations } from '../../shared/people/invitations.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { UnitScreen } from '../unit-screen.tsx'
import { EndSheet } from './end-sheet.tsx'
import { GiveSheet } from './give-sheet.tsx'
import { grantLine, grantTitle } from './people-roles-words.ts'

/** 岗位和人: who holds which role on a unit; given and ended by whoever stands above, with what was before. */
export default function PeopleRolesPage() {
  return (
    <UnitScreen title="岗位和人" signedOut="登录了才能看。">
      {({ unitId }) => <UnitPeople unitId={unitId} />}
    </UnitScreen>
  )
}

function UnitPeople({ unitId }: { unitId: string }) {
  const params = { unitId } as never
  const held = usePages(
    useCallback(
      (cursor?: string) => call(listGrants, { params: { unitId } as never, query: { state: 'held', cursor } }),
      [unitId],
    ),
  )
  const invitations = useCallback(
    (cursor?: string) => call(listInvitations, { params: { unitId } as never, query: { cursor } }),
    [unitId],
  )
  const [past, setPast] = useState(false)
  const [ending, setEnding] = useState<RoleGrant>()
  const [giving, setGiving] = useState(false)
  const [round, setRound] = useState(0)
  const words = useWords()
  const again = async () => {
    setRound(round + 1)
    await held.reload()
  }
  if (!held.value) return null
  const mayGive = held.value.grantableRoles.length > 0
  return (
    <>
      <SectionHead>{held.value.unit.name}</SectionHead>
      {held.items.length === 0 ? <Empty>这里现在没有人。</Empty> : null}
      <List>
        {held.items.map((grant) => (
          <Row
            key={grant.grantId}
            icon="person"
            title={grantTitle(grant)}
            line={grantLine(grant, words.dayOf)}
            action={
              grant.allowedActions.includes('end') ? (
                <Button kind="outlined" size="s" label={`结束，${grantTitle(grant)}`} onPress={() => setEnding(grant)}>
                  结束
                </Button>
              ) : undefined
            }
          />
        ))}
      </List>
      <More onTap={held.more} />
      {mayGive ? (
        <Button icon="plus" onPress={() => setGiving(true)}>
          请一个人来
        </Button>
      ) : null}
      {mayGive ? <Invitations key={round} load={invitations} /> : null}
      <Button kind="text" onPress={() => setPast(!past)}>
        {past ? '收起以前的' : '看以前谁在'}
      </Button>
      {past ? <Past key={round} unitId={unitId} /> : null}
      <EndSheet grant={ending} onClose={() => setEnding(undefined)} onDone={again} />
      <GiveSheet
        open={giving}
        params={params}
        roles={held.value.grantableRoles}
        onClose={() => setGiving(false)}
        onDone={again}
      />
    </>
  )
}

function Past({ unitId }: { unitId: string }) {
  const words = useWords()
  const past = usePages(
    useCallback(
      (cursor?: string) => call(listGrants, { params: { unitId } as never, query: { state: 'ended', cursor } }),
      [unitId],
    ),
  )
  if (past.value && past.items.length === 0) return <Empty>以前没有别人。</Empty>
  return (
    <>
      <List>
        {past.items.map((grant) => (
          <Row key={grant.grantId} icon="clock" title={grantTitle(grant)} line={grantLine(grant, words.dayOf)} />
        ))}
      </List>
      <More onTap={past.more} />
    </>
  )
}
