import { Box } from '../../shared/ui/box.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { classes } from '../../shared/ui/classes.ts'
import '../../shared/ui/choice-chips.css'

interface SeveralProps<T extends string> {
  /** The question, for those who listen. */
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly word: string; readonly label?: string }[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
  readonly layout?: 'wrap' | 'thirds' | 'halves'
}

/** Any number of several, as chips. */
export function Several<T extends string>({ label, choices, chosen, onChange, layout = 'wrap' }: SeveralProps<T>) {
  return (
    <Box role="group" label={label} className={classes('sd-choices', `sd-choices-${layout}`)}>
      {choices.map(({ value, word, label: said }) => (
        <Chip
          key={value}
          chosen={chosen.includes(value)}
          {...(said ? { label: said } : {})}
          onPress={() => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])}
        >
          {word}
        </Chip>
      ))}
    </Box>
  )
}
