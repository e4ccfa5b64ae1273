import { Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { Press, type PressProps } from './press.tsx'
import './chip.css'

export interface ChipProps
  extends Pick<PressProps, 'onPress' | 'onKeyDown' | 'tabIndex' | 'element' | 'expanded' | 'label'> {
  readonly children: string
  /** A second line: 上午 under 周四. */
  readonly below?: string | undefined
  readonly chosen: boolean
  /** In a group of choices `radio` (one of them) or `checkbox`; a chip that filters alone is `checkbox`. */
  readonly role?: 'radio' | 'checkbox' | 'button'
  /** At the end: `chevron-down` where it opens more. */
  readonly icon?: IconName
}

/** One choice: outlined; chosen = 2-px border, soft fill, bold. */
export function Chip({ children, below, chosen, role = 'checkbox', icon, ...press }: ChipProps) {
  return (
    <Press
      {...press}
      role={role}
      {...(role === 'button' ? {} : { checked: chosen })}
      className={classes('sd-chip', chosen && 'sd-chip-chosen', press.expanded && 'sd-chip-open')}
    >
      <Span className="sd-chip-word">{children}</Span>
      {below ? <Span className="sd-chip-below">{below}</Span> : null}
      {icon ? <Icon name={icon} size="s" /> : null}
    </Press>
  )
}
