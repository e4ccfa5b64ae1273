import { Fragment } from 'react'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import './four-tiles.css'

/** `done` stamped · `now` a person is on it · `next` not yet. */
export type TileState = 'done' | 'now' | 'next'

export interface Tile {
  readonly state: TileState
  /** When it was done, or for whom it waits: 周二 9:20, 等周主任. */
  readonly below?: string
}

export interface FourTilesProps {
  /** 点, 派, 接, 评. */
  readonly tiles: readonly [Tile, Tile, Tile, Tile]
}

const marks = ['点', '派', '接', '评'] as const
const words = ['点单', '派单', '接单', '评单'] as const
const spoken: Record<TileState, string> = { done: '已完成', now: '正在办', next: '还没到' }

/** The mark of the product: an order's four stamps, filled one by one. */
export function FourTiles({ tiles }: FourTilesProps) {
  return (
    <Box as="ol" className="sd-tiles" label="这张单走到哪一步">
      {tiles.map((tile, index) => (
        <Fragment key={marks[index]}>
          {index > 0 ? (
            <Box
              as="li"
              className={classes('sd-tile-link', tiles[index - 1]?.state === 'done' && 'sd-tile-link-done')}
              hidden
            />
          ) : null}
          <Box
            as="li"
            className={classes('sd-tile-step', `sd-tile-step-${tile.state}`)}
            {...(tile.state === 'now' ? { current: 'step' as const } : {})}
          >
            <Stamp mark={marks[index] ?? ''} state={tile.state} />
            <Box className="sd-tile-word">
              {words[index]}
              <Span className="sd-spoken">{`，${spoken[tile.state]}`}</Span>
            </Box>
            {tile.below ? <Box className="sd-tile-below">{tile.below}</Box> : null}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}

/** One tile; alone it heads a figure of the county (点 1,284). */
export function Stamp({
  mark,
  state = 'done',
  small = false,
}: {
  readonly mark: string
  readonly state?: TileState
  readonly small?: boolean
}) {
  return (
    <Box className={classes('sd-stamp', `sd-stamp-${state}`, small && 'sd-stamp-small')} hidden>
      {mark}
    </Box>
  )
}
