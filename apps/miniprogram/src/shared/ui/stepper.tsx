import { useState } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import './stepper.css'

export interface StepperProps {
  /** What is counted, for those who listen: 名额. */
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly from?: number
  readonly upTo?: number
}

/** A count: one less, one more, or typed. */
export function Stepper({ label, value, onChange, from = 0, upTo = 1000 }: StepperProps) {
  const [typed, setTyped] = useState<string>()
  const to = (next: number) => {
    setTyped(undefined)
    onChange(Math.min(upTo, Math.max(from, next)))
  }
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '')
    setTyped(digits)
    const count = Number(digits)
    if (digits !== '' && count >= from && count <= upTo) onChange(count)
  }
  return (
    <Box className="sd-stepper">
      <Press
        className={classes('sd-stepper-button', value <= from && 'sd-stepper-end')}
        label={`${label}少一个`}
        disabled={value <= from}
        onPress={() => to(value - 1)}
      >
        <Icon name="minus" size="s" />
      </Press>
      <Box className="sd-stepper-figure">
        <Field
          kind="number"
          label={label}
          labelHidden
          value={typed ?? String(value)}
          maxLength={5}
          onInput={type}
          onLeave={() => setTyped(undefined)}
        />
      </Box>
      <Press
        className={classes('sd-stepper-button', value >= upTo && 'sd-stepper-end')}
        label={`${label}多一个`}
        disabled={value >= upTo}
        onPress={() => to(value + 1)}
      >
        <Icon name="plus" size="s" />
      </Press>
    </Box>
  )
}
