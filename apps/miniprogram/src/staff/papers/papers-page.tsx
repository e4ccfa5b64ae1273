import { useState } from 'react'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { isStaff, loadMe } from '../../shared/session/kept-me.ts'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Endings } from './endings.tsx'
import { Insuring } from './insuring.tsx'
import { Minors } from './minors.tsx'
import { Waiting } from './waiting.tsx'

type Part = 'waiting' | 'ending' | 'insurance' | 'minors'

const parts: readonly { value: Part; word: string }[] = [
  { value: 'waiting', word: '等核的' },
  { value: 'ending', word: '快到期' },
  { value: 'insurance', word: '登记保险' },
  { value: 'minors', word: '家长同意' },
]

/** 资质、保险、家长同意, for staff: what waits, what ends, and what is recorded for others. An auditor looks. */
export default function StaffPapersPage() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const [part, setPart] = useState<Part>('waiting')
  const decides = me !== undefined && isStaff(me)
  return (
    <Screen title="资质和保险" load={{ value: me, failure, reload }}>
      <ChoiceChips label="看哪些" layout="four" value={part} choices={parts} onChoose={setPart} />
      {part === 'waiting' ? <Waiting decides={decides} /> : null}
      {part === 'ending' ? <Endings /> : null}
      {part === 'insurance' ? <Insuring decides={decides} /> : null}
      {part === 'minors' ? <Minors decides={decides} /> : null}
    </Screen>
  )
}
