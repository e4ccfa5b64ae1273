import { typedCode } from '@sidan/types/benefit-codes'
import { getBenefitCodes, type MyBenefit } from '@sidan/types/benefits'
import { codeAt, lastsMs } from '@sidan/types/rotating-codes'
import { useCallback, useEffect } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { RotatingCode } from '../../shared/codes/rotating-code.tsx'
import { heardAt, readClocks, serverMs } from '../../shared/codes/server-time.ts'
import { useAwake } from '../../shared/codes/use-awake.ts'
import { useSeconds } from '../../shared/codes/use-seconds.ts'
import { useBackOnline } from '../../shared/network/use-back-online.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ErrorState } from '../../shared/ui/error-state.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import '../../shared/ui/code-card.css'

async function ask(benefit: string) {
  const asked = readClocks()
  const outcome = await call(getBenefitCodes, { query: { benefit } })
  return outcome.ok
    ? { ok: true as const, value: { ...outcome.value, time: heardAt(outcome.value.serverNow, asked, readClocks()) } }
    : outcome
}

/** Asked anew while it is shown: codes never run out with a network, and the number left is right after a scan. */
const againMs = 10_000
const use = { label: '礼遇的码，每 15 秒换一个', aside: '没信号也能亮', without: '连上网，码自己会回来。' }

/** 变动码: shown to whoever scans; beneath it what can be typed. `onLeft`: it was scanned, so that less is left. */
export function CodePart({ benefit, onLeft }: { readonly benefit: MyBenefit; readonly onLeft: () => Promise<void> }) {
  const { value, failure, reload } = useLoad(useCallback(() => ask(benefit.code), [benefit.code]))
  const clocks = useSeconds()
  useAwake()
  useBackOnline(() => void reload())
  useEffect(() => {
    const timer = setInterval(() => void reload(), againMs)
    return () => clearInterval(timer)
  }, [reload])
  const shownLeft = benefit.quotaPerPeriod - benefit.usedCount
  const scanned = (value !== undefined && value.leftCount !== shownLeft) || failure?.code === 'benefit-used-up'
  useEffect(() => {
    if (scanned) void onLeft()
  }, [scanned, onLeft])
  if (!value && failure)
    return <ErrorState what={problemText(failure)} onRetry={() => void reload()} code={failure.code} />
  if (!value) return <Skeleton shapes={['card']} />
  const now = new Date(serverMs(value.time, clocks))
  const code = codeAt(value.codes, now)
  return (
    <Card label="给对方扫">
      <RotatingCode codes={lastsMs(value.codes, now) > 0 ? value.codes : null} nowMs={now.getTime()} use={use} />
      {code ? (
        <Box className="sd-code">
          <Box className="sd-code-typed">{typedCode(code)}</Box>
          <Box className="t-small sd-ink-2">扫不了就念这一串数字。</Box>
        </Box>
      ) : null}
      <Box className="t-small sd-ink-2">截图过一分半就不管用。每用一次，会在通知里告诉您。</Box>
    </Card>
  )
}
