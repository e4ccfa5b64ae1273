import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import './slip.css'

export interface SlipProps {
  /** What is shown. */
  readonly children: ReactNode
  /** What is below the tear line. */
  readonly stub: ReactNode
  readonly label?: string
}

/** A card with a tear line and two notches: only for what is shown or torn off (order, voucher, paper slip). */
export function Slip({ children, stub, label }: SlipProps) {
  return (
    <Box as="section" className="sd-slip" {...(label ? { label } : {})}>
      <Box className="sd-slip-part">{children}</Box>
      <Box className="sd-tear" hidden>
        <Box className="sd-notch sd-notch-left" />
        <Box className="sd-notch sd-notch-right" />
      </Box>
      <Box className="sd-slip-part">{stub}</Box>
    </Box>
  )
}
