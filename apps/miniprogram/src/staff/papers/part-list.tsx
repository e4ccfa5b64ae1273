import type { ReactNode } from 'react'
import type { Failure } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { More } from '../../shared/screen/more.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { ErrorState } from '../../shared/ui/error-state.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

interface PartListProps {
  readonly pages: {
    readonly value: unknown
    readonly items: readonly unknown[]
    readonly failure: Failure | undefined
    readonly reload: () => Promise<void>
    readonly more: (() => Promise<void>) | undefined
  }
  readonly empty: string
  readonly children: ReactNode
}

/** One part's list with its states: coming, not to be had, empty, there. */
export function PartList({ pages, empty, children }: PartListProps) {
  const retry = () => void pages.reload()
  if (pages.value === undefined && pages.failure)
    return <ErrorState what={problemText(pages.failure)} onRetry={retry} code={pages.failure.code} />
  if (pages.value === undefined) return <Skeleton shapes={['card', 'card']} onRetry={retry} />
  if (pages.items.length === 0) return <Empty>{empty}</Empty>
  return (
    <>
      {children}
      <More onTap={pages.more} />
    </>
  )
}
