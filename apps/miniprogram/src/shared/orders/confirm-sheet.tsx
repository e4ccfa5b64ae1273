import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'

export interface ConfirmSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The question: 撤销这张单吗 */
  readonly title: string
  /** What it means: 什么都不影响，想要了再点. */
  readonly line: string
  /** The verb: 撤销 */
  readonly word: string
  readonly tone?: 'brand' | 'danger'
  readonly busy?: string | false
  readonly onConfirm: () => void
  readonly children?: ReactNode
}

/** Asks once before what cannot be taken back. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { open, onClose, title, line, word, tone = 'brand', busy = false, onConfirm, children } = props
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      line={line}
      foot={
        <Button size="l" tone={tone} busy={busy} onPress={onConfirm}>
          {word}
        </Button>
      }
    >
      {children}
    </Sheet>
  )
}
