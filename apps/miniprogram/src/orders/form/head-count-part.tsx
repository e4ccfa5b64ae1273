import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

const usual = ['20', '40', '60', '100'] as const

/** 大约多少人: the usual sizes, or a number. */
export function HeadCountPart({
  value,
  onInput,
}: {
  readonly value: string
  readonly onInput: (value: string) => void
}) {
  return (
    <Card>
      <SectionHead as="h3">大约多少人</SectionHead>
      <ChoiceChips
        label="大约多少人"
        layout="four"
        value={value}
        choices={usual.map((count) => ({ value: count, word: `${count} 人` }))}
        onChoose={onInput}
      />
      <Field
        kind="number"
        label="或者填一个数"
        value={value}
        maxLength={5}
        onInput={(typed) => onInput(typed.replace(/\D/g, ''))}
      />
    </Card>
  )
}
