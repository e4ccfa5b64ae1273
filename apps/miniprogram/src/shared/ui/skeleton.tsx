import { useEffect, useState } from 'react'
import { Box, Span } from './box.tsx'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import './skeleton.css'

/** How long people wait before they are told that it is slow, milliseconds. */
export const slowAfterMs = 8_000

export interface SkeletonProps {
  /** The layout that is coming: rows of a list, a card, a card with tiles, a page's head. Each is drawn in turn. */
  readonly shapes: readonly ('rows' | 'card' | 'slip' | 'head')[]
  readonly onRetry?: () => void
}

/** Grey shapes of the real layout, no shimmer; after 8 s 有点慢，还在取 and a retry. */
export function Skeleton({ shapes, onRetry }: SkeletonProps) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box className="sd-stack" busy>
      <Box className={classes('sd-slow', !slow && 'sd-slow-not-yet')} role="status">
        <Span>{slow ? '有点慢，还在取' : '正在取'}</Span>
        {slow && onRetry ? (
          <Button kind="text" size="s" onPress={onRetry}>
            再取一次
          </Button>
        ) : null}
      </Box>
      {shapes.map((shape, index) => (
        <Shape key={`${shape}-${index + 1}`} shape={shape} />
      ))}
    </Box>
  )
}

function Shape({ shape }: { shape: SkeletonProps['shapes'][number] }) {
  if (shape === 'head') return <Lines widths={['62%', '44%']} />
  if (shape === 'rows')
    return (
      <Box className="sd-card" hidden>
        {[1, 2, 3].map((row) => (
          <BonesRow key={row} />
        ))}
      </Box>
    )
  return (
    <Box className="sd-card" hidden>
      <Lines widths={['34%', '72%', '52%']} />
      {shape === 'slip' ? (
        <Box className="sd-bone-tiles">
          {[1, 2, 3, 4].map((tile) => (
            <Box key={tile} className="sd-bone sd-bone-tile" />
          ))}
        </Box>
      ) : null}
    </Box>
  )
}

function BonesRow() {
  return (
    <Box className="sd-bone-row">
      <Box className="sd-bone sd-bone-icon" />
      <Box className="sd-grow">
        <Lines widths={['56%', '78%']} />
      </Box>
    </Box>
  )
}

function Lines({ widths }: { widths: readonly string[] }) {
  return (
    <Box hidden>
      {widths.map((width) => (
        <Box key={width} className="sd-bone sd-bone-line" style={{ width }} />
      ))}
    </Box>
  )
}
