import type { ReplyOf } from '@sidan/types/endpoint'
import { type Order, revealContact } from '@sidan/types/orders'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/ui/button.tsx'
import { dial } from '../../shared/ui/call-button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

/** Address and phone for who goes: masked until asked for, and each look is written down (rule-27). */
export function Contact({ order }: { readonly order: Order }) {
  const [contact, setContact] = useState<ReplyOf<typeof revealContact>>()
  const { act, busy } = useAct()
  const show = async () => setContact(await act(() => call(revealContact, { params: { orderId: order.orderId } })))
  const { address, phone } = contact ?? order.contactMasked
  const dialled = contact?.phone ?? order.station.phone
  return (
    <List label="去哪里，找谁">
      <Row
        icon="pin"
        title={order.place === 'home' ? (address ?? '没留地址，先问站里') : order.station.name}
        line={order.requesterName}
        action={
          contact ? undefined : (
            <Button kind="soft" size="s" busy={busy && '正在取…'} onPress={() => void show()}>
              看地址和号码
            </Button>
          )
        }
      />
      <Row
        icon="phone"
        title={phone ?? '没留电话，找站里'}
        line={contact ? `站里 ${order.station.phone}` : '点「看地址和号码」会留下查看记录'}
        action={
          contact || !phone ? (
            <Button kind="soft" size="s" icon="phone" dials={dialled} onPress={() => dial(dialled)}>
              打电话
            </Button>
          ) : undefined
        }
      />
      {order.doorWord ? (
        <Row icon="shield-check" title={`开门对一对：${order.doorWord}`} line="对方单上也有这两个字" />
      ) : null}
    </List>
  )
}
