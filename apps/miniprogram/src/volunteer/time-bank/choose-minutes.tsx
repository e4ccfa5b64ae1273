import { minutesWords } from '../../shared/format/amount-words.ts'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'

const amounts = ['30', '60', '120', '240'] as const
export type Amount = (typeof amounts)[number]

export interface ChooseMinutesProps {
  readonly label: string
  readonly value: Amount
  readonly onChoose: (value: Amount) => void
}

/** How much time to give. */
export const ChooseMinutes = ({ label, value, onChoose }: ChooseMinutesProps) => (
  <ChoiceChips
    label={label}
    layout="four"
    value={value}
    choices={amounts.map((one) => ({ value: one, word: minutesWords(Number(one)) }))}
    onChoose={onChoose}
  />
)
