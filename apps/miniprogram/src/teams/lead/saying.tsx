import { tellMembers } from '@sidan/types/memberships'
import type { Team } from '@sidan/types/teams'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** One short word to everybody in the team. */
export function Saying({ teamId }: { readonly teamId: Team['teamId'] }) {
  const [said, setSaid] = useState('')
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const send = async () => {
    const done = await act(() => call(tellMembers, { params: { teamId }, body: { words: said.trim() }, key }))
    if (!done) return
    toast(`告诉了 ${done.toldCount} 个人`)
    setSaid('')
    setKey(newKey())
  }
  return (
    <Card>
      <Box className="sd-stack">
        <TextArea
          label="跟队员说句话"
          maxLength={120}
          value={said}
          onInput={setSaid}
          hint="核对过就能看到，在队伍页上"
        />
        <Button
          kind="soft"
          busy={busy && '正在送…'}
          disabledBecause={said.trim() === '' && '先写一句'}
          onPress={() => void send()}
        >
          告诉大家
        </Button>
      </Box>
    </Card>
  )
}
