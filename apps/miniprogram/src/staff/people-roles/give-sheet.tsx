import { findPeople, type PersonRef } from '@sidan/types/people'
import { grantRole } from '@sidan/types/role-grants'
import { inviteToRole, maxNameLength, type RoleInvitation } from '@sidan/types/role-invitations'
import { roleWords } from '@sidan/types/role-words'
import type { Role } from '@sidan/types/roles'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { SentInvitation } from '../../shared/people/invitations.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface GiveSheetProps {
  readonly open: boolean
  readonly params: never
  readonly roles: readonly Role[]
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** Gives a role: to somebody who is found by name, or by a one-time code to who has no account yet. */
export function GiveSheet({ open, params, roles, onClose, onDone }: GiveSheetProps) {
  const [role, setRole] = useState<Role | null>(null)
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly (PersonRef & { homeStationName: string | null })[]>()
  const [sent, setSent] = useState<RoleInvitation>()
  const { act, busy } = useAct()
  const close = () => {
    setFound(undefined)
    setSent(undefined)
    setName('')
    onClose()
  }
  const find = async () => {
    const answer = await act(() => call(findPeople, { query: { name: name.trim() } }))
    if (answer) setFound(answer.items)
  }
  const give = async (person: PersonRef) => {
    if (role === null) return
    if (!(await act(() => call(grantRole, { params, body: { personId: person.personId, role } })))) return
    toast(`${person.displayName}，${roleWords[role]}，本人会收到通知`)
    close()
    await onDone()
  }
  const invite = async () => {
    if (role === null) return
    const invitation = await act(() => call(inviteToRole, { params, body: { role, displayName: name.trim() } }))
    if (!invitation) return
    setSent(invitation)
    await onDone()
  }
  const missing = (role === null && '先选岗位') || (name.trim() === '' && '先写怎么称呼')
  return (
    <Sheet open={open} onClose={close} title="请一个人来" line="先选岗位，再找人；没用过四单的，发一个邀请码">
      <Box className="sd-stack">
        <ChoiceChips
          label="岗位"
          value={role}
          choices={roles.map((value) => ({ value, word: roleWords[value] }))}
          onChoose={setRole}
        />
        <Field
          kind="search"
          icon="search"
          label="怎么称呼"
          placeholder="李师傅，名字或拼音"
          maxLength={maxNameLength}
          value={name}
          onInput={setName}
          onDone={() => void find()}
        />
        <Button kind="soft" disabledBecause={missing} onPress={() => void find()}>
          找人
        </Button>
        {found ? <Found people={found} busy={busy} onGive={(person) => void give(person)} /> : null}
        {found && !sent ? (
          <Button kind="outlined" busy={busy && '正在办…'} disabledBecause={missing} onPress={() => void invite()}>
            {`还没用过四单，给${name.trim()}发邀请码`}
          </Button>
        ) : null}
        <SentInvitation invitation={sent} />
      </Box>
    </Sheet>
  )
}

function Found({
  people,
  busy,
  onGive,
}: {
  readonly people: readonly (PersonRef & { homeStationName: string | null })[]
  readonly busy: boolean
  readonly onGive: (person: PersonRef) => void
}) {
  if (people.length === 0) return <Box className="sd-ink-2">没有找到这个人。</Box>
  return (
    <List>
      {people.map((person) => (
        <Row
          key={person.personId}
          title={person.displayName}
          line={person.homeStationName ?? undefined}
          action={
            <Button
              size="s"
              kind="outlined"
              busy={busy && '…'}
              label={`就他，${person.displayName}`}
              onPress={() => onGive(person)}
            >
              就他
            </Button>
          }
        />
      ))}
    </List>
  )
}
