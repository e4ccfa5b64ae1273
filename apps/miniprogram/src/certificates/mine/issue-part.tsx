import { type Certificate, issueCertificate } from '@sidan/types/certificates'
import { civilDay } from '@sidan/types/civil'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { toast } from '../../shared/ui/toast.tsx'

type Span = 'all' | 'thisYear' | 'lastYear' | 'own'
const spans = [
  { value: 'all', word: '全部' },
  { value: 'thisYear', word: '今年' },
  { value: 'lastYear', word: '去年' },
  { value: 'own', word: '自己选' },
] as const

/** The period as it is asked for; `own` is what was chosen, either end may be open. */
function periodOf(span: Span, own: { from: string; until: string }) {
  const year = Number(civilDay(new Date()).slice(0, 4))
  if (span === 'thisYear') return { fromDay: `${year}-01-01`, untilDay: null }
  if (span === 'lastYear') return { fromDay: `${year - 1}-01-01`, untilDay: `${year - 1}-12-31` }
  return span === 'own' ? { fromDay: own.from || null, untilDay: own.until || null } : { fromDay: null, untilDay: null }
}

/** Which time it is about, and issuing it. */
export function IssuePart({ onIssued }: { readonly onIssued: (made: Certificate) => Promise<void> }) {
  const [span, setSpan] = useState<Span>('all')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const { act, busy } = useAct()
  const issue = async () => {
    const made = await act(() => call(issueCertificate, { body: periodOf(span, { from, until }) }))
    if (!made) return
    toast('开好了')
    await onIssued(made)
  }
  return (
    <Card label="开证明">
      <Box className="sd-stack">
        <ChoiceChips<Span> label="证明哪段时间" layout="four" value={span} choices={spans} onChoose={setSpan} />
        {span === 'own' ? (
          <>
            <DayField label="从哪天" optional value={from} onChoose={setFrom} />
            <DayField label="到哪天" optional value={until} onChoose={setUntil} />
          </>
        ) : null}
      </Box>
      <CardActions>
        <Button size="l" kind="outlined" onPress={() => go('myData')}>
          写全名
        </Button>
        <Button grow size="l" busy={busy && '正在开…'} onPress={() => void issue()}>
          开证明
        </Button>
      </CardActions>
    </Card>
  )
}
