import type { OrderForm } from '@sidan/types/order-forms'
import { useState } from 'react'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import type { Filled } from './use-filling.ts'

export interface ContactPartProps {
  readonly form: OrderForm
  readonly filled: Filled
  readonly onChange: (part: Partial<Filled>) => void
}

/** Where, and whom to call: what was used the last time, or a field where nothing is known. */
export function ContactPart({ form, filled, onChange }: ContactPartProps) {
  const [other, setOther] = useState<ReadonlySet<'address' | 'phone'>>(new Set())
  const edit = (what: 'address' | 'phone') => setOther(new Set(other).add(what))
  const own = !filled.forOther
  const known = { address: own && form.address !== null && !other.has('address'), phone: own && !other.has('phone') }
  const atHome = filled.place === 'home'
  const typing = (atHome && !known.address) || !known.phone
  return (
    <>
      {form.place === 'either' ? (
        <Card>
          <ChoiceChips<'home' | 'station'>
            label="在哪里"
            layout="halves"
            value={filled.place}
            choices={[
              { value: 'station', word: '我到站里', below: form.station.name },
              { value: 'home', word: '请人上门' },
            ]}
            onChoose={(place) => onChange({ place })}
          />
        </Card>
      ) : null}
      <List>
        {!atHome ? <Row icon="home" title={form.station.name} line="到站里来" /> : null}
        {atHome && known.address ? (
          <Row
            icon="pin"
            title={filled.address}
            line="上回用的地址·接单的人才看得到"
            action={<Change what="地址" onPress={() => edit('address')} />}
          />
        ) : null}
        {known.phone ? (
          <Row
            icon="phone"
            title={form.phoneMasked ?? '没留电话'}
            line="不留电话也行，由站里联系您"
            action={<Change what="电话" word={form.phoneMasked ? '换' : '留一个'} onPress={() => edit('phone')} />}
          />
        ) : null}
      </List>
      {typing ? (
        <Typing filled={filled} withAddress={atHome && !known.address} withPhone={!known.phone} onChange={onChange} />
      ) : null}
    </>
  )
}

interface TypingProps {
  readonly filled: Filled
  readonly withAddress: boolean
  readonly withPhone: boolean
  readonly onChange: (part: Partial<Filled>) => void
}

function Typing({ filled, withAddress, withPhone, onChange }: TypingProps) {
  return (
    <Card>
      <Box className="sd-stack">
        {withAddress ? (
          <Field
            label="上门的地址"
            placeholder="几栋几单元几号"
            hint="接单的人才看得到"
            maxLength={120}
            value={filled.address}
            onInput={(address) => onChange({ address })}
          />
        ) : null}
        {withPhone ? (
          <Field
            kind="phone"
            label="电话"
            optional
            placeholder="手机，或者带区号的座机"
            value={filled.phone}
            onInput={(phone) => onChange({ phone: phone.trim() })}
          />
        ) : null}
      </Box>
    </Card>
  )
}

function Change({ what, word = '换', onPress }: { what: string; word?: string; onPress: () => void }) {
  return (
    <Button kind="text" size="s" label={`${word}，${what}`} onPress={onPress}>
      {word}
    </Button>
  )
}
