import type { ReactNode } from 'react'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './card.css'

export interface CardProps {
  readonly children: ReactNode
  /** Why somebody should look: apricot border, the reason on top. */
  readonly odd?: { readonly icon?: IconName; readonly reason: string } | undefined
  /** One of several that may be picked: soft fill and border when picked, hairline when not. */
  readonly picked?: boolean
  readonly label?: string
}

/** White, radius 14, no shadow. One decision per card; its verb at the foot (`CardActions`). */
export function Card({ children, odd, picked, label }: CardProps) {
  const look = classes(
    'sd-card',
    odd && 'sd-card-odd',
    picked === true && 'sd-card-picked',
    picked === false && 'sd-card-other',
  )
  return (
    <Box as="section" className={look} {...(label ? { label } : {})}>
      {odd ? <OddReason icon={odd.icon ?? 'warn'} reason={odd.reason} /> : null}
      {children}
    </Box>
  )
}

/** The reason of an odd one, also for each part of a card that holds several. */
export function OddReason({ icon, reason }: { readonly icon: IconName; readonly reason: string }) {
  return (
    <Box className="sd-odd">
      <Icon name={icon} size="s" />
      <Span>{reason}</Span>
    </Box>
  )
}

/** The verbs at a card's foot, side by side; give the main one `grow`. */
export function CardActions({ children }: { readonly children: ReactNode }) {
  return <Box className="sd-actions sd-card-actions">{children}</Box>
}

/** A hairline between the parts of one card. */
export function Divider() {
  return <Box className="sd-divider" hidden />
}
