import type { ReactNode } from 'react'
import type { Failure } from '../api/call.ts'
import { problemText } from '../api/problem-text.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { useModes } from '../ui/modes.ts'
import { Notice } from '../ui/notice.tsx'
import { Page, type PageProps } from '../ui/page.tsx'
import { Skeleton, type SkeletonProps } from '../ui/skeleton.tsx'
import { CallStation } from './call-station.tsx'
import { SignInFirst } from './sign-in-first.tsx'

export interface Loaded {
  readonly value: unknown
  readonly failure: Failure | undefined
  readonly reload: () => Promise<void>
}

export interface ScreenProps extends Omit<PageProps, 'children' | 'notice' | 'call'> {
  /** What the page shows; without it the page is there at once. */
  readonly load?: Loaded
  readonly shapes?: SkeletonProps['shapes']
  /** Stands on top unless there is no signal, which is said first. */
  readonly notice?: ReactNode
  /** The page places the call button itself, in elder mode too. */
  readonly placesCall?: boolean
  readonly children: ReactNode
}

/** A page with its four states: coming, not to be had, there, and there as it was before the signal went. */
export function Screen({
  load,
  shapes = ['head', 'card', 'rows'],
  notice,
  placesCall = false,
  children,
  ...page
}: ScreenProps) {
  const { elder } = useModes()
  const missing = load !== undefined && load.value === undefined
  const failure = load?.failure
  const retry = () => void load?.reload()
  return (
    <Page
      {...page}
      notice={failure && !missing ? <Stale failure={failure} /> : notice}
      bar={missing ? undefined : page.bar}
      {...(elder && !placesCall ? { call: <CallStation /> } : {})}
    >
      {missing && failure?.code === 'sign-in-needed' ? (
        <SignInFirst>要先登录才看得到。</SignInFirst>
      ) : missing && failure ? (
        <ErrorState what={problemText(failure)} onRetry={retry} code={failure.code} />
      ) : missing ? (
        <Skeleton shapes={shapes} onRetry={retry} />
      ) : (
        children
      )}
    </Page>
  )
}

function Stale({ failure }: { failure: Failure }) {
  if (failure.code === 'offline')
    return (
      <Notice tone="stone" icon="offline" title="没有信号">
        看到的是刚才的样子，有网会自己更新
      </Notice>
    )
  return (
    <Notice tone="warm" icon="warn">
      {problemText(failure)}
    </Notice>
  )
}
