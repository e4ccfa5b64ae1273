import type { RecordWhy } from '@sidan/types/records'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { undoneWords } from './why-words.ts'

/** What a record said before it was corrected, and who corrected it why; nothing of it is ever deleted. */
export function Versions({ why }: { readonly why: RecordWhy }) {
  const words = useWords()
  if (why.versions.length < 2) return null
  return (
    <Card>
      <SectionHead as="h3">更正过的都留着</SectionHead>
      <Timeline
        label="各版"
        events={why.versions.map((one) => ({
          key: one.recordId,
          what: `第 ${one.version} 版：${minutesWords(one.clockedMinutes + one.declaredMinutes)}`,
          when: words.span(one.startedAt, one.endedAt),
          why: one.undone ? undoneWords(one.state, one.undone) : '现在算这一版',
        }))}
      />
    </Card>
  )
}
