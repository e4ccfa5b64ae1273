import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { Press } from './press.tsx'
import './row.css'

export interface RowProps {
  readonly title: string
  /** One grey line. */
  readonly line?: string | undefined
  /** Ahead of the words: an `IconTile`, `Avatar`, `CheckTile`; or the name of a plain icon. */
  readonly lead?: ReactNode
  readonly icon?: IconName
  /** `strong` where the title is the thing offered, `plain` where it is a value. */
  readonly weight?: 'strong' | 'plain'
  /** A figure or word at the right: 386 分. */
  readonly value?: ReactNode
  /** One action of at least 44. */
  readonly action?: ReactNode
  /** Then the whole row is the target and has a chevron. Not together with `action`. */
  readonly onOpen?: (() => void) | undefined
  readonly label?: string
  /** Desk lists: the row whose detail is shown. */
  readonly current?: boolean
}

/** One line of a list. */
export function Row({ onOpen, label, current = false, ...parts }: RowProps) {
  const look = classes('sd-row', current && 'sd-row-current')
  if (!onOpen)
    return (
      <Box as="li" className={look}>
        <RowParts {...parts} />
      </Box>
    )
  return (
    <Box as="li" className="sd-row-holder">
      <Press className={look} onPress={onOpen} {...(label ? { label } : {})} {...(current ? { current: 'page' } : {})}>
        <RowParts {...parts} />
        <Icon name="chevron" className="sd-row-chevron" />
      </Press>
    </Box>
  )
}

function RowParts({
  title,
  line,
  lead,
  icon,
  weight = 'plain',
  value,
  action,
}: Omit<RowProps, 'onOpen' | 'label' | 'current'>) {
  return (
    <>
      {lead ?? (icon ? <Icon name={icon} className="sd-row-icon" /> : null)}
      <Box className="sd-row-middle">
        <Box className="sd-row-words">
          <Box className={classes('sd-row-title', weight === 'strong' && 'sd-row-strong')}>{title}</Box>
          {line ? <Box className="sd-row-line">{line}</Box> : null}
        </Box>
        {value ? <Box className="sd-row-value">{value}</Box> : null}
        {action ? <Box className="sd-row-action">{action}</Box> : null}
      </Box>
    </>
  )
}
