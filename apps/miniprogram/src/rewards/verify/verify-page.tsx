import { verifyVoucher } from '@sidan/types/rewards'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { canScan, scanCode } from '../../shared/scan/scan-code.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'

/** 核销: scan, or type the code; one voucher, once. */
export default function VerifyPage() {
  const [code, setCode] = useState('')
  const [done, setDone] = useState<{ title: string; holderName: string; pricePoints: number }>()
  const { act, busy } = useAct()
  const verify = async (voucher: string) => {
    setDone(await act(() => call(verifyVoucher, { body: { voucher } })))
    setCode('')
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned) await verify(scanned)
  }
  return (
    <Page title="核销">
      {done && (
        <View className="sd-notice">{`可以给了：${done.title}，${done.holderName}，${done.pricePoints} 分`}</View>
      )}
      <View className="sd-card">
        <Input
          className="sd-input"
          value={code}
          placeholder="券上的码"
          onInput={(event) => setCode(event.detail.value)}
        />
        <View className="sd-line">
          <Button kind="filled" wide busy={busy} onTap={() => verify(code)}>
            核销
          </Button>
          {canScan && <Button onTap={scan}>扫一扫</Button>}
        </View>
      </View>
    </Page>
  )
}
