import { useState } from 'react'
import { openScan } from '../../shared/scan/open-scan.ts'
import { canScan, scanCode } from '../../shared/scan/scan-code.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { sayProblem } from '../../shared/ui/toast.tsx'

/** 扫一扫: a station’s wall, somebody’s service code, a voucher, a browser that wants to sign in. Where there is no camera, the code is typed. */
export function ScanEntry() {
  const [typed, setTyped] = useState('')
  const [typing, setTyping] = useState(false)
  const open = (scanned: string | undefined) => {
    if (scanned && !openScan(scanned)) sayProblem('这个码不是我们的，看看墙上、单上或券上的码')
  }
  if (canScan)
    return (
      <Button kind="soft" icon="scan" onPress={() => void scanCode().then(open)}>
        扫一扫
      </Button>
    )
  if (!typing)
    return (
      <Button kind="outlined" icon="keyboard" onPress={() => setTyping(true)}>
        输墙上、单上或券上的码
      </Button>
    )
  return (
    <Card>
      <Box className="sd-stack">
        <Field
          kind="code"
          label="墙上、单上或券上的码"
          placeholder="照着输"
          value={typed}
          onInput={setTyped}
          onDone={() => open(typed)}
        />
        <Button kind="soft" icon="keyboard" onPress={() => (typed.trim() === '' ? undefined : open(typed))}>
          打开
        </Button>
      </Box>
    </Card>
  )
}
