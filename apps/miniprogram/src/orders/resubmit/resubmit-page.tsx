import { getOrderForm } from '@sidan/types/order-forms'
import { resubmitOrder } from '@sidan/types/order-moves'
import { getOrder, type Order } from '@sidan/types/orders'
import type { Slot } from '@sidan/types/units'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { SlotChoice } from '../../shared/orders/slot-choice.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { readSession } from '../../shared/session/session.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

async function load(orderId: string) {
  const order = await call(getOrder, { params: { orderId } as never })
  if (!order.ok) return order
  const { itemId, station } = order.value
  const form = await call(getOrderForm, {
    params: { countyId: String(readSession()?.countyId ?? ''), itemId } as never,
    query: { stationId: station.unitId },
  })
  // An item that is no longer offered can still be corrected: only the time stays as it was.
  return { ok: true, value: { order: order.value, slots: form.ok ? form.value.slots : [] } } as const
}

/** 补充: what was sent back, with the reason on top and only what may be changed. */
export default function ResubmitPage() {
  const { order: orderId = '' } = useRouter().params
  const loaded = useLoad(useCallback(() => load(orderId), [orderId]))
  if (loaded.value) return <Correcting {...loaded.value} />
  return (
    <Screen title="补充" load={loaded}>
      {null}
    </Screen>
  )
}

function Correcting({ order, slots }: { order: Order; slots: readonly Slot[] }) {
  const [slot, setSlot] = useState(order.slot)
  const [address, setAddress] = useState(order.contactMasked.address ?? '')
  const [phone, setPhone] = useState('')
  const [note, setNote] = useState(order.note ?? '')
  const { act, busy } = useAct()
  const reason = order.events.find((event) => event.verb === 'sendBack')?.reason
  const send = async () => {
    const contact = {
      ...(address.trim() && address.trim() !== order.contactMasked.address ? { address: address.trim() } : {}),
      ...(phone ? { phone } : {}),
    }
    const body = {
      version: order.version,
      ...(slots.length > 0 ? { slot } : {}),
      ...(Object.keys(contact).length > 0 ? { contact } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    }
    if (!(await act(() => call(resubmitOrder, { params: { orderId: order.orderId }, body })))) return
    toast('交上去了')
    goBack()
  }
  return (
    <Screen
      title="补充"
      notice={
        <Notice tone="warm" icon="return" title={reason ?? '请补充一点'}>
          {order.decisionWords ?? '补好了再交上来，不用重新点'}
        </Notice>
      }
      bar={
        <BottomBar>
          <Button size="l" grow busy={busy && '正在交…'} onPress={() => void send()}>
            补好了，再交
          </Button>
        </BottomBar>
      }
    >
      {slots.length > 0 ? <SlotChoice slots={slots} value={slot} onChoose={setSlot} /> : null}
      <Card>
        <Box className="sd-stack">
          {order.place === 'home' ? (
            <Field label="上门的地址" maxLength={120} value={address} onInput={setAddress} />
          ) : null}
          <Field
            kind="phone"
            label="电话"
            optional
            placeholder={order.contactMasked.phone ?? '不留也行，由站里联系您'}
            value={phone}
            onInput={(typed) => setPhone(typed.trim())}
          />
          <TextArea label="想说清楚的" optional maxLength={200} value={note} onInput={setNote} />
        </Box>
      </Card>
    </Screen>
  )
}
