import { signInScan } from '@sidan/types/scans'
import { claimSignIn, requestSignIn } from '@sidan/types/sessions'
import { formatShortCode } from '@sidan/types/short-codes'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import type { WayIn } from './way-in.ts'

/** How often the browser asks whether the phone has confirmed, milliseconds. */
const askEveryMs = 2_000

/** A code that a phone which is signed in scans; good for two minutes and for this browser alone. */
export function BrowserSignIn({ countyId, onSignedIn }: WayIn) {
  const { value, failure, reload } = useLoad(
    useCallback(() => call(requestSignIn, { body: { countyId } as never }), [countyId]),
  )
  const signedIn = useRef(onSignedIn)
  signedIn.current = onSignedIn
  useEffect(() => {
    if (!value) return
    const timer = setInterval(async () => {
      const outcome = await call(claimSignIn, {
        params: { requestId: value.requestId },
        body: { countyId, browserSecret: value.browserSecret } as never,
      })
      if (!outcome.ok) {
        if (outcome.code === 'sign-in-request-expired') void reload()
        return
      }
      if (outcome.value.state !== 'confirmed') return
      clearInterval(timer)
      signedIn.current(outcome.value.tokens)
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [value, countyId, reload])
  return (
    <>
      <SectionHead>用手机登录</SectionHead>
      <Card>
        {value ? (
          <Box className="sd-stack">
            <Box>用已经登录的小程序扫这个码，或者在「扫一扫」里输下面的码，再在手机上点「是我」。</Box>
            <CodeCard value={signInScan(value.shortCode)} what="登录码" typed={formatShortCode(value.shortCode)} />
            <Box className="t-small sd-ink-2 sd-centre">两分钟内有效，过了会自己换一个</Box>
          </Box>
        ) : failure ? (
          <Box className="sd-stack">
            <Box>{problemText(failure)}</Box>
            <Button kind="outlined" onPress={() => void reload()}>
              再取一个码
            </Button>
          </Box>
        ) : (
          <Skeleton shapes={['card']} />
        )}
      </Card>
    </>
  )
}
