import { addUnit, type CaredUnit } from '@sidan/types/organisation'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { missingOf } from './unit-words.ts'

interface AddSheetProps {
  readonly unit: CaredUnit
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

const tiers = [
  { value: 'site', word: '实践点' },
  { value: 'post', word: '实践岗' },
] as const

/** Adds a 点 or 岗 under an institute or a station; phone and hours are filled in from it (rule-30). */
export function AddSheet({ unit, onClose, onDone }: AddSheetProps) {
  const [tier, setTier] = useState<'site' | 'post'>('site')
  const [filled, setFilled] = useState({
    name: '',
    phone: unit.phone,
    address: '',
    opensAt: unit.opensAt,
    closesAt: unit.closesAt,
  })
  const { act, busy } = useAct()
  const change = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const missing = (filled.name.trim() === '' && '先写名字') || missingOf(filled)
  const add = async () => {
    if (!(await act(() => call(addUnit, { params: { unitId: unit.unitId }, body: { ...filled, tier } })))) return
    toast(`${filled.name.trim()}，加好了`)
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="加一个点或岗"
      line={`在${unit.name}下面；电话和时间先照它的填好了`}
      foot={
        <Button size="l" grow busy={busy && '正在加…'} disabledBecause={missing} onPress={() => void add()}>
          加上
        </Button>
      }
    >
      <Box className="sd-stack">
        <ChoiceChips label="点还是岗" layout="halves" value={tier} choices={tiers} onChoose={setTier} />
        <Field label="名字" value={filled.name} maxLength={40} onInput={(name) => change({ name })} />
        <Field label="地址" value={filled.address} maxLength={120} onInput={(address) => change({ address })} />
        <Field label="电话" value={filled.phone} maxLength={13} onInput={(phone) => change({ phone })} />
        <Field label="几点开门" value={filled.opensAt} maxLength={5} onInput={(opensAt) => change({ opensAt })} />
        <Field label="几点关门" value={filled.closesAt} maxLength={5} onInput={(closesAt) => change({ closesAt })} />
      </Box>
    </Sheet>
  )
}
