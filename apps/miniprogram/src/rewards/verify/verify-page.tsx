import { listHandedOut } from '@sidan/types/rewards'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { canScan, scanCode } from '../../shared/scan/scan-code.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { HandedOut } from './handed-out.tsx'
import { useVerify } from './use-verify.ts'
import { loadUsed, UsedToday } from './used-today.tsx'
import { VerifiedCard } from './verified-card.tsx'

const load = (cursor?: string) => call(listHandedOut, { query: { cursor, limit: 20 } })

/** 核销: scan, or type the code; one voucher, or one use of a benefit, once. */
export default function VerifyPage() {
  const { voucher = '' } = useRouter().params
  const [code, setCode] = useState(decodeURIComponent(voucher))
  const { done, unanswered, busy, verify: check, forget } = useVerify()
  const today = usePages(load)
  const used = usePages(loadUsed)
  const verify = async (typed: string) => {
    const answer = await check(typed)
    if (!answer) return
    setCode('')
    await (answer.kind === 'voucher' ? today : used).reload()
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned) await verify(scanned)
  }
  return (
    <Screen title="核销">
      {done ? <VerifiedCard done={done} /> : null}
      {unanswered ? (
        <Notice tone="danger" icon="warn" title="先别给东西" live="assertive">
          没收到回音，不知道核上没有。有信号了，同一个码再核一次。
        </Notice>
      ) : null}
      <Card>
        <Box className="sd-stack">
          {canScan ? (
            <Button size="l" icon="scan" busy={busy && '正在核…'} onPress={() => void scan()}>
              扫券、扫礼遇码
            </Button>
          ) : null}
          <Field
            kind="code"
            label="券上的码，或礼遇的数字"
            placeholder="比如 V3QD-8KT"
            value={code}
            onInput={setCode}
            onDone={() => void verify(code)}
          />
          <Button
            kind={canScan ? 'outlined' : 'filled'}
            busy={busy && '正在核…'}
            disabledBecause={code.trim().length < 4 && '先输码'}
            onPress={() => void verify(code)}
          >
            核销
          </Button>
        </Box>
      </Card>
      <Box className="t-small sd-ink-2">
        一张券只能领一次；礼遇码每 15 秒换一个，截图不能用。核销以后，本人那边马上看得到。核错了，十分钟内可以撤回。
      </Box>
      <HandedOut {...today} onUndone={forget} />
      <UsedToday {...used} onUndone={forget} />
    </Screen>
  )
}
