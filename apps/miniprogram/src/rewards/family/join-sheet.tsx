import { joinFamily } from '@sidan/types/families'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface JoinSheetProps {
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** Joins by the code that one of the family told. */
export function JoinSheet({ onClose, onDone }: JoinSheetProps) {
  const [code, setCode] = useState('')
  const { act, busy } = useAct()
  const join = async () => {
    if (!(await act(() => call(joinFamily, { body: { code: code.trim() } })))) return
    toast('是一家人了')
    onClose()
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="进一个家庭"
      line="进去以后，别人能不能用您的积分，还由您定"
      foot={
        <Button
          size="l"
          grow
          busy={busy && '正在进…'}
          disabledBecause={code.trim().length < 4 && '先输家里人给的码'}
          onPress={() => void join()}
        >
          进去
        </Button>
      }
    >
      <Field
        kind="code"
        label="家里人给的码"
        maxLength={30}
        value={code}
        onInput={setCode}
        onDone={() => void join()}
      />
    </Sheet>
  )
}
