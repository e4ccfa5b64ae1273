import type { ReasonOption } from '@sidan/types/orders'
import { useState } from 'react'
import { Box } from '../ui/box.tsx'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TextArea } from '../ui/text-area.tsx'

export interface ReasonSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  /** 退回补充, 没能办, 暂不接 */
  readonly title: string
  /** What the choice means to the other side. */
  readonly line?: string
  readonly reasons: readonly ReasonOption[]
  /** One tap on a reason does it; `words` where something was added. */
  readonly onChoose: (reason: string, words: string | undefined) => void
  /** Lets words be added. */
  readonly mayAdd?: boolean
  /** Without any reason: the word of the button. */
  readonly without?: string
  readonly onWithout?: () => void
  readonly busy?: boolean
}

/** Why: one tap on a reason of the county's list. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { open, onClose, title, line, reasons, onChoose, mayAdd = false, without, onWithout, busy = false } = props
  const [words, setWords] = useState('')
  return (
    <Sheet open={open} onClose={onClose} title={title} {...(line ? { line } : {})}>
      <Box className="sd-stack">
        {mayAdd ? <TextArea label="想多说一句" optional maxLength={200} value={words} onInput={setWords} /> : null}
        {reasons.map(({ code, text }) => (
          <Button
            key={code}
            kind="outlined"
            busy={busy && '正在送…'}
            onPress={() => onChoose(code, words.trim() === '' ? undefined : words.trim())}
          >
            {text}
          </Button>
        ))}
        {without && onWithout ? (
          <Button kind="text" onPress={onWithout}>
            {without}
          </Button>
        ) : null}
      </Box>
    </Sheet>
  )
}
