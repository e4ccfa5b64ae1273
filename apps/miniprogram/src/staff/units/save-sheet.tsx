import { type CaredUnit, saveUnit } from '@sidan/types/organisation'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { missingOf } from './unit-words.ts'

interface SaveSheetProps {
  readonly unit: CaredUnit
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** Phone, address, hours, and the responsible person as they agreed to stand on the station page. */
export function SaveSheet({ unit, onClose, onDone }: SaveSheetProps) {
  const [filled, setFilled] = useState({
    phone: unit.phone,
    address: unit.address,
    opensAt: unit.opensAt,
    closesAt: unit.closesAt,
  })
  const [name, setName] = useState(unit.responsibleName ?? '')
  const [roleWord, setRoleWord] = useState(unit.responsibleRole ?? '')
  const [consented, setConsented] = useState<boolean | null>(unit.responsibleName ? true : null)
  const { act, busy } = useAct()
  const change = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const named = name.trim() !== ''
  const missing =
    missingOf(filled) ||
    (named && roleWord.trim() === '' && '第一责任人是做什么的，也写上') ||
    (named && consented !== true && '先问过本人，本人同意')
  const save = async () => {
    const responsible = named ? { displayName: name.trim(), roleWord: roleWord.trim(), consented: true as const } : null
    const body = { ...filled, responsible }
    if (!(await act(() => call(saveUnit, { params: { unitId: unit.unitId }, body })))) return
    toast('改好了，实践站页面上就是新的')
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={unit.name}
      foot={
        <Button size="l" grow busy={busy && '正在存…'} disabledBecause={missing} onPress={() => void save()}>
          存好
        </Button>
      }
    >
      <Box className="sd-stack">
        <Field label="电话" value={filled.phone} maxLength={13} onInput={(phone) => change({ phone })} />
        <Field label="地址" value={filled.address} maxLength={120} onInput={(address) => change({ address })} />
        <Field
          label="几点开门"
          hint="比如 08:30"
          value={filled.opensAt}
          maxLength={5}
          onInput={(opensAt) => change({ opensAt })}
        />
        <Field
          label="几点关门"
          hint="比如 17:30"
          value={filled.closesAt}
          maxLength={5}
          onInput={(closesAt) => change({ closesAt })}
        />
        <Responsible
          name={name}
          roleWord={roleWord}
          consented={consented}
          onName={setName}
          onRole={setRoleWord}
          onConsent={setConsented}
        />
      </Box>
    </Sheet>
  )
}

interface ResponsibleProps {
  readonly name: string
  readonly roleWord: string
  readonly consented: boolean | null
  readonly onName: (name: string) => void
  readonly onRole: (word: string) => void
  readonly onConsent: (consented: boolean) => void
}

/** 第一责任人: nobody stands on a public page who was not asked. */
function Responsible({ name, roleWord, consented, onName, onRole, onConsent }: ResponsibleProps) {
  return (
    <>
      <Field label="第一责任人" hint="怎么称呼，比如 郑书记；空着就不写" value={name} maxLength={20} onInput={onName} />
      {name.trim() === '' ? null : (
        <>
          <Field label="是做什么的" placeholder="社区书记" value={roleWord} maxLength={30} onInput={onRole} />
          <Box>本人同意写在实践站页面上</Box>
          <YesNo label="本人同意写在实践站页面上" words={['同意', '还没问']} value={consented} onAnswer={onConsent} />
        </>
      )}
    </>
  )
}
