import { getBenefitCard } from '@sidan/types/benefit-cards'
import { signColourWords } from '@sidan/types/benefits'
import type { ReplyOf } from '@sidan/types/endpoint'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { heardAt, readClocks, resumedAt, type ServerTime, serverMs } from '../../shared/codes/server-time.ts'
import { useAwake } from '../../shared/codes/use-awake.ts'
import { useSeconds } from '../../shared/codes/use-seconds.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { useBackOnline } from '../../shared/network/use-back-online.ts'
import { orKept } from '../../shared/offline/kept.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { classes } from '../../shared/ui/classes.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import './benefit-card.css'

type Shown = ReplyOf<typeof getBenefitCard> & { offsetMs: number }

/** The card with how far the phone's clock is off; without signal, as it was loaded the last time. */
const ask = (benefit: string) =>
  orKept<Shown>(`benefit-card.${benefit}`, readSession()?.personId ?? '', async () => {
    const asked = readClocks()
    const outcome = await call(getBenefitCard, { query: { benefit } })
    if (!outcome.ok) return outcome
    const { offsetMs } = heardAt(outcome.value.serverNow, asked, readClocks())
    return { ok: true, value: { ...outcome.value, offsetMs } }
  })

/** 礼遇卡: what a driver looks at. The band moves, the clock runs, and the day's word and colour are the same on every card of the county. */
export default function BenefitCardPage() {
  const { code = '' } = useRouter().params
  const { value, failure, reload } = useLoad(useCallback(() => ask(code), [code]))
  const clocks = useSeconds()
  useAwake()
  useBackOnline(() => void reload())
  const time: ServerTime | undefined = value && resumedAt(value.offsetMs, clocks)
  const nowMs = time ? serverMs(time, clocks) : 0
  return (
    <Screen title={value?.benefitName ?? '礼遇卡'} load={{ value, failure, reload }} shapes={['card']}>
      {value ? (
        nowMs < Date.parse(value.validUntil) ? (
          <Face card={value} nowMs={nowMs} />
        ) : (
          <Notice tone="danger" icon="offline" title="这是昨天的卡">
            连上网，今天的卡自己会出来
          </Notice>
        )
      ) : null}
    </Screen>
  )
}

/** 14:05:09 in Shanghai. */
const clockOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 19)

function Face({ card, nowMs }: { card: Shown; nowMs: number }) {
  const words = useWords()
  const { sign } = card
  return (
    <Box className="sd-pass" role="region" label={`${card.benefitName}，${card.holderName}`}>
      <Box className={classes('sd-pass-sign', `sd-pass-${sign.colour}`)}>
        <Box className="sd-pass-band" hidden />
        <Box className="sd-pass-word">{sign.word}</Box>
        <Box className="sd-pass-about">{`今天的暗号·${signColourWords[sign.colour]}色`}</Box>
      </Box>
      <Box className="sd-pass-clock">{clockOf(nowMs)}</Box>
      <Box className="sd-pass-day">{words.fullDay(sign.day)}</Box>
      <Box className="sd-pass-name">{card.holderName}</Box>
      <Box className="sd-pass-no">{`志愿者编号 ${card.volunteerNo}`}</Box>
      <Box className="t-small sd-ink-2">当天有效，没信号也能亮</Box>
    </Box>
  )
}
