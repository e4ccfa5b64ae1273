import { lastsMs } from '@sidan/types/rotating-codes'
import { issueCodes } from '@sidan/types/screens'
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { RotatingCode } from '../../shared/codes/rotating-code.tsx'
import { heardAt, readClocks, serverMs } from '../../shared/codes/server-time.ts'
import { useAwake } from '../../shared/codes/use-awake.ts'
import { useSeconds } from '../../shared/codes/use-seconds.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useBackOnline } from '../../shared/network/use-back-online.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

async function ask(shiftId: string) {
  const asked = readClocks()
  const outcome = await call(issueCodes, { body: { shiftId } as never })
  return outcome.ok
    ? { ok: true as const, value: { ...outcome.value, time: heardAt(outcome.value.serverNow, asked, readClocks()) } }
    : outcome
}

/** Codes are asked for anew when this little is left: half of what the phone is given. */
const fewMs = 15 * 60_000

/** 签到码: away from a station, the phone of whoever runs the shift shows the code that the others scan. */
export default function CodePage() {
  const { shift = '' } = useRouter().params
  const { value, failure, reload } = useLoad(useCallback(() => ask(shift), [shift]))
  const clocks = useSeconds()
  const nowMs = value ? serverMs(value.time, clocks) : 0
  const leftMs = value ? lastsMs(value.codes, new Date(nowMs)) : undefined
  const few = leftMs !== undefined && leftMs < fewMs
  useAwake()
  useBackOnline(() => void reload())
  useEffect(() => {
    if (!few) return
    const timer = setInterval(() => void reload(), 60_000)
    void reload()
    return () => clearInterval(timer)
  }, [few, reload])
  return (
    <Screen title="签到码" load={{ value, failure, reload }} shapes={['head', 'card']}>
      {value ? (
        <>
          <Subject title={value.title} line={value.unitName} />
          <Card>
            <RotatingCode codes={value.codes} nowMs={nowMs} />
          </Card>
          <Line icon="scan">请大家打开四单，点「签到签退」，扫这个码。来了扫一次，走时再扫一次。</Line>
          <Line icon="hourglass">{`码隔 15 秒换一个，截图不管用。没信号也能出，还够用 ${minutesWords(Math.max(0, Math.floor((leftMs ?? 0) / 60_000)))}。`}</Line>
          <Line icon="person">您自己不能扫自己手机上的码，请另一位带队的人出码，或者扫站里的码。</Line>
        </>
      ) : null}
    </Screen>
  )
}

function Line({ icon, children }: { readonly icon: 'scan' | 'hourglass' | 'person'; readonly children: string }) {
  return (
    <Box className="sd-line sd-ink-2">
      <Icon name={icon} size="s" />
      <Span className="sd-grow">{children}</Span>
    </Box>
  )
}
