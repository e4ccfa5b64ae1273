import type { UnitRef } from '@sidan/types/organisation'
import { listPartners } from '@sidan/types/partners'
import type { ShelfItem } from '@sidan/types/reward-shelf'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import type { ShelfDraft } from './shelf-draft.ts'

interface GiverProps {
  readonly unit: UnitRef
  readonly item: ShelfItem | undefined
  readonly draft: ShelfDraft
  readonly set: (part: Partial<ShelfDraft>) => void
}

/** Who gives it out: the unit itself, or a partner it deals with, for an agreed fee. Whose it is does not change later. */
export function Giver({ unit: { unitId }, item, draft, set }: GiverProps) {
  const load = useCallback(() => call(listPartners, { params: { unitId }, query: { limit: 50 } }), [unitId])
  const { value } = useLoad(load)
  const partners = (value?.items ?? []).filter(({ active, unit }) => active && unit.unitId === unitId)
  if (item ? item.partner === null : partners.length === 0) return null
  return (
    <>
      <SectionHead as="h3">谁来发</SectionHead>
      {item ? null : (
        <ChoiceChips
          label="谁来发"
          value={draft.partnerId}
          choices={[
            { value: '', word: '我们自己' },
            ...partners.map(({ partnerId, name }) => ({ value: partnerId as string, word: name })),
          ]}
          onChoose={(partnerId) => set({ partnerId })}
        />
      )}
      {draft.partnerId === '' ? null : (
        <Field
          label={item?.partner ? `每份补给${item.partner.name}多少元` : '每份补给商家多少元'}
          hint="和商家说好的；每月对一次账"
          placeholder="比如 4.5"
          maxLength={7}
          value={draft.fee}
          onInput={(fee) => set({ fee })}
        />
      )}
    </>
  )
}
