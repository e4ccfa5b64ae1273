import { fulfillOrder } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { type ReportDraft, useReportDraft } from '../../shared/offline/report-draft.ts'
import { PhotoPicker } from '../../shared/photos/photo-picker.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 办结: what was done, counted; photos only for who wants (rule-29). What is typed stays on the phone until it is sent. */
export function Fulfilling({ order, onDone }: { readonly order: Order; readonly onDone: () => Promise<void> }) {
  const [draft, change, forget] = useReportDraft(order.orderId, order.title)
  const [open, setOpen] = useState(order.state === 'inService')
  const { act, busy } = useAct()
  const count = Number(draft.count)
  const fulfil = async () => {
    const body = bodyOf(order.version, draft)
    if (!(await act(() => call(fulfillOrder, { params: { orderId: order.orderId }, body })))) return
    forget()
    toast('办完了，请对方评一评')
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Button
          kind={order.state === 'accepted' ? 'filled' : 'soft'}
          icon="scan"
          onPress={() => go('clock', { order: order.orderId })}
        >
          签到签退
        </Button>
        {open ? (
          <>
            <SectionHead as="h3">记一笔结果</SectionHead>
            <Box className="sd-line">
              <Box className="sd-grow">
                <Field label="做了什么" maxLength={20} value={draft.what} onInput={(what) => change({ what })} />
              </Box>
              <Box className="sd-grow">
                <Field
                  kind="number"
                  label="几次"
                  maxLength={6}
                  value={draft.count}
                  onInput={(typed) => change({ count: typed.replace(/\D/g, '') })}
                />
              </Box>
            </Box>
            <TextArea
              label="想记一句"
              optional
              maxLength={500}
              value={draft.note}
              onInput={(note) => change({ note })}
            />
            <PhotoPicker hashes={draft.photos} onChange={(photos) => change({ photos })} />
            <Button
              kind={order.state === 'inService' ? 'filled' : 'outlined'}
              busy={busy && '正在送…'}
              disabledBecause={draft.what.trim() !== '' && draft.count !== '' && count < 1 && '几次，至少是 1'}
              onPress={() => void fulfil()}
            >
              办完了
            </Button>
          </>
        ) : (
          <Button kind="outlined" onPress={() => setOpen(true)}>
            记一笔结果
          </Button>
        )}
      </Box>
    </Card>
  )
}

function bodyOf(version: number, draft: ReportDraft) {
  const [note, what, count] = [draft.note.trim(), draft.what.trim(), Number(draft.count)]
  return {
    version,
    ...(note ? { note } : {}),
    ...(what && count >= 1 ? { counts: [{ what, count }] } : {}),
    ...(draft.photos.length > 0 ? { photos: draft.photos.slice() } : {}),
  }
}
