import { ChoiceChips } from './choice-chips.tsx'

export interface YesNoProps {
  /** The question, for those who listen: 家里有狗吗. */
  readonly label: string
  /** null: not answered yet. */
  readonly value: boolean | null
  readonly onAnswer: (value: boolean) => void
  readonly words?: readonly [yes: string, no: string]
}

/** Yes or no: two chips, never a switch. */
export function YesNo({ label, value, onAnswer, words = ['有', '没有'] }: YesNoProps) {
  return (
    <ChoiceChips
      label={label}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChoose={(answer) => onAnswer(answer === 'yes')}
      choices={[
        { value: 'yes', word: words[0] },
        { value: 'no', word: words[1] },
      ]}
    />
  )
}
