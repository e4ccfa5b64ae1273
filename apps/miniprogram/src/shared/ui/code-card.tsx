import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Qr } from './qr.tsx'
import './code-card.css'

export interface CodeCardProps {
  /** What the QR holds. */
  readonly value: string
  /** What it is for: 领取码. */
  readonly what: string
  /** What is typed when nothing can be scanned. */
  readonly typed?: string
  /** `s` beside text, `l` to be scanned from another phone. */
  readonly size?: 's' | 'l'
  /** Used or expired: the code is greyed, the word across it with the time. */
  readonly over?: { readonly word: string; readonly when: string }
}

/** A code to be shown: dark on white in both themes, the typed code beneath. */
export function CodeCard({ value, what, typed, size = 'l', over }: CodeCardProps) {
  const label = over ? `${what}，${over.word}，${over.when}` : typed ? `${what} ${typed}` : what
  return (
    <Box className={classes('sd-code', `sd-code-${size}`, over && 'sd-code-over')}>
      <Box className="sd-code-sheet">
        <Qr value={value} label={label} />
        {over ? (
          <Box className="sd-code-stamp">
            <Box className="sd-code-word">{over.word}</Box>
            <Box className="sd-code-when">{over.when}</Box>
          </Box>
        ) : null}
      </Box>
      {typed ? <Box className="sd-code-typed">{typed}</Box> : null}
    </Box>
  )
}
