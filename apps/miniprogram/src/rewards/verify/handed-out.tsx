import type { ReplyOf } from '@sidan/types/endpoint'
import type { HandedOut as Given, listHandedOut } from '@sidan/types/rewards'
import type { Failure } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { ErrorState } from '../../shared/ui/error-state.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

interface HandedOutProps {
  readonly value: ReplyOf<typeof listHandedOut> | undefined
  readonly items: readonly Given[]
  readonly failure: Failure | undefined
  readonly reload: () => Promise<void>
  readonly more: (() => Promise<void>) | undefined
}

/** 今天发出的: what was handed out, with the day's total. Handing out goes on while it cannot be read. */
export function HandedOut({ value, items, failure, reload, more }: HandedOutProps) {
  const words = useWords()
  const retry = () => void reload()
  if (failure) return <ErrorState what={problemText(failure)} onRetry={retry} code={failure.code} />
  if (!value) return <Skeleton shapes={['rows']} onRetry={retry} />
  if (items.length === 0) return <Empty>今天还没发出东西。</Empty>
  return (
    <>
      <SectionHead>{`今天发出 ${value.totalCount} 件·${value.totalPoints} 分`}</SectionHead>
      <List label="今天发出的">
        {items.map((given) => (
          <Row
            key={given.redemptionId}
            title={given.title}
            line={`${given.holderName}·${words.moment(given.usedAt)}`}
            value={<Box className="sd-points">{`${given.pricePoints} 分`}</Box>}
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}
