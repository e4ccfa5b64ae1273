import type { ReactNode } from 'react'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './section-head.css'

export interface SectionHeadProps {
  readonly children: string
  /** At the right: a grey remark, or a text button. */
  readonly aside?: ReactNode
  readonly icon?: IconName
  readonly tone?: 'ink' | 'danger'
  /** `h3` below another heading of the page. */
  readonly as?: 'h2' | 'h3'
  /** Inside a card: smaller, without room above. */
  readonly inner?: boolean
}

/** A heading over a group: 今天到期 3. */
export function SectionHead({ children, aside, icon, tone = 'ink', as = 'h2', inner = as === 'h3' }: SectionHeadProps) {
  return (
    <Box className={classes('sd-section-head', tone === 'danger' && 'sd-section-late', inner && 'sd-section-inner')}>
      {icon ? <Icon name={icon} /> : null}
      <Box as={as} className="sd-section-title">
        {children}
      </Box>
      {typeof aside === 'string' ? <Span className="sd-section-aside">{aside}</Span> : aside}
    </Box>
  )
}
