import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './tag.css'

/** Whose turn it is, as a colour (visual guide §2). */
export type Tone = 'brand' | 'warm' | 'info' | 'danger' | 'stone'

export interface TagProps {
  readonly tone: Tone
  readonly icon: IconName
  readonly children: string
}

/** A soft fill with icon and word; colour never speaks alone. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <Box className={classes('sd-tag', `sd-tone-${tone}`)}>
      <Icon name={icon} size="s" />
      <Span className="sd-tag-word">{children}</Span>
    </Box>
  )
}
