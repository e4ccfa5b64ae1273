import { type Order, revealContact } from '@sidan/types/orders'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/view/button.tsx'

export function Contact({ order }: { order: Order }) {
  const [contact, setContact] = useState<{ address: string | null; phone: string | null; stationPhone: string }>()
  const { act, busy } = useAct()
  const show = async () => setContact(await act(() => call(revealContact, { params: { orderId: order.orderId } })))
  return (
    <View className="sd-card">
      <View>{contact?.address ?? order.contactMasked.address ?? '到站里'}</View>
      <View>
        {contact
          ? (contact.phone ?? `没留电话，打站里 ${contact.stationPhone}`)
          : (order.contactMasked.phone ?? '没留电话')}
      </View>
      <View className="sd-hint">点开会留下查看记录</View>
      {!contact && (
        <Button kind="soft" busy={busy} onTap={show}>
          看地址和号码
        </Button>
      )}
    </View>
  )
}
