import { type KeyboardEvent, useRef } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import './stars.css'

const all = [1, 2, 3, 4, 5] as const
const words = ['很不满意', '不太满意', '一般', '满意', '很满意'] as const
const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }

export interface StarsInputProps {
  /** What is rated, for those who listen: 给李师傅评几颗星. */
  readonly label: string
  /** 1 to 5; null: not yet. */
  readonly value: number | null
  readonly onRate: (value: number) => void
}

/** Five stars to rate with; the word for the chosen one stands beneath. */
export function StarsInput({ label, value, onRate }: StarsInputProps) {
  const elements = useRef<(HTMLButtonElement | null)[]>([])
  const move = (from: number) => (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = Math.min(5, Math.max(1, from + step))
    onRate(next)
    elements.current[next]?.focus()
  }
  return (
    <Box className="sd-stars-input">
      <Box role="radiogroup" label={label} className="sd-stars">
        {all.map((star) => (
          <Press
            key={star}
            role="radio"
            checked={star === value}
            label={`${star} 星，${words[star - 1]}`}
            className="sd-star"
            onPress={() => onRate(star)}
            onKeyDown={move(star)}
            tabIndex={star === (value ?? 1) ? 0 : -1}
            element={(element) => {
              elements.current[star] = element
            }}
          >
            <StarShape filled={star <= (value ?? 0)} />
          </Press>
        ))}
      </Box>
      <Box className="sd-stars-word" live="polite">
        {value === null ? '点一下星星' : words[value - 1]}
      </Box>
    </Box>
  )
}

export interface StarsShownProps {
  /** How many are filled. */
  readonly value: number
  /** What it says: 一星志愿者, 王阿姨评了五星. */
  readonly label: string
}

/** Stars as a statement. */
export function StarsShown({ value, label }: StarsShownProps) {
  return (
    <Box className="sd-stars sd-stars-shown" role="img" label={label}>
      {all.map((star) => (
        <StarShape key={star} filled={star <= value} />
      ))}
    </Box>
  )
}

function StarShape({ filled }: { filled: boolean }) {
  return (
    <Box className={classes('sd-star-shape', filled && 'sd-star-filled')} hidden>
      {filled ? <Icon name="star" filled className="sd-star-fill" /> : null}
      <Icon name="star" className="sd-star-line" />
    </Box>
  )
}
