import type { UnitRef } from '@sidan/types/organisation'
import { addPartner, listPartners, type Partner } from '@sidan/types/partners'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { partnerKindWords } from '../../shared/rewards/item-words.ts'
import { type PartnerDraft, PartnerFields } from '../../shared/rewards/partner-fields.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { UnitScreen } from '../unit-screen.tsx'

/** 爱心商家: with whom a unit deals; taken in by its keeper, or one above. */
export default function PartnersPage() {
  return (
    <UnitScreen title="爱心商家" signedOut="登录了才能看。">
      {(unit) => <OfUnit unit={unit} />}
    </UnitScreen>
  )
}

function OfUnit({ unit }: { readonly unit: UnitRef }) {
  const { unitId } = unit
  const load = useCallback(
    (cursor?: string) => call(listPartners, { params: { unitId }, query: { cursor, limit: 20 } }),
    [unitId],
  )
  const { value, items, failure, reload, more } = usePages(load)
  const [adding, setAdding] = useState(false)
  if (!value) return failure ? <Empty>{problemText(failure)}</Empty> : null
  return (
    <>
      <SectionHead>{unit.name}</SectionHead>
      {items.length === 0 ? <Empty>还没有商家。谈好了的，加进来就能上架它家的东西。</Empty> : null}
      <List indented label="爱心商家">
        {items.map((partner) => (
          <Row
            key={partner.partnerId}
            lead={<IconTile icon="gift" tone={partner.active ? 'brand' : 'plain'} />}
            weight="strong"
            title={partner.name}
            line={lineOf(partner, unitId)}
            onOpen={() => go('partner', { partner: partner.partnerId })}
          />
        ))}
      </List>
      <More onTap={more} />
      {value.mayAdd ? (
        <Button icon="plus" onPress={() => setAdding(true)}>
          加一家
        </Button>
      ) : null}
      {adding ? <AddSheet unit={unit} onClose={() => setAdding(false)} onDone={reload} /> : null}
    </>
  )
}

/** 商家·老街 12 号·架上 2 样, with the unit where it is one below. */
const lineOf = (partner: Partner, unitId: string): string =>
  [
    partner.active ? partnerKindWords[partner.kind] : '不合作了',
    partner.address,
    partner.unit.unitId === unitId ? '' : partner.unit.name,
    partner.ownerNames.length === 0 ? '还没有店主' : `架上 ${partner.itemCount} 样`,
  ]
    .filter(Boolean)
    .join('·')

interface AddSheetProps {
  readonly unit: UnitRef
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

function AddSheet({ unit, onClose, onDone }: AddSheetProps) {
  const [draft, setDraft] = useState<PartnerDraft>({ name: '', kind: 'merchant', address: '' })
  const { act, busy } = useAct()
  const add = async () => {
    const body = { name: draft.name.trim(), kind: draft.kind, address: draft.address.trim() }
    const partner = await act(() => call(addPartner, { params: { unitId: unit.unitId }, body }))
    if (!partner) return
    toast(`${partner.name}加好了，接着请店主来`)
    onClose()
    await onDone()
    go('partner', { partner: partner.partnerId })
  }
  const missing =
    (draft.name.trim() === '' && '先写叫什么') || (draft.address.trim() === '' && '先写在哪里，大家好去领')
  return (
    <Sheet
      open
      onClose={onClose}
      title="加一家商家"
      line={`和${unit.name}合作`}
      foot={
        <Button size="l" grow busy={busy && '正在加…'} disabledBecause={missing} onPress={() => void add()}>
          加进来
        </Button>
      }
    >
      <PartnerFields draft={draft} onChange={setDraft} />
    </Sheet>
  )
}
