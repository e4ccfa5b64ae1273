import { changePartner, closePartner, type Partner } from '@sidan/types/partners'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { PartnerFields } from '../../shared/rewards/partner-fields.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface PartProps {
  readonly partner: Partner
  readonly onDone: () => Promise<void>
}

/** What they are called, and where they are. */
export function ChangeSheet({ partner, onClose, onDone }: PartProps & { readonly onClose: () => void }) {
  const [draft, setDraft] = useState({ name: partner.name, kind: partner.kind, address: partner.address })
  const { act, busy } = useAct()
  const save = async () => {
    const body = { name: draft.name.trim(), kind: draft.kind, address: draft.address.trim() }
    if (!(await act(() => call(changePartner, { params: { partnerId: partner.partnerId }, body })))) return
    toast('改好了')
    onClose()
    await onDone()
  }
  const missing =
    (draft.name.trim() === '' && '先写叫什么') || (draft.address.trim() === '' && '先写在哪里，大家好去领')
  return (
    <Sheet
      open
      onClose={onClose}
      title={`改${partner.name}`}
      foot={
        <Button size="l" grow busy={busy && '正在存…'} disabledBecause={missing} onPress={() => void save()}>
          存好
        </Button>
      }
    >
      <PartnerFields draft={draft} onChange={setDraft} />
    </Sheet>
  )
}

/** 不合作了: asks once more where it stands. */
export function ClosePartner({ partner, onDone }: PartProps) {
  const [sure, setSure] = useState(false)
  const { act, busy } = useAct()
  const close = async () => {
    if (!sure) return setSure(true)
    if (!(await act(() => call(closePartner, { params: { partnerId: partner.partnerId } })))) return
    toast('不合作了。店员不能再发东西，账还能核对')
    await onDone()
  }
  return (
    <Button
      kind={sure ? 'outlined' : 'text'}
      tone={sure ? 'danger' : 'brand'}
      busy={busy && '正在办…'}
      onPress={() => void close()}
    >
      {sure ? '真的不合作了' : '不合作了'}
    </Button>
  )
}
