import type { ReplyOf } from '@sidan/types/endpoint'
import { type HandedOut as Given, type listHandedOut, undoVerification } from '@sidan/types/rewards'
import { call, type Failure } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { ErrorState } from '../../shared/ui/error-state.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface HandedOutProps {
  readonly value: ReplyOf<typeof listHandedOut> | undefined
  readonly items: readonly Given[]
  readonly failure: Failure | undefined
  readonly reload: () => Promise<void>
  readonly more: (() => Promise<void>) | undefined
  /** It was taken back, and the list is read anew. */
  readonly onUndone: (redemptionId: string) => void
}

/** 今天发出的: what was handed out, with the day's total, and what can still be taken back. Handing out goes on while it cannot be read. */
export function HandedOut({ value, items, failure, reload, more, onUndone }: HandedOutProps) {
  const words = useWords()
  const { act, busy } = useAct()
  const undo = async ({ redemptionId, title }: Given) => {
    const undone = await act(() => call(undoVerification, { params: { redemptionId } }))
    if (undone) {
      toast(`「${title}」撤回了，券还能用`)
      onUndone(redemptionId)
    }
    // Refused as well: it may be too late by now, or somebody else did it.
    await reload()
  }
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
            action={
              given.allowedActions.length > 0 ? (
                <Button
                  size="s"
                  kind="text"
                  busy={busy && '正在撤…'}
                  label={`撤回，${given.holderName}的${given.title}`}
                  onPress={() => void undo(given)}
                >
                  撤回
                </Button>
              ) : undefined
            }
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}
