import { Image } from '@tarojs/components'
import { createElement } from 'react'
import { ariaAttributes } from './aria.ts'

export interface PictureProps {
  /** An address or a data URI. */
  readonly src: string
  /** What it shows, in words; empty when the text beside it says the same. */
  readonly alt: string
  readonly className?: string
}

/** A picture with its words, on both targets. */
export function Picture({ src, alt, className = '' }: PictureProps) {
  if (process.env.TARO_ENV === 'h5') return createElement('img', { src, alt, className, draggable: false })
  return createElement(Image, { src, className, mode: 'aspectFit', ...ariaAttributes({ role: 'img', label: alt }) })
}

/** A drawing as a data URI that both targets show. The SVG holds no text and no percentages. */
export const svgUri = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
