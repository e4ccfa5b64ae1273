import type { CSSProperties } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { type IconName, iconShapes } from './icon-shapes.ts'
import './icon.css'

export interface IconProps {
  readonly name: IconName
  /** `s` beside small text and in tags (stroke 2.1), `m` the 24-px icon of the tokens, `l` in big controls. */
  readonly size?: 's' | 'm' | 'l'
  /** Only stars are ever filled. */
  readonly filled?: boolean
  readonly className?: string
}

const masks = new Map<string, CSSProperties>()

/**
 * An icon in the colour of the text around it: the shape is a mask, the colour is `currentColor`, so modes and a county's own brand need no second picture.
 * It says nothing to assistive technology; the word beside it does.
 */
export function Icon({ name, size = 'm', filled = false, className }: IconProps) {
  const style = mask(name, size === 's' ? 2.1 : 1.8, filled)
  return <Box className={classes('sd-icon', `sd-icon-${size}`, className)} style={style} hidden />
}

function mask(name: IconName, stroke: number, filled: boolean): CSSProperties {
  const key = `${name} ${stroke} ${filled}`
  const known = masks.get(key)
  if (known) return known
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${filled ? 'black' : 'none'}' stroke='black' stroke-width='${stroke}' stroke-linecap='round' stroke-linejoin='round'><path d='${iconShapes[name]}'/></svg>`
  const style: CSSProperties = { '--shape': `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }
  masks.set(key, style)
  return style
}
