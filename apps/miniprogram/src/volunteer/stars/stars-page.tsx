import { listStarChanges } from '@sidan/types/stars'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { minuteParts } from '../../shared/format/amount-words.ts'
import { starWords } from '../../shared/format/star-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { StarsShown } from '../../shared/ui/stars.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { changeWords, ratingsWords, supplementWords } from './stars-words.ts'

const load = (cursor?: string) => call(listStarChanges, { query: { cursor, limit: 30 } })

/** 星级怎么来的: the hours, the county's ladder, and why each change was (rule-12). */
export default function StarsPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const words = useWords()
  return (
    <Screen title="星级怎么来的" load={{ value, failure, reload }} shapes={['card', 'rows']}>
      {value ? (
        <>
          <Card>
            <Box className="sd-stack">
              <Box className="sd-between">
                <StarsShown value={value.level} label={starWords(value.level)} />
                <Box className="sd-strong">{starWords(value.level)}</Box>
              </Box>
              <Stat kind="hours" label="累计服务时长" parts={minuteParts(value.now.earnedMinutes)} />
              <Box className="sd-ink-2">{ratingsWords(value.now)}</Box>
            </Box>
          </Card>
          <SectionHead>县里的标准</SectionHead>
          <List>
            {value.now.ladderHours.map((hours, step) => (
              <Row
                key={hours}
                title={starWords(step + 1)}
                icon={step < value.level ? 'check' : 'star'}
                line={step < value.level ? '已经到了' : undefined}
                value={`${hours} 小时`}
              />
            ))}
          </List>
          <Box className="t-small sd-ink-2">
            {`只算审核通过的自愿服务。${supplementWords(value.now.ratingSupplement) ?? '评价不影响星级'}。`}
          </Box>
          <SectionHead>每一次变化</SectionHead>
        </>
      ) : null}
      {items.length === 0 ? (
        <Empty>还没有变化。第一颗星到了，会告诉您。</Empty>
      ) : (
        <Timeline
          label="星级变化"
          events={items.map((change) => ({
            key: String(change.no),
            when: words.moment(change.at),
            ...changeWords(change),
          }))}
        />
      )}
      <More onTap={more} />
    </Screen>
  )
}
