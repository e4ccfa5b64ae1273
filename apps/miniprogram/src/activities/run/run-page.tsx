import type { ActivityCard } from '@sidan/types/activities'
import { listRunActivities } from '@sidan/types/activity-forms'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { activityTag } from '../activity-words.ts'

const spans = [
  { value: 'coming', word: '要办的' },
  { value: 'past', word: '办过的' },
] as const

/** 我们办的活动: drafts, what is coming, what is over, of the units and teams somebody acts for. */
export default function RunPage() {
  const [span, setSpan] = useState<'coming' | 'past'>('coming')
  const load = useCallback(
    (cursor?: string) =>
      call(listRunActivities, { query: { past: span === 'past' ? 'true' : 'false', cursor, limit: 20 } }),
    [span],
  )
  const { value, items, more, failure, reload } = usePages(load)
  const drafts = items.filter(({ state }) => state === 'draft')
  const others = items.filter(({ state }) => state !== 'draft')
  return (
    <Screen
      title="我们办的活动"
      load={{ value, failure, reload }}
      shapes={['rows', 'rows']}
      bar={
        <BottomBar>
          <Button size="l" grow icon="pen" onPress={() => go('write')}>
            写一个活动
          </Button>
        </BottomBar>
      }
    >
      <ChoiceChips label="看哪些" layout="halves" value={span} choices={spans} onChoose={setSpan} />
      {items.length === 0 ? (
        <Empty>{span === 'past' ? '还没有办过的活动。' : '现在没有要办的活动，写一个吗？'}</Empty>
      ) : null}
      {drafts.length > 0 ? <SectionHead aside="只有您这边看得到">还没发布</SectionHead> : null}
      <Cards cards={drafts} over={span === 'past'} />
      {drafts.length > 0 && others.length > 0 ? <SectionHead>发布了的</SectionHead> : null}
      <Cards cards={others} over={span === 'past'} />
      <More onTap={more} />
    </Screen>
  )
}

function Cards({ cards, over }: { readonly cards: readonly ActivityCard[]; readonly over: boolean }) {
  const words = useWords()
  return (
    <List>
      {cards.map((card) => {
        const tag = activityTag(card, over)
        return (
          <Row
            key={card.activityId}
            weight="strong"
            title={card.title}
            line={[words.moment(card.startsAt), shortUnit(card.unitName), ...countWords(card)].join('·')}
            value={
              card.state === 'published' ? undefined : (
                <Tag tone={tag.tone} icon={tag.icon}>
                  {tag.word}
                </Tag>
              )
            }
            onOpen={() => go('manage', { activity: card.activityId })}
          />
        )
      })}
    </List>
  )
}

const countWords = ({ shiftCount, freeVolunteers, freeParticipants, state }: ActivityCard): string[] => [
  ...(shiftCount > 1 ? [`${shiftCount} 个班`] : []),
  ...(state === 'published' && freeVolunteers !== null && freeParticipants !== null
    ? [freeVolunteers + freeParticipants === 0 ? '满了' : `还缺 ${freeVolunteers + freeParticipants} 人`]
    : []),
]
