import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './icon-tile.css'

export interface IconTileProps {
  readonly icon: IconName
  /** `brand` for what one may act on, `plain` for things. */
  readonly tone?: 'brand' | 'plain'
  /** `l` at the head of a page. */
  readonly size?: 'm' | 'l'
}

/** An icon on a soft square, 36 (elder larger). */
export function IconTile({ icon, tone = 'brand', size = 'm' }: IconTileProps) {
  return (
    <Box className={classes('sd-icon-tile', `sd-icon-tile-${tone}`, `sd-icon-tile-${size}`)}>
      <Icon name={icon} />
    </Box>
  )
}
