import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'

export interface ListProps {
  /** `Row`s. */
  readonly children: ReactNode
  readonly label?: string
  /** The lines between begin at the words, where rows have icon tiles. */
  readonly indented?: boolean
}

/** Rows on one white card, hairlines between. */
export function List({ children, label, indented = false }: ListProps) {
  return (
    <Box as="ul" className={classes('sd-list', indented && 'sd-list-indented')} {...(label ? { label } : {})}>
      {children}
    </Box>
  )
}
