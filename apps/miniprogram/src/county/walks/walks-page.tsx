import { type AuditWalk, drawWalk, listWalks, type WalkUnit } from '@sidan/types/audit-walks'
import { addMonths, civilDay, civilMonth, monthSpan } from '@sidan/types/civil'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { grouped } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { daysWords, unitChoices, walkWords } from '../walk-words.ts'

const load = (cursor?: string) => call(listWalks, { query: { cursor, limit: 20 } })

/** 抽查: ten minutes or points by chance, and every walk that was ever drawn. For auditors and the county's keeper. */
export default function WalksPage() {
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="抽查" load={{ value, failure, reload }} shapes={['head', 'card', 'rows']}>
      <Subject title="随机抽十分钟，看每一分钟凭什么" line="每一分钟被抽到的机会一样大；抽哪些由随机数定，谁也挑不了" />
      <DrawPart />
      <SectionHead>抽过的</SectionHead>
      {items.length === 0 ? <Empty>还没有抽过。抽一次就留一次，删不掉。</Empty> : null}
      {items.length > 0 ? <Walks walks={items} /> : null}
      <More onTap={more} />
    </Screen>
  )
}

function Walks({ walks }: { readonly walks: readonly AuditWalk[] }) {
  const words = useWords()
  return (
    <List>
      {walks.map((walk) => (
        <Row
          key={walk.walkId}
          title={`${walkWords(walk)}·${daysWords(words.date, walk)}`}
          line={`${walk.drawnByName}·${words.moment(walk.drawnAt)}`}
          value={`共 ${grouped(walk.amount)}`}
          onOpen={() => go('walk', { walk: walk.walkId })}
        />
      ))}
    </List>
  )
}

/** The last whole month, unless other days are chosen. */
function lastMonth() {
  const { from, to } = monthSpan(addMonths(civilMonth(new Date()), -1))
  return { from: civilDay(from), until: civilDay(new Date(to.getTime() - 1)) }
}

function DrawPart() {
  const [unit, setUnit] = useState<WalkUnit>('minutes')
  const [from, setFrom] = useState(lastMonth().from)
  const [until, setUntil] = useState(lastMonth().until)
  const { act, busy } = useAct()
  const draw = async () => {
    const made = await act(() => call(drawWalk, { body: { unit, fromDay: from, untilDay: until } }))
    if (made) go('walk', { walk: made.walk.walkId })
  }
  return (
    <Card label="抽一次">
      <Box className="sd-stack">
        <ChoiceChips<WalkUnit> label="抽什么" layout="four" value={unit} choices={unitChoices} onChoose={setUnit} />
        <DayField label="从哪天" value={from} onChoose={setFrom} />
        <DayField label="到哪天" value={until} onChoose={setUntil} />
      </Box>
      <CardActions>
        <Button grow size="l" busy={busy && '正在抽…'} onPress={() => void draw()}>
          随机抽十个
        </Button>
      </CardActions>
    </Card>
  )
}
