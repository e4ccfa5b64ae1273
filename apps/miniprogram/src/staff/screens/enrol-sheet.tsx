import type { UnitRef } from '@sidan/types/organisation'
import { readScan } from '@sidan/types/scans'
import { enrolScreen } from '@sidan/types/screens'
import { formatShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { canScan, scanCode } from '../../shared/scan/scan-code.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface EnrolSheetProps {
  readonly unit: UnitRef
  /** What was scanned already; empty when nothing was. */
  readonly code: string
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** Where the device finds its page. */
const address = process.env.TARO_ENV === 'h5' ? `${window.location.host}/screen` : `${API_BASE}/screen`

/** The code that the device shows, and a name by which people here know it. */
export function EnrolSheet({ unit, code, onClose, onDone }: EnrolSheetProps) {
  const [shortCode, setShortCode] = useState(code && formatShortCode(code))
  const [name, setName] = useState('门口的屏')
  const { act, busy } = useAct()
  const scan = async () => {
    const read = readScan((await scanCode()) ?? '')
    if (read?.kind === 'screen') setShortCode(formatShortCode(read.code))
  }
  const enrol = async () => {
    const body = { shortCode: shortCode.trim(), name: name.trim() }
    if (!(await act(() => call(enrolScreen, { params: { unitId: unit.unitId }, body })))) return
    toast(`${name.trim()}接上了，几秒钟后出码`)
    await onDone()
  }
  const missing = (shortCode.trim() === '' && '先输屏上的码') || (name.trim() === '' && '先起个名字')
  return (
    <Sheet
      open
      onClose={onClose}
      title="接一块屏"
      line={`接到${unit.name}`}
      foot={
        <Button size="l" grow busy={busy && '正在接…'} disabledBecause={missing} onPress={() => void enrol()}>
          接上
        </Button>
      }
    >
      <Box className="sd-stack">
        <Box className="sd-ink-2">{`在那台平板或电视的浏览器里打开 ${address}，屏上就有码。`}</Box>
        {canScan ? (
          <Button kind="soft" icon="scan" onPress={() => void scan()}>
            扫屏上的码
          </Button>
        ) : null}
        <Field
          kind="code"
          label="屏上的码"
          placeholder="八个字"
          maxLength={20}
          value={shortCode}
          onInput={setShortCode}
        />
        <Field label="给屏起个名字" hint="挂在哪里就叫什么" maxLength={20} value={name} onInput={setName} />
      </Box>
    </Sheet>
  )
}
