import { PartnerKind } from '@sidan/types/partners'
import { Box } from '../ui/box.tsx'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { Field } from '../ui/field.tsx'
import { partnerKindWords } from './item-words.ts'

export interface PartnerDraft {
  readonly name: string
  readonly kind: PartnerKind
  readonly address: string
}

/** What a partner is called, what they are, and where people go to fetch things. */
export function PartnerFields({
  draft,
  onChange,
}: {
  readonly draft: PartnerDraft
  readonly onChange: (draft: PartnerDraft) => void
}) {
  return (
    <Box className="sd-stack">
      <Field
        label="叫什么"
        placeholder="比如 老街早餐店"
        maxLength={20}
        value={draft.name}
        onInput={(name) => onChange({ ...draft, name })}
      />
      <ChoiceChips
        label="是什么"
        value={draft.kind}
        choices={PartnerKind.options.map((value) => ({ value, word: partnerKindWords[value] }))}
        onChoose={(kind) => onChange({ ...draft, kind })}
      />
      <Field
        label="在哪里"
        hint="换了东西的人照着去领"
        placeholder="比如 老街 12 号"
        maxLength={60}
        value={draft.address}
        onInput={(address) => onChange({ ...draft, address })}
      />
    </Box>
  )
}
