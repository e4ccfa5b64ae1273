import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import { StationDrawing } from './station-drawing.tsx'
import './empty.css'

export interface EmptyProps {
  /** One sentence: 这周还没有单。要不要看看附近的活动？ */
  readonly children: string
  /** One action. */
  readonly action?: ReactNode
}

/** Nothing there yet: the drawing, one sentence, one action. */
export function Empty({ children, action }: EmptyProps) {
  return (
    <Box className="sd-empty">
      <StationDrawing />
      <Box className="sd-empty-words">{children}</Box>
      {action}
    </Box>
  )
}
