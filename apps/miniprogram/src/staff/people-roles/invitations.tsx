import { listInvitations, type RoleInvitation, renewInvitation, revokeInvitation } from '@sidan/types/role-invitations'
import { roleWords } from '@sidan/types/role-words'
import { formatShortCode } from '@sidan/types/short-codes'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { invitationStates } from './people-roles-words.ts'

/** Codes that were issued for a unit's roles: which are still open, to be renewed or taken back. */
export function Invitations({ unitId }: { readonly unitId: string }) {
  const list = usePages(
    useCallback(
      (cursor?: string) => call(listInvitations, { params: { unitId } as never, query: { cursor } }),
      [unitId],
    ),
  )
  const { act, busy } = useAct()
  if (list.items.length === 0) return null
  const change = async (
    invitation: RoleInvitation,
    endpoint: typeof renewInvitation | typeof revokeInvitation,
    word: string,
  ) => {
    if (!(await act(() => call(endpoint, { params: { invitationId: invitation.invitationId } })))) return
    toast(word)
    await list.reload()
  }
  return (
    <>
      <SectionHead>发出去的邀请码</SectionHead>
      <List>
        {list.items.map((one) => (
          <Row
            key={one.invitationId}
            icon="ticket"
            title={`${one.displayName}，${roleWords[one.role]}`}
            line={
              one.code ? `${formatShortCode(one.code)}，${invitationStates[one.state]}` : invitationStates[one.state]
            }
            action={
              one.allowedActions.length > 0 ? (
                <Box className="sd-line">
                  <Button
                    kind="text"
                    size="s"
                    busy={busy && '…'}
                    label={`换新码，${one.displayName}`}
                    onPress={() => void change(one, renewInvitation, '换了新码，七天内有效')}
                  >
                    换新码
                  </Button>
                  <Button
                    kind="text"
                    size="s"
                    tone="danger"
                    busy={busy && '…'}
                    label={`收回，${one.displayName}`}
                    onPress={() => void change(one, revokeInvitation, '收回了，旧码不能用了')}
                  >
                    收回
                  </Button>
                </Box>
              ) : undefined
            }
          />
        ))}
      </List>
      <More onTap={list.more} />
    </>
  )
}
