import { PageContainer } from '@tarojs/components'
import { type ReactNode, useId, useRef } from 'react'
import { Box } from './box.tsx'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import { useHeldFocus } from './use-held-focus.ts'
import './sheet.css'

export interface SheetProps {
  readonly open: boolean
  /** ✕, back, scrim and Escape all end here. */
  readonly onClose: () => void
  readonly title: string
  readonly line?: string
  readonly children: ReactNode
  /** Its action, at the foot. */
  readonly foot?: ReactNode
}

/** A sheet from below: radius 20, grab bar, title, ✕ 44. Focus stays inside; in elder mode it covers the page like a page of its own. */
export function Sheet(props: SheetProps) {
  if (process.env.TARO_ENV === 'h5') return props.open ? <HeldSheet {...props} /> : null
  return (
    <PageContainer
      show={props.open}
      overlay={false}
      customStyle="background-color: transparent"
      onBeforeLeave={() => props.open && props.onClose()}
    >
      {props.open ? <Panel {...props} titleId="" /> : null}
    </PageContainer>
  )
}

function HeldSheet(props: SheetProps) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  const onKeyDown = useHeldFocus(panel, props.onClose)
  return <Panel {...props} titleId={titleId} held={{ panel, onKeyDown }} />
}

type Held = { panel: React.RefObject<HTMLElement>; onKeyDown: (event: React.KeyboardEvent) => void }

function Panel({ onClose, title, line, children, foot, titleId, held }: SheetProps & { titleId: string; held?: Held }) {
  const focus = held ? { element: held.panel, tabIndex: -1, onKeyDown: held.onKeyDown } : {}
  return (
    <Box className="sd-sheet-layer">
      <Box className="sd-scrim" hidden onTap={onClose} />
      <Box
        className="sd-sheet"
        role="dialog"
        modal
        {...(titleId ? { labelledBy: titleId } : { label: title })}
        {...focus}
      >
        <Box className="sd-sheet-grab" hidden />
        <Box className="sd-sheet-head">
          <Box className="sd-sheet-words">
            <Box as="h2" className="sd-sheet-title" {...(titleId ? { id: titleId } : {})}>
              {title}
            </Box>
            {line ? <Box className="sd-sheet-line">{line}</Box> : null}
          </Box>
          <Press className="sd-sheet-close" label="关上" onPress={onClose}>
            <Icon name="cross" />
          </Press>
        </Box>
        <Box className="sd-sheet-body">{children}</Box>
        {foot ? <Box className="sd-sheet-foot">{foot}</Box> : null}
      </Box>
    </Box>
  )
}
