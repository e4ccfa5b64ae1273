import { Box } from './box.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './empty.css'

export interface ErrorStateProps {
  /** What happened: 没送出去. */
  readonly what: string
  /** What is safe: 您填的都还在. */
  readonly safe?: string
  /** What to do; the word says it: 再试一次, 看看别的. */
  readonly onRetry?: () => void
  readonly retryWord?: string
  /** For the one who is called: small, below. */
  readonly code?: string
}

/** Something went wrong: what happened, what is safe, what to do. */
export function ErrorState({ what, safe, onRetry, retryWord = '再试一次', code }: ErrorStateProps) {
  return (
    <Box className="sd-error" role="alert">
      <Box className="sd-error-head">
        <Icon name="warn" />
        <Box className="sd-error-title">{what}</Box>
      </Box>
      {safe ? <Box className="sd-error-safe">{safe}</Box> : null}
      {onRetry ? (
        <Button kind="outlined" icon="round-arrow" onPress={onRetry}>
          {retryWord}
        </Button>
      ) : null}
      {code ? <Box className="sd-error-code">{code}</Box> : null}
    </Box>
  )
}
