import { invitePartnerMember, type Partner, type PartnerRole } from '@sidan/types/partners'
import { maxNameLength, type RoleInvitation } from '@sidan/types/role-invitations'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { SentInvitation } from '../../shared/people/invitations.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { partnerRoleWords } from './partner-words.ts'

interface InviteSheetProps {
  readonly partner: Partner
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** A one-time code for who is to work there. */
export function InviteSheet({ partner, onClose, onDone }: InviteSheetProps) {
  const roles: PartnerRole[] = [
    ...(partner.allowedActions.includes('inviteOwner') ? (['partnerOwner'] as const) : []),
    ...(partner.allowedActions.includes('inviteClerk') ? (['partnerClerk'] as const) : []),
  ]
  const [role, setRole] = useState<PartnerRole | null>(roles.length === 1 ? (roles[0] ?? null) : null)
  const [name, setName] = useState('')
  const [sent, setSent] = useState<RoleInvitation>()
  const { act, busy } = useAct()
  const invite = async () => {
    if (role === null) return
    const params = { partnerId: partner.partnerId }
    const invitation = await act(() => call(invitePartnerMember, { params, body: { role, displayName: name.trim() } }))
    if (!invitation) return
    setSent(invitation)
    await onDone()
  }
  const missing = (role === null && '先选店主还是店员') || (name.trim() === '' && '先写怎么称呼')
  return (
    <Sheet
      open
      onClose={onClose}
      title="请一个人来"
      line="店主核对账、管店员；店员扫码发东西"
      foot={
        sent ? undefined : (
          <Button size="l" grow busy={busy && '正在办…'} disabledBecause={missing} onPress={() => void invite()}>
            发一个邀请码
          </Button>
        )
      }
    >
      <Box className="sd-stack">
        {sent ? (
          <SentInvitation invitation={sent} />
        ) : (
          <>
            {roles.length > 1 ? (
              <ChoiceChips
                label="做什么"
                value={role}
                choices={roles.map((value) => ({ value, word: partnerRoleWords[value] }))}
                onChoose={setRole}
              />
            ) : null}
            <Field
              label="怎么称呼"
              placeholder="比如 沈店长、小齐"
              maxLength={maxNameLength}
              value={name}
              onInput={setName}
              onDone={() => void invite()}
            />
          </>
        )}
      </Box>
    </Sheet>
  )
}
