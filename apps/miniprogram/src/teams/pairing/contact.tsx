import type { ReplyOf } from '@sidan/types/endpoint'
import { type Pairing, revealHousehold } from '@sidan/types/pairings'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CallButton } from '../../shared/ui/call-button.tsx'
import { Card } from '../../shared/ui/card.tsx'

/** Address and phone at a tap, which is written down (rule-27). */
export function Contact({ pairingId }: { readonly pairingId: Pairing['pairingId'] }) {
  const [contact, setContact] = useState<ReplyOf<typeof revealHousehold>>()
  const { act, busy } = useAct()
  const reveal = async () => setContact(await act(() => call(revealHousehold, { params: { pairingId } })))
  if (!contact)
    return (
      <Card>
        <Box className="sd-stack">
          <Box className="t-small sd-ink-2">只有去的人看得到，看一次记一次。</Box>
          <Button kind="soft" icon="eye" busy={busy && '正在取…'} onPress={() => void reveal()}>
            看地址和电话
          </Button>
        </Box>
      </Card>
    )
  return (
    <Card>
      <Box className="sd-stack">
        <Box className="sd-strong">{contact.name}</Box>
        <Box>{contact.address ?? '没有留地址，问问站里'}</Box>
        {contact.phone ? <CallButton title="打电话" line={contact.name} phone={contact.phone} /> : null}
      </Box>
    </Card>
  )
}
