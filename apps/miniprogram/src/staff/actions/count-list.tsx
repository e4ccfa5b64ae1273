import { type ActionCount, listActionCounts } from '@sidan/types/action-counts'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { CountSheet } from './count-sheet.tsx'
import { oftenWords, whatWords } from './counting-words.ts'

interface CountListProps {
  readonly unitId: string
  /** Undefined: today. */
  readonly day: string | undefined
  readonly onChanged: () => Promise<void>
}

/** What was counted for a day at a unit and below it, newest first. */
export function CountList({ unitId, day, onChanged }: CountListProps) {
  const words = useWords()
  const load = useCallback(
    (cursor?: string) =>
      call(listActionCounts, { params: { unitId: unitId as never }, query: { day, cursor, limit: 50 } }),
    [unitId, day],
  )
  const { value, items, more, reload } = usePages(load)
  const [open, setOpen] = useState<ActionCount>()
  if (!value) return null
  const line = (count: ActionCount) =>
    [
      count.undone && `撤回了：${count.undone.words ?? '内容已删'}`,
      `${count.byName} ${words.moment(count.countedAt)}`,
      count.unitId !== unitId && count.unitName,
      !count.undone && oftenWords(count),
    ]
      .filter(Boolean)
      .join('·')
  return (
    <Box className="sd-stack">
      <SectionHead>{`${day === undefined ? '今天' : words.day(day)}记的`}</SectionHead>
      {items.length === 0 ? (
        <Empty>这一天还没有记过。</Empty>
      ) : (
        <List label="记过的">
          {items.map((count) => (
            <Row
              key={count.countId}
              weight="strong"
              title={`${count.person.displayName}·${whatWords(count)}`}
              line={line(count)}
              value={
                <Box className={count.undone ? 'sd-ink-3' : 'sd-points'}>
                  {count.undone ? '撤回' : `+${count.points} 分`}
                </Box>
              }
              onOpen={() => setOpen(count)}
            />
          ))}
        </List>
      )}
      <More onTap={more} />
      {open ? (
        <CountSheet
          count={open}
          onClose={() => setOpen(undefined)}
          onDone={async () => {
            setOpen(undefined)
            await Promise.all([reload(), onChanged()])
          }}
        />
      ) : null}
    </Box>
  )
}
