import type { Affiliation } from '@sidan/types/affiliations'
import { civilDay } from '@sidan/types/civil'
import { saveConsent } from '@sidan/types/consents'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { NoticeCard } from '../consents/notice-card.tsx'

interface RegisteredProps {
  readonly affiliation: Affiliation
  /** Absent where the county has no 双报到 any more. */
  readonly onChange: (() => void) | undefined
  readonly onWithdrawn: () => Promise<void>
}

/** What somebody registered, for their own eyes. */
export function Registered({ affiliation, onChange, onWithdrawn }: RegisteredProps) {
  const { department, station, noticeVersion, registeredAt } = affiliation
  const words = useWords()
  const [looking, setLooking] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { act, busy } = useAct()
  const withdraw = async () => {
    const body = { purpose: 'partyMembership' as const, noticeVersion, given: false as const }
    if (!(await act(() => call(saveConsent, { body })))) return
    setLeaving(false)
    toast('收回了，已经删掉')
    await onWithdrawn()
  }
  return (
    <>
      <Subject title="您报到了" line="只有您自己看得到，别人都查不到" />
      <Card>
        <Facts
          facts={[
            { name: '上班的单位', value: department.name },
            { name: '住的地方', value: station.name },
            { name: '哪天报的', value: words.fullDay(civilDay(new Date(registeredAt))) },
          ]}
        />
        <CardActions>
          {onChange ? (
            <Button kind="soft" grow onPress={onChange}>
              改一下
            </Button>
          ) : null}
          <Button kind="outlined" onPress={() => setLooking(true)}>
            看告知
          </Button>
        </CardActions>
      </Card>
      <Box className="t-small sd-ink-2">您的服务时长照常记，不用另外报。</Box>
      <Button kind="outlined" onPress={() => setLeaving(true)}>
        收回，不报到了
      </Button>
      <Sheet open={looking} onClose={() => setLooking(false)} title="告知">
        <NoticeCard purpose="partyMembership" />
      </Sheet>
      <ConfirmSheet
        open={leaving}
        onClose={() => setLeaving(false)}
        title="真的收回吗"
        line="单位和住处马上删掉。时长不受影响，以后想报到，再来一次就行"
        word="收回并删掉"
        tone="danger"
        busy={busy && '正在收回…'}
        onConfirm={() => void withdraw()}
      />
    </>
  )
}
