import type { ReplyOf } from '@sidan/types/endpoint'
import { listHandedOut, verifyVoucher } from '@sidan/types/rewards'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { canScan, scanCode } from '../../shared/scan/scan-code.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { HandedOut } from './handed-out.tsx'

const load = (cursor?: string) => call(listHandedOut, { query: { cursor, limit: 20 } })

/** 核销: scan, or type the code; one voucher, once. */
export default function VerifyPage() {
  const { voucher = '' } = useRouter().params
  const [code, setCode] = useState(decodeURIComponent(voucher))
  const [done, setDone] = useState<ReplyOf<typeof verifyVoucher>>()
  const [unanswered, setUnanswered] = useState(false)
  const today = usePages(load)
  const { act, busy } = useAct()
  const words = useWords()
  const verify = async (typed: string) => {
    setDone(undefined)
    const answer = await act<ReplyOf<typeof verifyVoucher> | undefined>(async () => {
      const outcome = await call(verifyVoucher, { body: { voucher: typed.trim() } })
      const lost = !outcome.ok && outcome.code === 'offline'
      setUnanswered(lost)
      // It may have arrived: the notice says so, and asking again sends the same key.
      return lost ? { ok: true as const, value: undefined } : outcome
    })
    if (!answer) return
    setDone(answer)
    setCode('')
    await today.reload()
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned) await verify(scanned)
  }
  return (
    <Screen title="核销">
      {done ? (
        <Card label="可以给了">
          <Subject
            lead={<IconTile icon="check" size="l" />}
            title={`可以给了：${done.title}`}
            line={`${done.holderName}·${done.pricePoints} 分·${words.moment(done.usedAt)}`}
          />
        </Card>
      ) : null}
      {unanswered ? (
        <Notice tone="danger" icon="warn" title="先别给东西" live="assertive">
          没收到回音，不知道核上没有。有信号了，同一张券再核一次。
        </Notice>
      ) : null}
      <Card>
        <Box className="sd-stack">
          {canScan ? (
            <Button size="l" icon="scan" busy={busy && '正在核…'} onPress={() => void scan()}>
              扫券
            </Button>
          ) : null}
          <Field
            kind="code"
            label="券上的码"
            placeholder="比如 V3QD-8KT"
            value={code}
            onInput={setCode}
            onDone={() => void verify(code)}
          />
          <Button
            kind={canScan ? 'outlined' : 'filled'}
            busy={busy && '正在核…'}
            disabledBecause={code.trim().length < 4 && '先输券上的码'}
            onPress={() => void verify(code)}
          >
            核销
          </Button>
        </Box>
      </Card>
      <Box className="t-small sd-ink-2">一张券只能领一次；核销以后，本人那边马上看得到。核错了，十分钟内可以撤回。</Box>
      <HandedOut {...today} onUndone={(id) => setDone(done?.redemptionId === id ? undefined : done)} />
    </Screen>
  )
}
