import { answerJoinRequest, type JoinReason, type JoinRequest } from '@sidan/types/memberships'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { choicesOf, reasonWords } from '../team-words.ts'

/** One who asks to join: yes at a tap, no with one more. */
export function Request({ request, onDone }: { readonly request: JoinRequest; readonly onDone: () => Promise<void> }) {
  const [refusing, setRefusing] = useState(false)
  const words = useWords()
  const { act, busy } = useAct()
  const { requestId, person } = request
  const answer = async (accept: boolean, reason?: JoinReason) => {
    const body = { accept, ...(reason ? { reason } : {}) }
    if (!(await act(() => call(answerJoinRequest, { params: { requestId }, body })))) return
    toast(accept ? `${person.displayName}加入了` : '告诉对方了')
    await onDone()
  }
  return (
    <Card>
      <Subject size="card" title={person.displayName} line={`${words.ago(request.askedAt)}申请`} />
      {refusing ? (
        <Box className="sd-stack">
          <ChoiceChips
            label="为什么"
            layout="halves"
            value={null}
            choices={choicesOf(reasonWords)}
            onChoose={(reason) => void answer(false, reason)}
          />
        </Box>
      ) : (
        <CardActions>
          <Button kind="outlined" onPress={() => setRefusing(true)}>
            这次不行
          </Button>
          <Button grow busy={busy && '正在办…'} onPress={() => void answer(true)}>
            {`让${person.displayName}加入`}
          </Button>
        </CardActions>
      )}
    </Card>
  )
}
