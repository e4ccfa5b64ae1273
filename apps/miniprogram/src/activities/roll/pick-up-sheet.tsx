import { useState } from 'react'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { nameOf } from './attendees.ts'
import type { Calling } from './use-roll.ts'

/** 接走: whoever says the child's code fetches it, once. */
export function PickUpSheet({ calling }: { readonly calling: Calling }) {
  const [code, setCode] = useState('')
  const { fetching, setFetching, pickUp, busy } = calling
  const close = () => {
    setCode('')
    setFetching(undefined)
  }
  const done = () => {
    if (fetching) void pickUp(fetching, code).then(() => setCode(''))
  }
  return (
    <Sheet
      open={fetching !== undefined}
      onClose={close}
      title={fetching ? `接${nameOf(fetching)}` : ''}
      line="来接的人说接送码，家长手机上有"
      foot={
        <Button
          size="l"
          busy={busy && '正在核对…'}
          disabledBecause={code.trim().length < 4 && '先输接送码'}
          onPress={done}
        >
          码对就接走
        </Button>
      }
    >
      <Field kind="code" label="接送码" maxLength={20} value={code} onInput={setCode} onDone={done} />
    </Sheet>
  )
}
