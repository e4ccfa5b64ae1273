import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Box } from './box.tsx'
import { Chip } from './chip.tsx'
import { classes } from './classes.ts'
import './choice-chips.css'

export interface Choice<T extends string> {
  readonly value: T
  readonly word: string
  /** A second line. */
  readonly below?: string
  /** More for those who listen. */
  readonly label?: string
}

export interface ChoiceChipsProps<T extends string> {
  /** The question, for those who listen. */
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChoose: (value: T) => void
  /** `wrap` filters of their own width · `four` equal columns, 2 × 2 at 320 px and in elder mode · `thirds` · `halves`. */
  readonly layout?: 'wrap' | 'four' | 'thirds' | 'halves'
  /** After the choices, in the same flow: a chip that opens more. */
  readonly end?: ReactNode
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One of several. A radio group: Tab enters at the chosen one, arrows move and choose. */
export function ChoiceChips<T extends string>({
  label,
  choices,
  value,
  onChoose,
  layout = 'wrap',
  end,
}: ChoiceChipsProps<T>) {
  const elements = useRef(new Map<number, HTMLButtonElement>())
  const chosen = choices.findIndex((choice) => choice.value === value)
  const move = (from: number) => (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const to = (from + step + choices.length) % choices.length
    const next = choices[to]
    if (next) onChoose(next.value)
    elements.current.get(to)?.focus()
  }
  return (
    <Box role="radiogroup" label={label} className={classes('sd-choices', `sd-choices-${layout}`)}>
      {choices.map((choice, index) => (
        <Chip
          key={choice.value}
          role="radio"
          chosen={index === chosen}
          below={choice.below}
          {...(choice.label ? { label: choice.label } : {})}
          onPress={() => onChoose(choice.value)}
          onKeyDown={move(index)}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          element={(element) => {
            if (element) elements.current.set(index, element)
          }}
        >
          {choice.word}
        </Chip>
      ))}
      {end}
    </Box>
  )
}
