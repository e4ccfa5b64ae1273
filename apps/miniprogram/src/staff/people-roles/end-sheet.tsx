import { endRole, type RoleGrant, type SaidEndReason } from '@sidan/types/role-grants'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { endChoices, grantTitle } from './people-roles-words.ts'

/** Ends a role: why, and that it counts at once. */
export function EndSheet({
  grant,
  onClose,
  onDone,
}: {
  readonly grant: RoleGrant | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) {
  const [reason, setReason] = useState<SaidEndReason | null>(null)
  const { act, busy } = useAct()
  const end = async () => {
    if (!grant || reason === null) return
    const done = await act(() => call(endRole, { params: { grantId: grant.grantId }, body: { reason } }))
    if (!done) return
    toast(done.warning ? '结束了。这里现在没有专管员了，上一级也知道了' : '结束了，本人会收到通知')
    setReason(null)
    onClose()
    await onDone()
  }
  return (
    <Sheet
      open={grant !== undefined}
      onClose={onClose}
      title={grant ? grantTitle(grant) : ''}
      line="结束以后马上不能再办事，做过的都留着"
      foot={
        <Button
          tone="danger"
          size="l"
          grow
          busy={busy && '正在办…'}
          disabledBecause={reason === null && '先选一个原因'}
          onPress={() => void end()}
        >
          结束这个岗位
        </Button>
      }
    >
      <ChoiceChips label="为什么结束" layout="halves" value={reason} choices={endChoices} onChoose={setReason} />
    </Sheet>
  )
}
