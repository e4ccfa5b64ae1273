import type { ReplyOf } from '@sidan/types/endpoint'
import { askGuardian, type getGuardianship } from '@sidan/types/guardians'
import { formatShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Notice } from '../../shared/ui/notice.tsx'

interface AsMinorProps {
  readonly standing: ReplyOf<typeof getGuardianship>
  readonly onDone: () => Promise<void>
}

/** A minor's side: whether a guardian agreed, and the code to ask with. */
export function AsMinor({ standing, onDone }: AsMinorProps) {
  const words = useWords()
  const [code, setCode] = useState<string>()
  const { act, busy } = useAct()
  const { consent, request } = standing
  if (consent)
    return (
      <Notice tone="brand" icon="check-circle" title="家长同意了">
        {`${consent.guardianName}，${words.dayOf(consent.givenAt)}${consent.how === 'paper' ? '，纸质的，站里登记' : ''}`}
      </Notice>
    )
  const ask = async () => {
    const asked = await act(() => call(askGuardian, { body: { goodForDays: 7 } }))
    if (!asked) return
    setCode(asked.code)
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Box as="h2" className="sd-strong">
          还没满 18 岁，要家长同意才能服务
        </Box>
        {code ? (
          <>
            <Facts facts={[{ name: '给家长的码', value: formatShortCode(code) }]} />
            <Box className="sd-ink-2">
              请家长用自己的手机打开四单：我的 → 家长同意，输这个码。七天内有效，用一次就作废。
            </Box>
          </>
        ) : (
          <Box className="sd-ink-2">
            {request
              ? `要过一个码，${words.by(request.expiresAt)}有效。找不到了就再要一个，旧的作废。`
              : '先要一个码，发给爸爸、妈妈或别的监护人。没有手机的，可以带纸质同意书到站里。'}
          </Box>
        )}
        <Button kind={code ? 'outlined' : 'filled'} busy={busy && '正在办…'} onPress={() => void ask()}>
          {code || request ? '再要一个码' : '请家长同意'}
        </Button>
      </Box>
    </Card>
  )
}
