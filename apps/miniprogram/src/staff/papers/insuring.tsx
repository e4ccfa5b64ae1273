import type { ReplyOf } from '@sidan/types/endpoint'
import { listInsurances, removeInsurance } from '@sidan/types/insurances'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { PartList } from './part-list.tsx'
import { RecordInsurance } from './record-insurance.tsx'

const load = (cursor?: string) => call(listInsurances, { query: { filter: 'current', cursor, limit: 30 } })
type Insured = ReplyOf<typeof listInsurances>['items'][number]

/** Who is insured now, and one policy for several people. */
export function Insuring({ decides }: { readonly decides: boolean }) {
  const pages = usePages(load)
  const words = useWords()
  const [removing, setRemoving] = useState<Insured>()
  const { act, busy } = useAct()
  const remove = async (insured: Insured) => {
    if (!(await act(() => call(removeInsurance, { params: { insuranceId: insured.insuranceId } })))) return
    setRemoving(undefined)
    toast('拿掉了')
    await pages.reload()
  }
  return (
    <>
      {decides ? <RecordInsurance onDone={pages.reload} /> : null}
      <SectionHead>保着的</SectionHead>
      <PartList pages={pages} empty="还没有登记过保险。">
        <List>
          {pages.items.map((insured) => (
            <Row
              key={insured.insuranceId}
              icon="shield-check"
              title={`${insured.person.displayName}·${insured.insurer}`}
              line={`${words.date(insured.fromDay)}到${words.date(insured.untilDay)}·${insured.recordedByName}登记`}
              action={
                decides ? (
                  <Button
                    kind="outlined"
                    size="s"
                    label={`拿掉${insured.person.displayName}的保险`}
                    onPress={() => setRemoving(insured)}
                  >
                    记错了
                  </Button>
                ) : undefined
              }
            />
          ))}
        </List>
      </PartList>
      <ConfirmSheet
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`拿掉${removing?.person.displayName ?? ''}的这份保险吗`}
        line="只为改错；留下是谁拿掉的"
        word="拿掉"
        tone="danger"
        busy={busy && '正在办…'}
        onConfirm={() => removing && void remove(removing)}
      />
    </>
  )
}
