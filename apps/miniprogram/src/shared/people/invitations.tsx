import type { ReplyOf } from '@sidan/types/endpoint'
import {
  type listInvitations,
  type RoleInvitation,
  renewInvitation,
  revokeInvitation,
} from '@sidan/types/role-invitations'
import { roleWords } from '@sidan/types/role-words'
import { formatShortCode } from '@sidan/types/short-codes'
import { call, type Outcome } from '../api/call.ts'
import { useAct, usePages } from '../api/use-load.ts'
import { More } from '../screen/more.tsx'
import { Box } from '../ui/box.tsx'
import { Button } from '../ui/button.tsx'
import { List } from '../ui/list.tsx'
import { Notice } from '../ui/notice.tsx'
import { Row } from '../ui/row.tsx'
import { SectionHead } from '../ui/section-head.tsx'
import { toast } from '../ui/toast.tsx'

const invitationStates: Record<RoleInvitation['state'], string> = {
  open: '等本人来用',
  accepted: '用过了',
  revoked: '收回了',
  expired: '过期了',
}

/** The code that was just issued, to be told to whom it is for. */
export function SentInvitation({ invitation }: { readonly invitation: RoleInvitation | undefined }) {
  if (!invitation?.code) return null
  return (
    <Notice tone="brand" icon="check-circle" title={formatShortCode(invitation.code)}>
      {`把这个码告诉${invitation.displayName}：登录以后在“我的”里输入，只能用一次，七天内有效`}
    </Notice>
  )
}

/** Codes that were issued, by `load`: which are still open, to be renewed or taken back. */
export function Invitations({
  load,
}: {
  readonly load: (cursor?: string) => Promise<Outcome<ReplyOf<typeof listInvitations>>>
}) {
  const list = usePages(load)
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
