import type { Household } from '@sidan/types/pairings'
import type { PersonRef } from '@sidan/types/people'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { FindVolunteer } from '../find-volunteer.tsx'

export interface HouseholdDraft {
  readonly account: 'with' | 'without'
  readonly person: PersonRef | undefined
  readonly name: string
  readonly address: string
  readonly phone: string
}

export const noHousehold: HouseholdDraft = { account: 'without', person: undefined, name: '', address: '', phone: '' }

/** What was written so far, once it is enough. */
export function householdOf(draft: HouseholdDraft): Household | undefined {
  if (draft.account === 'with') return draft.person && { personId: draft.person.personId }
  const { name, address, phone } = draft
  if (name.trim() === '' || address.trim() === '') return undefined
  return { name: name.trim(), address: address.trim(), phone: phone.trim() === '' ? null : phone.trim() }
}

const accounts = [
  { value: 'without' as const, word: '没有手机' },
  { value: 'with' as const, word: '在用四单' },
]

/** Who is looked in on: by account, or by name and address, which are kept sealed. */
export function HouseholdCard({
  draft,
  onChange,
}: {
  readonly draft: HouseholdDraft
  readonly onChange: (draft: HouseholdDraft) => void
}) {
  const set = (changed: Partial<HouseholdDraft>) => onChange({ ...draft, ...changed })
  return (
    <Card>
      <SectionHead inner>看望哪一户</SectionHead>
      <Box className="sd-stack">
        <ChoiceChips
          label="这户人家"
          layout="halves"
          value={draft.account}
          choices={accounts}
          onChoose={(account) => set({ account })}
        />
        {draft.account === 'with' ? (
          <>
            {draft.person ? <Row title={draft.person.displayName} /> : null}
            <FindVolunteer asStaff label="哪一位" onFound={(person) => set({ person })} />
          </>
        ) : (
          <>
            <Field label="称呼" hint="比如赵奶奶" maxLength={20} value={draft.name} onInput={(name) => set({ name })} />
            <Field label="地址" maxLength={120} value={draft.address} onInput={(address) => set({ address })} />
            <Field kind="phone" label="电话" optional value={draft.phone} onInput={(phone) => set({ phone })} />
          </>
        )}
      </Box>
    </Card>
  )
}
